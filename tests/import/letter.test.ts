/** A letter of our own making, with everything a published letter has. */
import { describe, expect, it } from 'vitest';
import { imported, ownText, page, teiBody } from './reading.ts';

const letter = teiBody(ownText('letter.txt'));

describe('a letter', () => {
  it('has its number, its heading and the page it begins on', () => {
    expect(letter).toMatch(/^<pb n="12" xml:id="pg_12"\/><div type="document" xml:id="d7" n="7"><head>7\. Letter From/);
  });

  it('names sender and recipient in the heading and in the header', () => {
    expect(letter).toContain(
      '(<persName type="from">Aldous</persName>) to President <persName type="to">Brandt</persName>',
    );
    const header = imported(ownText('letter.txt')).tei!.replace(/\s+/g, ' ');
    expect(header).toContain(
      '<correspDesc xml:id="d7-corresp" corresp="#d7"> <correspAction type="sent"> <persName>Aldous</persName> <placeName>Port Merrin</placeName> <date when="1921-03-03">March 3, 1921</date>',
    );
  });

  it('reads the dateline as a place and a date', () => {
    expect(letter).toContain(
      '<opener><dateline><placeName>Port Merrin</placeName>, <date when="1921-03-03">March 3, 1921</date>.</dateline></opener>',
    );
  });

  it('finds the call that is glued to a year', () => {
    expect(letter).toContain('The tide tables for 1921<note n="2" xml:id="d7fn2">');
    expect(letter).toContain('the years 1919, 1920 and 1921 are at');
  });

  it('puts the call after the word, also where the source has a blank between them', () => {
    expect(letter).toContain('Brandt</persName><note n="1"');
  });

  it('sets the page break where the new page begins', () => {
    expect(letter).toContain('are at <pb n="13" xml:id="pg_13"/>Tab B.<note n="3"');
  });

  it('keeps the paragraphs of a note', () => {
    expect(letter).toContain('<p>Not printed.</p><p>A second copy is in the same box.</p></note>');
  });

  it('marks closing formula, signature and office', () => {
    expect(letter).toContain('<p><seg type="closing">Sincerely yours,</seg></p>');
    expect(letter).toContain('<closer><signed cert="medium">J. M. Aldous <lb/>Keeper of the Harbour</signed></closer>');
  });

  it('describes where the original is kept', () => {
    const { tei } = imported(ownText('letter.txt'));
    expect(tei).toContain('<repository>Merrin Town Archive</repository>');
    expect(tei).toContain('<idno type="shelfmark">Harbour Papers, Box 4</idno>');
  });
});

describe('the end of a letter', () => {
  const ending = (last: string): string =>
    teiBody(`3. Letter From A to B1\n\nThe boats have come.\n\n${last}1. Source: Merrin Town Archive.\n`);

  it('is a signature where the line touches the notes', () => {
    expect(ending('Aldous\n  ')).toContain('<closer><signed>Aldous</signed></closer>');
  });

  it('is a paragraph where a blank line parts it from the notes', () => {
    expect(ending('Aldous\n\n  ')).toContain('<p>Aldous</p>');
  });

  it('is asked about where nothing follows', () => {
    const { decisions, tei } = imported(page('3. Letter From A to B', 'The boats have come.', 'John M. Aldous'));
    expect(tei).toContain('<signed cert="medium">John M. Aldous</signed>');
    expect(decisions.map((d) => d.ask)).toEqual(['Is “John M. Aldous” a signature?']);
  });
});

describe('a letter as the oldest volumes print it', () => {
  const tei = teiBody(
    page(
      'Mr. Quay to Mr. Brandt.',
      'No. 2.]',
      'Legation of the Islands,\nPort Merrin, June 7, 1861.',
      'Sir: I have the honor to send the tables.*',
      '[Inclosure 1 in No. 2.—Translation.]',
      'Lord Pool to Mr. Quay.',
      'The tables are right.',
      '  1. Not printed.',
    ),
  );

  it('names both sides', () => {
    expect(tei).toContain('Mr. <persName type="from">Quay</persName> to Mr. <persName type="to">Brandt</persName>.');
  });

  it('finds the dateline after the number of the despatch and the name of the legation', () => {
    expect(tei).toContain(
      '<opener>No. 2.] Legation of the Islands, <dateline><placeName>Port Merrin</placeName>, <date when="1861-06-07">',
    );
  });

  it('sees where an inclosure begins', () => {
    expect(tei).toMatch(/<div type="attachment"[^>]*><head>\[Inclosure 1 in No\. 2\.—Translation\.\]<\/head>/);
  });
});

describe('a telegram of the first decades', () => {
  it('has a file number above the heading and a word in brackets above the dateline', () => {
    const tei = teiBody(
      page(
        'File No. 812.00/10243',
        'The Secretary of State to the Minister in the Islands',
        '[Telegram—Paraphrase]',
        'Washington, January 13, 1914, 8 p. m.',
        '1276. The tide tables are late.',
      ),
    );
    expect(tei).toContain('<note type="archive" rend="inline">File No. 812.00/10243</note><head>The ');
    expect(tei).toContain('<opener>[Telegram—Paraphrase] <dateline><placeName>Washington</placeName>, ');
  });
});
