import { describe, expect, it } from 'vitest';
import { rules } from '../../src/validate/rules/index.ts';
import { rulesOfOneFile } from '../../src/validate/run-rules.ts';
import { sourceText } from '../../src/source/text.ts';
import { builtTexts, fileOf } from '../harness/built-texts.ts';

/** An apparatus that is apart from the text: what a reader of the plain text sees, proven. */

const inText = async (body: string, more = ''): Promise<string> => {
  const [text] = await builtTexts(`<text><body>${body}</body></text>${more}`);
  return text!;
};

function findingsOf(body: string): string[] {
  const chosen = rules.filter(({ code }) => code === 'entry-place').map((rule) => ({ rule, options: {} }));
  const beside = { readText: () => undefined, idsBeside: () => undefined };
  const source = sourceText('a.xml', fileOf(`<text><body>${body}</body></text>`));
  const selector = { element: 'div', attribute: { name: 'type', value: 'document' } };
  return rulesOfOneFile({ rules: chosen, selector, beside }, selector, source).map(({ message }) => message);
}

const one = 'The quick brown[°1] fox\n\n[App 1] quick brown  A : quyk broun  B\n';
const app = (says: string): string =>
  `<app ${says}><lem wit="#A">quick brown</lem><rdg wit="#B">quyk broun</rdg></app>`;
const anchored = '<p>The <anchor xml:id="a"/>quick brown<anchor xml:id="b"/> fox</p>';
const double = app('from="#a" to="#b"');

describe('An entry that says with from and to where its lemma is', () => {
  it.each([
    ['in a list', `${anchored}<listApp>${double}</listApp>`, ''],
    ['in a division of its own', `${anchored}<div type="apparatus"><listApp>${double}</listApp></div>`, ''],
    ['outside the text', anchored, `<standOff><listApp>${double}</listApp></standOff>`],
    ['before the text of its lemma', `<listApp>${double}</listApp>${anchored}`, ''],
    ['where its lemma ends', `<p>The <anchor xml:id="a"/>quick brown${app('from="#a"')} fox</p>`, ''],
    [
      'about all of an element',
      `<p>The <seg xml:id="a">quick brown</seg> fox</p><listApp>${app('from="#a"')}</listApp>`,
      '',
    ],
    [
      'from a word to a word',
      `<p>The <w xml:id="a">quick</w> <w xml:id="b">brown</w> fox</p><listApp>${double}</listApp>`,
      '',
    ],
    [
      'from a word in italics',
      `<p>The <hi><w xml:id="a">quick</w></hi> <w xml:id="b">brown</w> fox</p><listApp>${double}</listApp>`,
      '',
    ],
  ])('is called there: %s', async (_, body, more) => {
    expect(await inText(body, more)).toBe(one);
    expect(findingsOf(body + more.replace(/<\/?standOff>/g, ''))).toEqual([]);
  });

  it('has the words of the text as its lemma where its lem has others, which are a reading', async () => {
    const body = `${anchored.replace('quick', 'slow')}<listApp>${double}</listApp>`;
    expect(await inText(body)).toBe('The slow brown[°1] fox\n\n[App 1] slow brown : quick brown  A : quyk broun  B\n');
    expect(findingsOf(body)).toEqual(['The text does not have “quick brown” where this entry is (#a #b).']);
  });

  it('can be about words in the lemma of another one', async () => {
    const text = await inText(
      '<p><w xml:id="a">Gallia</w> <w xml:id="b">est</w> <w xml:id="c">omnis</w><note>all</note> divisa</p><listApp><app from="#a" to="#c"><rdg wit="#B">Omnis</rdg></app><app from="#b"><rdg wit="#C">fuit</rdg></app></listApp>',
    );
    expect(text).toBe(
      'Gallia est[°2] omnis[°1][1] divisa\n\n[App 1] Gallia est omnis : Omnis  B\n[App 2] est : fuit  C\n\n[1] all\n',
    );
  });

  it('is in the document of its lemma, wherever it is written', async () => {
    const texts = await builtTexts(
      '<text><body><div type="document" xml:id="a1" n="1"><p><w xml:id="w">Gallia</w> est</p></div><div type="document" xml:id="a2" n="2"><p n="5">omnis divisa</p></div></body><back><div type="apparatus"><listApp><app from="#w"><rdg>Galia</rdg></app><app loc="2.5"><lem>divisa</lem><rdg>diuisa</rdg></app></listApp></div></back></text>',
    );
    expect(texts.slice(0, 2)).toEqual([
      'Gallia[°1] est\n\n[App 1] Gallia : Galia\n',
      expect.stringContaining('omnis divisa[°1]\n\n[App 1] divisa : diuisa\n'),
    ]);
  });
});

