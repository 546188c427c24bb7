import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { wantedOf } from '../../client/query.ts';
import { snippetOf } from '../../client/snippet.ts';
import { chance } from '../harness/chance.ts';
import { readFolder } from '../harness/edition.ts';
import { corpus, hasCorpus, needsCorpus, root, volume12 } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { filesOf } from '../harness/whole-formats.ts';
import { type Asking, asking, makeFormat } from './asking.ts';
import { type PlainRules, type PlainRun, plainReading, PlainSearch } from './plain-reading.ts';

/** Phrases of whole volumes: what the index finds is what a plain reading of the TEI finds, at the same pages. */

/** Words that follow each other in a run, from 2 to 6, none over the end of a block. */
function phraseIn(run: PlainRun, from: number, length: number): string[] | undefined {
  const words = run.words.slice(from, from + length);
  return words.length === length && words.every((one) => one !== undefined) ? words.map(({ word }) => word) : undefined;
}

const isAcross = ({ words }: PlainRun, from: number, length: number): boolean =>
  words[from]?.page !== words[from + length - 1]?.page;

/** Phrases at random places: so many in notes, so many across the end of a page, all others in texts. */
function phrases(runs: readonly PlainRun[], counts: { all: number; notes: number; across: number }, seed: number) {
  const random = chance(seed);
  const long = runs.filter(({ words }) => words.length > 8);
  const notes = long.filter(({ field }) => field === 'note');
  const texts = long.filter(({ field }) => field === 'text');
  const weighted = texts.flatMap((run) => Array.from({ length: Math.ceil(run.words.length / 100) }, () => run));
  const found: string[][] = [];
  const take = (from: readonly PlainRun[], count: number, isWanted: typeof isAcross = () => true): void => {
    for (let taken = 0, tries = 0; taken < count && tries < 3_000_000; tries++) {
      const run = random.pick(from);
      const [at, length] = [random.below(run.words.length), 2 + random.below(5)];
      const phrase = isWanted(run, at, length) ? phraseIn(run, at, length) : undefined;
      if (!phrase) continue;
      taken++;
      found.push(phrase);
    }
  };
  if (counts.notes > 0) take(notes, counts.notes);
  if (counts.across > 0) take(weighted, counts.across, isAcross);
  take(weighted, counts.all - counts.notes - counts.across);
  return found;
}

/** Without the number of the note, which a plain reading does not have. */
async function answersOf({ answers }: Asking, phrase: readonly string[]): Promise<string[]> {
  const found = await answers(wantedOf(`"${phrase.join(' ')}"`));
  return found.map(({ where: { unit, field, page }, lastPage }) =>
    [unit.row[0], field, page, ...(lastPage === page ? [] : [lastPage])].join(' '),
  );
}

/** `passed` is what of an answer is not compared, `foreign` are answers that are none of a plain reading. */
async function compare(
  ask: Asking,
  runs: readonly PlainRun[],
  wanted: readonly string[][],
  passed = /^$/,
  foreign = /^$/,
) {
  const plain = new PlainSearch(runs);
  const wrong: string[] = [];
  let hits = 0;
  for (const phrase of wanted) {
    const expected = plain
      .find(phrase)
      .map((one) => one.replace(passed, ''))
      .sort();
    const answers = (await answersOf(ask, phrase)).filter((one) => !foreign.test(one));
    const found = answers.map((one) => one.replace(passed, '')).sort();
    hits += expected.length;
    if (expected.join() !== found.join())
      wrong.push(`${phrase.join(' ')}: ${found.slice(0, 3).join(', ')} instead of ${expected.slice(0, 3).join(', ')}`);
  }
  return { wrong, hits };
}

const volumeRules = (units: ReadonlySet<string>): PlainRules => ({
  blocks:
    'p head div list item term label row cell table note closer dateline signed titlePage docTitle titlePart docImprint byline publisher pubPlace docDate figure front body back',
  unit: (name, attributes) => {
    const id = attributes['xml:id'];
    if (name === 'titlePage') return 'title-page';
    return name === 'div' && id !== undefined && units.has(id) ? id : undefined;
  },
  isInline: ({ rend }) => rend === 'inline',
});

