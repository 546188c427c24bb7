import { beforeAll, describe, expect, it } from 'vitest';
import { bibtex } from '../../src/formats/citation/bibtex.ts';
import { cslJson } from '../../src/formats/citation/csl-json.ts';
import { ris } from '../../src/formats/citation/ris.ts';
import type { RecordFormat } from '../../src/formats/format.ts';
import { chance } from '../harness/chance.ts';
import { type ReadEdition, readFiles } from '../harness/edition.ts';
import { fileWithHeader } from '../harness/random-header.ts';
import { biber, citationJs, hasBiber, hasPandoc, type Item, type Name, pandoc } from '../harness/reference-readers.ts';

/** Citations of headers made at random: the proof agrees with what is written, and other programs read the names, years and types that are meant. */

const count = 300;
let read: ReadEdition;
let items: readonly Item[];

beforeAll(() => {
  const luck = chance(1890);
  read = readFiles(Object.fromEntries(Array.from({ length: count }, (_, i) => [`h${i}.xml`, fileWithHeader(luck)])));
  items = JSON.parse(written(cslJson)) as Item[];
});

const written = (format: RecordFormat): string => String(format.writeEdition!(read.edition)[0]!.content);
const fileOf = (format: RecordFormat, at: number): string => format.write(read.units[at]!, read.edition);

/** All words of a name, whichever part a reader takes them for. */
const words = (name: Name): string[] =>
  Object.values(name)
    .join(' ')
    .split(/(?<=[’'-])|[ ,]+/)
    .filter((word) => word !== '' && word !== 'true')
    .sort();

/** What must be the same of names: how many there are, their words, and that those of one piece have stayed whole. */
const compared = (names: readonly Name[] | undefined, meant: readonly Name[] | undefined): object[] =>
  (names ?? []).map((name, i) => ({
    words: words(name),
    isWhole: meant?.[i]?.literal !== undefined ? name.given === undefined : true,
  }));

const years = (item: Item): number[] =>
  (item.issued?.['date-parts'] ?? []).map((part) => part?.[0] ?? 0).filter((year) => year !== 0);

/** What BibLaTeX has one type for where CSL has several, or none that readers know. */
const readAs: Readonly<Record<string, readonly string[]>> = {
  hearing: ['document', ''],
  'entry-dictionary': ['entry', 'entry-encyclopedia'],
};

function expectMeant(found: Item, meant: Item, roles: readonly ('author' | 'editor' | 'translator')[]): void {
  for (const role of roles)
    expect(compared(found[role] as Name[], meant[role] as Name[]), meant.id).toEqual(
      compared(meant[role] as Name[], meant[role] as Name[]),
    );
  expect(readAs[meant.type] ?? [meant.type]).toContain(found.type);
}

describe('citations of headers made at random', () => {
  it.each([cslJson, bibtex, ris].map((format) => [format.name, format] as const))(
    'are in %s what the proof expects',
    (_, format) => {
      for (const unit of read.units)
        expect(format.readBack(format.write(unit, read.edition))).toEqual([format.expected(unit, read.edition)]);
    },
  );

  it('are of all types but those of parts', () => {
    expect([...new Set(items.map(({ type }) => type))].sort()).toEqual(
      ['article-journal', 'book', 'chapter', 'hearing', 'manuscript', 'paper-conference', 'personal_communication'], // prettier-ignore
    );
  });

  it('are read from BibLaTeX by citation-js as they are meant (but for years before Christ)', () => {
    for (const [i, meant] of items.entries()) {
      const content = fileOf(bibtex, i);
      const [found] = citationJs(content, '@biblatex/text');
      expectMeant(found!, meant, ['author', 'editor', 'translator']);
      if (years(meant).every((year) => year > 0)) expect([meant.id, years(found!)]).toEqual([meant.id, years(meant)]);
    }
  });

  it.skipIf(!hasPandoc)(
    'are read from BibLaTeX and CSL-JSON by pandoc as they are meant (skipped where it is not installed)',
    () => {
      const [bib, csl] = [pandoc(written(bibtex), 'biblatex'), pandoc(written(cslJson), 'csljson')];
      const byId = new Map(bib.map((item) => [item.id, item]));
      for (const [i, meant] of items.entries()) {
        expect(compared(csl[i]!.author, meant.author)).toEqual(compared(meant.author, meant.author));
        expect(years(csl[i]!)).toEqual(years(meant));
        const found = byId.get(meant.id)!;
        expectMeant(found, meant, ['author', 'editor', 'translator']);
        const meantYears = 'literal' in (meant.issued ?? {}) ? years(found) : years(meant);
        expect([meant.id, years(found)]).toEqual([meant.id, meantYears]);
      }
    },
  );

  it('are read from RIS by citation-js as they are meant, and never with another year', () => {
    for (const [i, meant] of items.entries()) {
      const [found] = citationJs(fileOf(ris, i), '@ris/file');
      expect([meant.id, found!.type]).toEqual([meant.id, meant.type]);
      expect(years(found!).filter((year) => !years(meant).includes(year))).toEqual([]);
      if (meant.type === 'hearing') continue;
      const isReadable = ({ literal = '' }: Name): boolean => !literal.includes(',');
      const authors = (meant.author ?? []).map((name, at) => [name, found!.author?.[at]] as const);
      for (const [one, other] of authors.filter(([name]) => isReadable(name)))
        expect(words(other!)).toEqual(words(one));
      expect(found!.author?.length ?? 0).toBe(authors.length);
    }
  });

  it.skipIf(!hasBiber)('are read by biber without a warning (skipped where it is not installed)', () => {
    expect(biber(written(bibtex)).filter((line) => !line.includes('is not an integer'))).toEqual([]);
  });
});
