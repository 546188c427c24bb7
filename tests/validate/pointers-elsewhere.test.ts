import { describe, expect, it, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { check, editionFolder } from './edition-folder.ts';

/** Ids that are not at hand: what only describes the text is a review, and never more of them than a person reads. */

const found = async (files: Record<string, string>, path = ''): Promise<readonly Finding[]> =>
  (await check(editionFolder(files), {}, path)).findings.filter(({ code }) => code === 'dangling-pointer');

const said = (all: readonly Finding[]): string[] => all.map(({ severity, message }) => `${severity}: ${message}`);

const many = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i + 1)).join('');

describe('A list that is in another file of the corpus', () => {
  const speeches = '<u who="#Ada">a</u><u who="#Bob">b</u><u who="#Ada">c</u>';

  it('is one review for the attribute, with the ids used most first', async () => {
    expect(said(await found({ 'a.xml': `<div>${speeches}</div>` }))).toEqual([
      'review: None of the 2 ids to which who points is in this file (3 times): Ada (2), Bob (1).',
    ]);
  });

  it('names five ids and counts the others', async () => {
    const [{ message }] = (await found({ 'a.xml': `<div>${many(7, (n) => `<u who="#p${n}">x</u>`)}</div>` })) as [
      Finding,
    ];
    expect(message).toContain('(7 times): p1 (1), p2 (1), p3 (1), p4 (1), p5 (1), and 2 more.');
  });

  it('is asked for once for each attribute', async () => {
    const text = '<div><u who="#A" ana="#x #y">a</u><u who="#B" decls="#d1 #d2">b</u></div>';
    expect((await found({ 'a.xml': text })).map(({ message }) => /which (\w+)/.exec(message)![1])).toEqual([
      'who',
      'ana',
      'decls',
    ]);
  });

  it('does not stop a build, whatever the attribute', async () => {
    const text = `<div><p><app><rdg wit="#A #B" resp="#r">x</rdg></app> <add hand="#h">y</add> <g ref="#c">z</g>
      <persName ref="#n">N</persName> <seg corresp="#o" synch="#t" source="#s" rendition="#i">w</seg></p></div>`;
    const all = await found({ 'a.xml': text });
    expect(all.map(({ severity }) => severity)).toEqual(all.map(() => 'review'));
    expect(all.length).toBe(9);
  });
});

describe('A list that is here, and lacks some ids', () => {
  const list = '<listWit><witness xml:id="A">A</witness><witness xml:id="Vat1">V</witness></listWit>';
  const reading = (wit: string): string => `<p><app><rdg wit="${wit}">x</rdg></app></p>`;

  it('is a review for each of a few ids, with what was probably meant', async () => {
    const all = await found({ 'a.xml': `<div>${list}${reading('#A #Vat2')}${reading('#Z99 #Vat2')}</div>` });
    expect(said(all)).toEqual([
      'review: “#Vat2” (wit) is not described anywhere (2 times). Did you mean “#Vat1”?',
      'review: “#Z99” (wit) is not described anywhere.',
    ]);
  });

  it('is one review for many, but a slip of the pen is not lost among them', async () => {
    const others = many(8, (n) => reading(`#Other.${n}0`));
    const all = await found({ 'a.xml': `<div>${list}${reading('#A #Vta1')}${others}</div>` });
    expect(said(all)).toEqual([
      'review: “#Vta1” (wit) is not described anywhere. Did you mean “#Vat1”?',
      'review: 8 ids to which wit points are not in this file (8 times): Other.10 (1), Other.20 (1), Other.30 (1), Other.40 (1), Other.50 (1), and 3 more.',
    ]);
  });
});