describe.skipIf(!hasCorpus)(`The index of a volume${needsCorpus}`, () => {
  let files: Map<string, string>;
  let runs: PlainRun[];
  let wanted: string[][];
  beforeAll(async () => {
    const read = readFolder(volume12);
    files = filesOf(await makeFormat(), read);
    const units = new Set(read.units.map(({ facts }) => facts.id));
    runs = plainReading(readFileSync(volume12, 'utf8'), volumeRules(units));
    wanted = phrases(runs, { all: 1000, notes: 200, across: 100 }, 46);
  });

  it('finds 1,000 phrases, 200 of them in notes and 100 across the ends of pages, where a plain reading finds them', async () => {
    expect(wanted.length).toBe(1000);
    const { wrong, hits } = await compare(asking(files), runs, wanted);
    expect(wrong).toEqual([]);
    expect(hits).toBeGreaterThan(20_000);
  });

  it('gives the answers that were counted by another program', async () => {
    const path = join(root, '../shared/design/search-phrases-v12.json');
    const known = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly phrase: string;
      readonly hits: number;
      readonly at?: readonly { document: string; field: string; page: string; pageEnd?: string }[];
    }[];
    const ask = asking(files);
    const wrong: string[] = [];
    for (const { phrase, hits, at } of known) {
      const found = await answersOf(ask, phrase.split(' '));
      const expected = at?.map((one) => [one.document, one.field, one.page, one.pageEnd].filter(Boolean).join(' '));
      if (found.length !== hits || (expected && found.toSorted().join() !== expected.toSorted().join()))
        wrong.push(phrase);
    }
    expect(wrong).toEqual([]);
    expect(known.length).toBe(500);
  });

  it('is small: what a first question and further ones load', async () => {
    const sizes = new Map([...files].map(([path, content]) => [path, gzipSync(content).length]));
    const size = (name: string): number => sizes.get(`search/${name}.js`)!;
    const client = readFileSync(join(root, 'lib/shell.js'), 'utf8');
    const script = JSON.parse(/"search":("(?:[^"\\]|\\.)*")/.exec(client)![1]!) as string;
    const page = sizes.get('search.html')! + sizes.get('search/search.css')! + gzipSync(script).length;
    const [first, further]: [number[], number[]] = [[], []];
    let ask = asking(files);
    for (const [i, phrase] of wanted.entries()) {
      if (i % 10 === 0) ask = asking(files);
      const before = ask.loaded.length;
      const found = await ask.answers(wantedOf(`"${phrase.join(' ')}"`));
      for (const { hit } of found.slice(0, 10)) await snippetOf(hit, ask.index);
      const loaded = ask.loaded.slice(before).reduce((sum, name) => sum + size(name), 0);
      if (i % 10 === 0) first.push(page + size('index') + loaded);
      else further.push(loaded);
    }
    const at = (list: readonly number[], share: number): number =>
      list.toSorted((a, b) => a - b)[Math.floor(list.length * share)]!;
    console.log(
      `first ${at(first, 0.5)} / ${at(first, 0.95)}, further ${at(further, 0.5)} / ${at(further, 0.95)} bytes`,
    );
    expect(at(first, 0.5)).toBeLessThan(60_000);
    expect(at(first, 0.95)).toBeLessThan(100_000);
    expect(at(further, 0.5)).toBeLessThan(30_000);
    expect(at(further, 0.95)).toBeLessThan(65_000);
  });
});

const nowhere = (): undefined => undefined;
const isInline = ({ place }: Readonly<Record<string, string>>): boolean => place === 'inline';
const anyTei = join(corpus, 'any-tei');

describe.skipIf(!hasCorpus)(`The index of other texts${needsCorpus}`, () => {
  it.each([
    [
      'Latin prose',
      'phi0448.phi001.perseus-lat2.xml',
      { blocks: 'div head p', unit: nowhere },
      { all: 1000, notes: 0, across: 0 },
    ],
    [
      'an Arabic journal',
      'oclc_4770057679-i_1.TEIP5.xml',
      { blocks: 'front body div head p bibl lg byline note salute', passed: 'orig', unit: nowhere, isInline },
      { all: 1000, notes: 10, across: 100 },
    ],
  ] as const)('finds 1,000 phrases of %s', async (_, name, rules, counts) => {
    const content = readFileSync(join(anyTei, name), 'utf8');
    const ask = asking(filesOf(await makeFormat(), readFolder(newFolder({ [name]: content }))));
    const runs = plainReading(content, rules);
    const { wrong, hits } = await compare(ask, runs, phrases(runs, counts, 47), /^\S* /);
    expect(wrong).toEqual([]);
    expect(hits).toBeGreaterThan(1000);
  });

  it('finds 1,000 phrases of German letters', async () => {
    // Without their registers, which a plain reading does not know as such.
    const letters = Object.fromEntries(
      readdirSync(join(corpus, 'letters'))
        .filter((name) => name.endsWith('.xml'))
        .map((name) => [name, readFileSync(join(corpus, 'letters', name), 'utf8').replace(/<back>[^]*<\/back>/, '')]),
    );
    const ask = asking(filesOf(await makeFormat(), readFolder(newFolder(letters))));
    const runs = Object.entries(letters).flatMap(([name, content]) =>
      plainReading(content, {
        blocks: 'body div opener dateline salute p closer signed postscript address addrLine list item head quote note',
        unit: (element) => (element === 'text' ? name.replace(/\.xml$/, '') : undefined),
      }),
    );
    const wanted = phrases(runs, { all: 1000, notes: 200, across: 0 }, 48);
    // What a header says of its letter is a text of its own, which a plain reading does not have.
    const { wrong, hits } = await compare(ask, runs, wanted, undefined, /\.about /);
    expect(wrong).toEqual([]);
    expect(hits).toBeGreaterThan(1000);
  });
});
