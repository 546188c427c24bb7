/** Markdown as scholars write it: notes, pages, tables, quotations, what the header says; and what is odd in it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/import/import-text.ts';
import { sourceText } from '../../src/source/text.ts';
import { builtAndVerified, readSource, type ReadSource } from './proven.ts';
import { ownText } from './reading.ts';

const compiled = path.resolve(import.meta.dirname, '../../lib/reading.sef.json');
const read = (text: string, file = 'text.md'): ReadSource => readSource(sourceText(file, text));

describe('a letter in Markdown', () => {
  const { tei, body, decisions, findings } = read(ownText('ferry.md'), 'ferry.md');

  it('has its heading with number, sender, recipient and source note', () => {
    expect(body).toContain(
      '<pb n="12" xml:id="pg_12"/><div type="document" xml:id="d7" n="7"><head>7. Letter From the Harbour Master (<persName type="from">Quay</persName>) to the Mayor (<persName type="to">Ferrier</persName>)<note n="1" xml:id="d7fn1" type="source">Source: Town Archive',
    );
  });

  it('has every note where it is called, a note inside a note, and a second call as a link to the note', () => {
    expect(body).toContain(
      '<hi rend="bold">care</hi>.<note n="2" xml:id="d7fn2"><p>Not printed.</p><p>A second paragraph of the note<note n="5" xml:id="d7fn5">A note to a note.</note>.</p></note> The ferry *must* sail',
    );
    expect(body).toContain('See again.<ref target="#d7fn2" type="noteref"><hi rend="superscript">2</hi></ref>');
  });

  it('counts all notes where one of them is written in place and has no number', () => {
    expect(body).toContain(
      'Length<note n="4" xml:id="d7fn4">In feet, see the <hi rend="italic">Register</hi> [of 1909].</note>',
    );
    expect(body).toContain('I say no more.<note n="3" xml:id="d7fn3">A hand has added');
  });

  it('turns its pages where they turn: between words, inside a word, inside a word with a hyphen', () => {
    expect(body).toContain('the new <pb n="13" xml:id="pg_13"/>boats');
    expect(body).toContain('the har<pb n="14" xml:id="pg_14" break="no"/>bour I say');
    expect(body).toContain('in the au-<pb n="15" xml:id="pg_15" break="no"/>tumn, when');
    expect(decisions).toMatchObject([{ kind: 'word-at-page', chosen: 'one word' }]);
  });

  it('nests its sections as deep as their headings say, and links lead to them', () => {
    expect(body).toMatch(
      /<div type="section"><head><anchor xml:id="h-needs"\/>What we need<\/head>.*<div type="section"><head>In spring<\/head>/,
    );
    expect(body).toContain(
      'As said <ref target="#h-needs">above</ref>, and in the <ref target="https://example.org/?a=1&amp;b=2">Register</ref>',
    );
  });

  it('keeps numbers of a list that were typed with care', () => {
    expect(body).toContain(
      '<quote><p>The tide waits for no mayor.</p><list rend="numbered"><item n="1">Dredge.</item><item n="2">Wait.</item><item n="4">Dredge again.</item></list></quote>',
    );
  });

  it('has tables, lists in lists, pictures and lines whose blanks count', () => {
    expect(body).toContain('<row><cell><hi rend="italic">Ada</hi></cell><cell>42</cell></row>');
    expect(body).toContain('<cell>a|b</cell>');
    expect(body).toContain(
      '<item> rope <list rend="bulleted"><item>thick</item><item><p>thin</p><p>and tarred</p></item></list></item><item>tar</item>',
    );
    expect(body).toContain(
      '<figure><graphic url="plans/harbour%20north.png"/><figDesc>A plan of the harbour</figDesc></figure>',
    );
    expect(tei).toContain('<eg>ebb\u00a0\u00a0\u00a006:12 <lb/>\u00a0\u00a0flood 12:20</eg>');
    expect(body).toContain('H<hi rend="subscript">2</hi>O <lb/>is water.');
  });

  it('fills the header from the lines between ---', () => {
    const header = tei.replace(/\s+/g, ' ');
    expect(header).toContain('<title type="complete">Letter From the Harbour Master to the Mayor</title>');
    expect(header).toContain('<author>Ann Ferrier; Tom Quay</author>');
    expect(header).toContain('<date when="1911-05-04">');
    expect(header).toContain('<licence target="https://creativecommons.org/publicdomain/zero/1.0/">CC0 1.0</licence>');
    expect(header).toContain('<language ident="en-GB">English</language>');
  });

  it('leaves one place for a person', () => {
    expect(findings.map((f) => f.slice(0, 57))).toEqual(['review import-uncertain: Does a page begin inside the wor']);
  });

  it.skipIf(!existsSync(compiled))(
    'builds and verifies at once (skipped where the stylesheets are not compiled)',
    async () => {
      const { errors, proof, text } = await builtAndVerified(tei);
      expect(errors).toEqual([]);
      expect(proof).toBe('nothing lost');
      expect(text).toContain('in the autumn, [Page 15] when the harbour is calm.');
    },
  );
});

describe('marks of pages in Markdown', () => {
  it.each([
    '[Page 3]',
    '[page 3]',
    '[Seite 3]',
    '[Pg 3]',
    '{{p. 3}}',
    '{{page:3}}',
    '{{p.3}}',
    '[[Page 3]]',
    '[[Page 3]](p3.html)',
    '*[Page 3]*',
    '<!-- page 3 -->',
    '<!-- p. 3 -->',
    '<pb n="3"/>',
  ])('may look like %s', (mark) => {
    expect(read(`# A title\n\nThe tide ${mark} goes out.\n`).body).toContain(
      'The tide <pb n="3" xml:id="pg_3"/>goes out.',
    );
    expect(read(`# A title\n\nThe tide goes out.\n\n${mark}\n\nIt comes in.\n`).body).toContain(
      '<p>The tide goes out.</p><pb n="3" xml:id="pg_3"/><p>It comes in.</p>',
    );
  });

  it('may be short, where they count up like pages: one question for all of them', () => {
    const { body, decisions } = read('# A title\n\nOne [p. 3] two [p. 4] three [p. 5] four.\n');
    expect(body).toContain('One <pb n="3" xml:id="pg_3"/>two <pb n="4"');
    expect(decisions).toEqual([]);
    const one = read('# A title\n\nAs Smith says [p. 30], and Jones [p. 2], and Smith [p. 31].\n');
    expect(one.body).toContain('As Smith says [p. 30], and');
    expect(one.decisions).toMatchObject([{ kind: 'page-mark', chosen: 'text' }]);
  });

  it('ask whether a paragraph continues over the page', () => {
    const { body } = read(
      '# A title\n\nThe tide goes\n\n[Page 3]\n\nout and in. It is late.\n\n[Page 4]\n\nNext day.\n',
    );
    expect(body).toContain(
      '<p>The tide goes <pb n="3" xml:id="pg_3"/>out and in. It is late.</p><pb n="4" xml:id="pg_4"/><p>Next',
    );
  });

  it('are not looked for in code', () => {
    expect(read('# A title\n\nWrite `[Page 3]` there.\n').body).toContain('<code>[Page 3]</code>');
  });
});

describe('what is odd in a Markdown file', () => {
  it('is said: a call without a note, a note without a call, a link that runs a program, a comment, a tag', () => {
    const { body, findings } = read(
      '# A title\n\nOne[^1] two[^x] [three](javascript:go()). <!-- check this --> <blink>four</blink>\n\n[^1]: Note.\n[^2]: Lonely.\n',
    );
    expect(body).toContain('two[^x] three.');
    expect(body).toContain('<back><div type="notes"><note n="2" xml:id="textfn2">Lonely.</note></div></back>');
    expect(findings.map((f) => f.split(':')[0])).toEqual([
      'review import-link',
      'review import-left-out',
      'note import-left-out',
      'note import-left-out',
      'review import-note-uncalled',
      'review import-note-missing',
    ]);
  });

  it('does not stop it: no heading, only front matter, HTML blocks, headings in lists and quotations, empty tables', () => {
    expect(read('---\ntitle: Diary\n---\n\nIt rained all day.\n').body).toContain(
      '<head><supplied>Diary</supplied></head><p>It rained',
    );
    expect(read('The ferry\n\nIt sails at nine in the morning.\n').body).toContain('<head>The ferry</head><p>It sails');
    expect(read('# A title\n\n<div class="x">\nwords &amp; words\n</div>\n').body).toContain(
      '<p>words &amp;amp; words</p>',
    );
    expect(read('# A title\n\n- # inside\n\n> ## quoted\n').body).toContain(
      '<quote><p><hi rend="bold">quoted</hi></p></quote>',
    );
    expect(read('# A title\n\n|   |   |\n|---|---|\n| a | b |\n').body).toContain(
      '<table><row><cell>a</cell><cell>b</cell></row></table>',
    );
    expect(read('# One\n\ntext\n\n# Two\n\ntext\n').decisions).toMatchObject([{ kind: 'heading', chosen: 'yes' }]);
  });

  it('keeps its line ends, escapes and references', () => {
    expect(read('# A title\r\n\r\nOne\\_two &lt;three&gt; &#8212; four\r\nfive  \r\nsix\r\n').body).toContain(
      '<p>One_two &lt;three&gt; — four five <lb/>six</p>',
    );
  });

  it('is read as Markdown for its ending or for its marks', () => {
    const plain = '# A title\n\nOne[^1] two **three**.\n\n[^1]: Note.\n';
    expect(read(plain, 'text.txt').body).toContain('<hi rend="bold">three</hi>');
    expect(
      importText(sourceText('text.txt', 'A line.\n\nAnother line, with a number1\n\n  1. Note.\n')).tei,
    ).not.toContain('<hi');
  });

  it('reports of front matter that cannot be read', () => {
    expect(read('---\ntitle: "open\n---\n\n# A title\n\nText.\n').findings[0]).toContain('not valid YAML');
  });
});