describe('A link to an id that is not there', () => {
  it('is one error for the id, with its places', async () => {
    const link = '<ref target="#b">b</ref>';
    const all = await found({ 'a.xml': `<p xml:id="a">${link}, ${link} <note target="#b" n="1">c</note></p>` });
    expect(said(all)).toEqual(['error: There is no element with the id “b” in this file (3 times). Did you mean “a”?']);
    expect(all[0]!.suggestion?.newText).toBe('a');
    const places = [all[0]!.span!, ...all[0]!.related!.map(({ span }) => span)].map(({ start }) => start.offset);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(3);
  });

  it('shows ten places of a thousand', async () => {
    const all = await found({ 'a.xml': `<p>${many(1000, () => '<ref target="#b">b</ref>')}</p>` });
    expect(all).toMatchObject([{ message: 'There is no element with the id “b” in this file (1000 times).' }]);
    expect(all[0]!.related).toHaveLength(9);
  });

  it('is two errors where two ids are missing', async () => {
    expect(await found({ 'a.xml': '<p><ref target="#b">b</ref> <ptr target="#c"/></p>' })).toHaveLength(2);
  });
});

describe('A name whose entry is missing', () => {
  const name = '<p><persName ref="#Ada">A</persName></p>';
  const register = '<listPerson><person xml:id="Bob"><persName>B</persName></person></listPerson>';

  it('is an error where the register is in the file', async () => {
    expect(said(await found({ 'a.xml': `<div>${name}${register}</div>` }))).toEqual([
      'error: There is no element with the id “Ada” in this file.',
    ]);
  });

  it('is an error where the register is in another file of the edition', async () => {
    const severities = (all: readonly Finding[]): string[] => all.map(({ severity }) => severity);
    expect(severities(await found({ 'a.xml': name, 'people.xml': `<div>${register}</div>` }))).toEqual(['error']);
    const named = name.replace('#Ada', 'people.xml#Ada');
    expect(severities(await found({ 'a.xml': named, 'people.xml': `<div>${register}</div>` }))).toEqual(['error']);
  });

  it('is a review where no register is here', async () => {
    expect(said(await found({ 'a.xml': name }))).toEqual(['review: “#Ada” (ref) is not described anywhere.']);
  });
});

test('What corresponds is an error to miss where others of its kind are there', async () => {
  const text = (to: string): string => `<p><seg xml:id="a" corresp="#${to}">a</seg> <seg corresp="#c9">b</seg></p>`;
  expect((await found({ 'a.xml': text('a') })).map(({ severity }) => severity)).toEqual(['error']);
  expect((await found({ 'a.xml': text('d9') })).map(({ severity }) => severity)).toEqual(['review']);
});

describe('The root of a corpus and the sitting that it includes', () => {
  const ns = 'xmlns="http://www.tei-c.org/ns/1.0"';
  const header = (more: string): string =>
    `<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc>${more}</teiHeader>`;
  const persons = '<listPerson><person xml:id="Ada"><persName>A</persName></person></listPerson>';
  const root = `<?xml version="1.0"?><teiCorpus ${ns} xmlns:xi="http://www.w3.org/2001/XInclude">${header(
    `<profileDesc><particDesc>${persons}</particDesc></profileDesc>`,
  )}<xi:include href="sitting.xml"/></teiCorpus>`;
  const sitting = (who: string): string =>
    `<?xml version="1.0"?><TEI ${ns}>${header('')}<text><body><div><u who="#Ada">x</u><u who="${who}">y</u></div></body></text></TEI>`;

  it('are checked together: the persons are there', async () => {
    expect(said(await found({ 'root.xml': root, 'sitting.xml': sitting('#Ada') }))).toEqual([]);
  });

  it('show a speaker who is written wrongly', async () => {
    expect(said(await found({ 'root.xml': root, 'sitting.xml': sitting('#Adda') }))).toEqual([
      'review: “#Adda” (who) is not described anywhere. Did you mean “#Ada”?',
    ]);
  });

  it('need not be there together', async () => {
    expect(said(await found({ 'sitting.xml': sitting('#Bob') }))).toEqual([
      'review: None of the 2 ids to which who points is in this file (2 times): Ada (1), Bob (1).',
    ]);
  });
});