it('a list of which all entries are in other documents leaves nothing behind', async () => {
  const texts = await builtTexts(
    '<text><body><div type="document" xml:id="a1"><p><w xml:id="w">Gallia</w> est</p></div></body><back><div type="x" xml:id="x"><p>More.</p><div type="apparatus"><listApp><app from="#w"><rdg>Galia</rdg></app></listApp></div></div></back></text>',
  );
  expect(texts).toContain('More.\n');
});

const verses = '<lg><l n="1">The quick brown fox</l><l n="2">jumps <hi>over</hi> the dog, the dog</l></lg>';

describe('An entry that says with loc where its lemma is', () => {
  it.each([
    ['a line', '1', '<lem>quick brown</lem>', 'The quick brown[°1] fox\n', 'quick brown'],
    ['other marks between words', '1', '<lem>brown — fox</lem>', 'The quick brown fox[°1]\n', 'brown fox'],
    ['from italics on', '2', '<lem>over the</lem>', 'over the[°1] dog, the dog\n', 'over the'],
    ['the second of the same words', '2', '<lem n="2">dog</lem>', 'dog, the dog[°1]\n', 'dog'],
  ])('is called at the words of its lem: %s', async (_, loc, lem, line, lemma) => {
    const text = await inText(`${verses}<listApp><app loc="${loc}">${lem}<rdg wit="#B">x</rdg></app></listApp>`);
    expect(text).toContain(line);
    expect(text).toContain(`[App 1] ${lemma} : x  B`);
  });

  it.each([
    ['no such number', '7', '<lem>fox</lem>', 'No place of the text has the number 7, or several have it.'],
    ['no such words', '1', '<lem>wolf</lem>', '“wolf” is not in 1.'],
    ['no words', '1', '', 'This entry is about 1, but does not say about which words.'],
    ['words that are there twice', '2', '<lem>dog</lem>', '“dog” is in 2 more than once.'],
  ])('stays where it is, with a finding: %s', async (_, loc, lem, finding) => {
    const body = `${verses}<listApp><app loc="${loc}">${lem}<rdg wit="#B">x</rdg></app></listApp>`;
    expect(findingsOf(body)).toEqual([finding]);
    expect((await inText(body)).split('\n\n').slice(0, 1)).toEqual([
      'The quick brown fox\njumps over the dog, the dog',
    ]);
  });

  it('finds words behind line ends of two characters and behind references', async () => {
    const body = `<p n="1">one\r\ntwo\r\nthree &#x66;our five</p>`;
    const list =
      '<listApp><app loc="1"><lem>three</lem><rdg>x</rdg></app><app loc="1"><lem>five</lem><rdg>y</rdg></app></listApp>';
    expect(await inText(body + list)).toContain('one two three[°1] four five[°2]');
  });

  it('finds lines and sections that go on until the next', async () => {
    const text = await inText(
      '<div type="textpart" n="frA"><ab><lb n="1"/>one two<lb n="2"/>two three</ab></div><div type="apparatus"><listApp><app loc="frA-2"><lem>two</lem><rdg>tvvo</rdg></app></listApp></div>',
    );
    expect(text).toContain('two[°1] three');
  });
});

it('entries whose words overlap, or begin in one line and end in another, stay where they are', async () => {
  const overlap =
    '<p><w xml:id="a">one</w> <w xml:id="b">two</w> <w xml:id="c">three</w></p><listApp><app from="#a" to="#b"><rdg>x</rdg></app><app from="#b" to="#c"><rdg>y</rdg></app></listApp>';
  expect(findingsOf(overlap)).toEqual([expect.stringContaining('overlap')]);
  expect(await inText(overlap)).toContain('one two[°1] three');
  const crossing =
    '<lg><l>one <anchor xml:id="a"/>two</l><l>three<anchor xml:id="b"/> four</l></lg><listApp><app from="#a" to="#b"><rdg>x</rdg></app></listApp>';
  expect(findingsOf(crossing)).toEqual([
    'The words of this entry (#a #b) begin in one paragraph or line and end in another.',
  ]);
  expect(await inText(crossing)).toContain('one two\nthree four');
});
