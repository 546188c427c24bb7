/** Minutes of our own making: lists, tables, an attachment, a word across pages. */
import { describe, expect, it } from 'vitest';
import { imported, ownText, page, teiBody } from './reading.ts';

const minutes = teiBody(ownText('minutes.txt'));

describe('minutes of a meeting', () => {
  it('have lists with heads that say what they are', () => {
    expect(minutes).toContain(
      '<list type="subject" rend="bulleted"><head>SUBJECT</head><item>Dredging of the North Channel</item></list>',
    );
    expect(minutes).toContain('<list type="participants" rend="bulleted"><head>PARTICIPANTS</head>');
  });

  it('keep lists inside lists', () => {
    expect(minutes).toContain(
      '<item> For the Town <list rend="bulleted"><item>The Mayor</item><item>Miss Ferrier</item></list></item>',
    );
  });

  it('have a table where the source has tabs', () => {
    expect(minutes).toContain('<row><cell>North</cell><cell>12.5</cell><cell>14.0</cell></row>');
  });

  it('nest items whose marks are on lines of their own', () => {
    expect(minutes).toContain(
      '<label>2.</label><item> That two boats be hired: <list rend="labelled"><label>a.</label><item>one for the spring;</item>',
    );
  });

  it('have the attachment as a division with its title', () => {
    expect(minutes).toContain(
      '<div type="attachment" xml:id="d21-tab-a" cert="medium"><head>Tab A</head><head type="sub">Report on the North Channel</head>',
    );
  });

  it('join a word that a page broke, where the text knows the whole word', () => {
    expect(minutes).toContain('The har<pb n="40" xml:id="pg_40" break="no"/>bour has silted');
  });
});

describe('what the text does not settle', () => {
  it('keeps two halves of a word apart and asks, where nothing speaks for one word', () => {
    const { tei, decisions } = imported(page('4. Note', 'A tugboat of quaint propor [Page 8] tions came.'));
    expect(tei).toContain('quaint propor <pb n="8" xml:id="pg_8"/>tions');
    expect(decisions.map((d) => [d.kind, d.chosen])).toEqual([['word-at-page', 'two words']]);
  });

  it('asks whether lines are a table, and marks the table it makes as uncertain', () => {
    const { tei, decisions } = imported(
      page('4. Note', 'Boats:', 'North 12 14\nSouth 9 11\nEast 3 4', 'That was all of it.'),
    );
    expect(tei).toContain('<table cert="low">');
    expect(tei).toContain('<cell>12</cell>');
    expect(decisions.map((d) => d.kind)).toEqual(['table']);
  });
});
