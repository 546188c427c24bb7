import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/pdf/read-pdf.ts';
import { textIn } from '../../src/pdf/blocks.ts';
import { readFiles } from '../harness/edition.ts';
import { changed, type Damage, lossesIn, printBook } from '../harness/printed-book.ts';

/** A critical edition in print: each entry is at the foot of the page of its lemma, with the line of its lemma, and whatever is wrong in it is found. */

const app = (lemma: string, more: string, type = ''): string =>
  `<app${type}><lem wit="#A #B">${lemma}</lem>${more}</app>`;

/** A paragraph of many lines with a variant in each sentence. */
const prose = (n: number): string =>
  `<p>${Array.from({ length: 14 }, (_, i) => {
    const variant = app(`lectio${n}x${i}`, `<rdg wit="#C">error ${n} ${i}</rdg><note>fort. recte</note>`);
    return `In hac sententia ${variant} uerba sequuntur quae lineam impleant et aliquid amplius dicant.`;
  }).join(' ')}</p>`;

const header = `<teiHeader><fileDesc><titleStmt><title>Textus</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><listWit>
<witness xml:id="A">Roma</witness><witness xml:id="B">Paris</witness><witness xml:id="C">London</witness></listWit></sourceDesc></fileDesc></teiHeader>`;

const editionOf = (...documents: string[]) =>
  readFiles({
    'v1.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v1" xml:lang="la">${header}<text><body>${documents
      .map((body, i) => `<div type="document" xml:id="d${i + 1}">${body}</div>`)
      .join('')}</body></text></TEI>`,
  });

const edition = editionOf(
  `<head>Liber ${app('primus', '<rdg wit="#C">I</rdg>')}</head>${prose(1)}
   <p>Duo ${app('loci', '<rdg wit="#C"/>')} in una ${app('linea', '<rdg wit="#C">linia</rdg>')} et ${app('fons uerborum', '<rdg source="#Ennius">Enn. ann. 1</rdg>', ' type="source"')}.
   Nota<note n="1">Notae editoris sub apparatu sunt.</note> in textu ${app('', '<rdg wit="#C">additum</rdg>')} est.</p>${prose(2)}`,
  `<head>Carmen</head><lg>${Array.from({ length: 12 }, (_, i) => `<l n="${i + 1}">uersus ${app(`uox${i}`, '<rdg wit="#C">lux</rdg>')} finis</l>`).join('')}</lg>`,
);

const print = { design: 'critical', paper: '110x170mm' } as const;
const lossesOf = async (damage?: Damage): Promise<string[]> =>
  lossesIn(edition, await printBook(edition, damage, print));

it('nothing is lost: lemmas, readings, sigla, notes on them, and each is on the page and has the line of its lemma', async () => {
  expect(await lossesOf()).toEqual([]);
});

it('entries of one line have its number once, sources are a register of their own above the variants, and verse has the numbers of the edition', async () => {
  const { bytes } = await printBook(edition, undefined, print);
  const text = textIn(readPdf(bytes).tags)
    .replace(/\u00ad/g, '')
    .replace(/[\s\u00a0]+/g, ' ');
  expect(text).toMatch(/\d+ fons uerborum AB] Enn\. ann\. 1 Ennius ?\d+ .*loci AB] om\. C linea AB] linia C/);
  expect(text).toMatch(/tit\. primus AB] I C/);
  expect(text).toMatch(/11 uox10 AB] lux C 12 uox11 AB] lux C/);
});

it('entries whose readings are all conjectures are in the register that a design has for them', async () => {
  const conjectures = editionOf(
    `<head>Liber</head><p>Primum ${app('unum', '<rdg wit="#C">unus</rdg>')}, deinde ${app('duo', '<rdg type="conjecture" source="#Vossius">duos</rdg>')},
     tum ${app('tria', '<rdg wit="#C">tres</rdg><rdg type="conjecture" source="#Vossius">trina</rdg>')}, denique
     ${app('quattuor', '<rdgGrp type="conjecture"><rdg source="#Gronovius">quartum</rdg><rdg source="#Vossius">quater</rdg></rdgGrp>')} et ${app('fons', '<rdg type="conjecture" source="#Vossius">Fons</rdg>', ' type="source"')}.</p>`,
  );
  const registers =
    '#let registers = ((kinds: ("source",), run-in: true), (kinds: auto, run-in: true), (readings: ("spelling", "conjecture"), run-in: false))';
  const printed = await printBook(conjectures, changed('design.typ', /$/, `\n${registers}\n`), print);
  expect(lossesIn(conjectures, printed)).toEqual([]);
  const text = textIn(readPdf(printed.bytes).tags).replace(/[\s\u00a0]+/g, ' ');
  expect(text).toMatch(
    /fons AB] .*unum AB] unus C.*tria AB] tres C : trina Vossius.*duo AB] duos Vossius.*quattuor AB] quartum Gronovius : quater Vossius/,
  );
});

const foot = (from: string, to: string): Damage => changed('foot.typ', from, to);
const entry = (from: string, to: string): Damage => changed('entries.typ', from, to);

describe('a damage is found and named', () => {
  it.each<[string, Damage, RegExp]>([
    [
      'numbers that are shifted by one',
      foot(
        'for (key, at) in lines {',
        'for (key, line) in lines {\n let at = if line.match(regex("^[0-9]+$")) != none { str(int(line) + 1) } else { line }',
      ),
      /it says line (\d+), its lemma is in (?!\1)\d+/,
    ],
    [
      'entries of another page',
      foot('feet(page.lines)', 'feet(plan.pages.values().last().lines)'),
      /it is on sheet \d+, its lemma on sheet \d+|is missing/,
    ],
    [
      'one entry on another page',
      foot(
        'let last = none',
        'let last = none\n let lines = if here().page() == 7 { lines + plan.pages.values().map(page => page.lines).flatten().chunks(2).slice(-1) } else { lines }',
      ),
      /too many/,
    ],
    [
      'an entry that is not there',
      foot('let last = none', 'let last = none\n let lines = lines.slice(0, -1)'),
      /is missing/,
    ],
    ['a siglum that is missing', entry('sigla(("A","B",))', 'sigla(("A",))'), /it says “primus · A \| I · C”/],
    ['a wrong siglum', entry('"C"', '"B"'), /it says “primus · AB \| I · B”/],
    ['a word of a lemma', entry('"lectio1x3"', '"lectia1x3"'), /it says “lectia1x3/],
    ['a word of a reading', entry('error 1 3', 'error 1'), /it says “lectio1x3 · AB \| error 1 · C · fort\. recte”/],
    ['a reading without words', entry('omitted()', 'reading("uerba")'), /it says “loci · AB \| uerba · C”/],
    ['a note on a reading', entry('fort. recte', 'recte'), /it says “.* recte”/],
    [
      'a number in the margin',
      foot('design.line-number(n)))', 'design.line-number(n + 1)))'),
      /the number 6 in the margin is at line 5/,
    ],
    ['a lemma that is not called', changed('main.typ', /app\("[^"]*","2",true,("[^"]*")\)/, '$1'), /is missing/],
  ])('%s', async (_, damage, message) => {
    expect((await lossesOf(damage)).join('\n')).toMatch(message);
  });
});

it('is right for lemmas of several verses, in lists, tables and notes, for entries and notes in readings, and readings of several blocks', async () => {
  const body = (one: string, two: string): string => `<head>Liber</head>
<p>Prosa cum <app><lem wit="#A">lectione</lem><rdg wit="#B">lectio <note>nota in lectione</note> altera</rdg></app> et <app><lem wit="#A">alia</lem>
<rdg wit="#B">prior <app><lem>interior</lem><rdg>exterior</rdg></app></rdg></app>.<note n="2">In nota <app><lem wit="#A">uerbum</lem><rdg wit="#B">uerba</rdg></app> est.</note></p>
<lg><app><lem wit="#A"><l${one}>unus uersus</l><l${two}>duo uersus</l></lem><rdg wit="#B"><l>tres</l><l>quattuor</l></rdg></app></lg>
<p>Finis <app><lem wit="#A">bonus</lem><rdg wit="#B"><p>unum</p><p>alterum</p></rdg></app>.</p>
<list><item>res <app><lem wit="#A">una</lem><rdg wit="#B">duae</rdg></app></item></list>
<table><row><cell>cella <app><lem wit="#A">prima</lem><rdg wit="#B">secunda</rdg></app></cell><cell>b</cell></row></table>`;
  for (const design of ['critical', 'documentary'])
    for (const lines of [body(' n="7"', ' n="8"'), body('', '')]) {
      const mixed = editionOf(lines);
      expect(lossesIn(mixed, await printBook(mixed, undefined, { design }))).toEqual([]);
    }
});

it('entries behind a text, as other designs have them, are proven as well', async () => {
  const losses = async (damage?: Damage): Promise<string[]> => lossesIn(edition, await printBook(edition, damage));
  expect(await losses()).toEqual([]);
  expect((await losses(entry('sigla(("A","B",))', 'sigla(("A",))'))).join('\n')).toContain(
    'it says “primus · A | I · C”',
  );
  expect((await losses(foot('made("XA", n + " ")', 'made("XA", n + "1 ")'))).join('\n')).toContain(
    'it has the number 11 instead of 1',
  );
});
