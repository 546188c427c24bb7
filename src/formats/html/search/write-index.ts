import type { DateFact } from '../../../model/facts.ts';
import type { UnitInfo } from '../../../model/edition.ts';
import type { OutputFile } from '../../format.ts';
import { type Directory, receiver, type SearchKind, shardPath, type UnitRow } from './shard.ts';
import type { UnitRuns } from './unit-runs.ts';
import { eachPlace, runEnd } from './words.ts';

/**
 * Writes the index: every word of the edition with all its places. Places are numbered through the edition (words.ts).
 */

/** How long files grow, in bytes or UTF-16 units, before another one begins. */
const wordsLength = 8000;
const textLength = 4000;
const unitsLength = 12_000;
/** How many words are in a list. */
const termsCount = 400;

/** A file of the index. */
export const indexFile = (name: string, value: unknown): OutputFile => ({
  path: shardPath(name),
  content: `${receiver}(${JSON.stringify(name)},${JSON.stringify(value)});\n`,
});

/** `1970-08-14`, or an interval; no time of day. */
function searchDate(date: DateFact | undefined): string {
  const day = (when = ''): string => when.replace(/T.*$/, '');
  const from = day(date?.when ?? date?.notBefore ?? date?.from);
  const to = day(date?.when ?? date?.notAfter ?? date?.to);
  return from === to ? from : `${from}/${to}`;
}

/** The texts of units as they come, with the places of their words. */
export class IndexWriter {
  private readonly words = new Map<string, number[]>();
  private readonly texts: string[] = [];
  private readonly rows: UnitRow[] = [];
  private place = 0;

  unit({ facts, depth }: UnitInfo, { runs, isRegister }: UnitRuns): void {
    const lengths: number[] = [];
    const pages: (number | string)[] = [];
    let [turned, label]: [number, string | undefined] = [this.place, undefined];
    for (const { text, pages: turns } of runs) {
      const before = this.place;
      this.add(text, turns, (next, place) => {
        if (next === label) return;
        pages.push(place - turned, next);
        [turned, label] = [place, next];
      });
      lengths.push(this.place - before);
    }
    const kind: SearchKind = isRegister ? 'register' : facts.kind;
    const notes = runs.filter(({ field }) => field === 'note').length;
    const date = searchDate(facts.date);
    this.rows.push([facts.id, facts.number ?? '', facts.title, kind, depth, date, notes, lengths, pages]);
  }

  private add(
    text: string,
    turns: UnitRuns['runs'][number]['pages'],
    turn: (label: string, place: number) => void,
  ): void {
    const whole = text + runEnd;
    this.texts.push(whole);
    let next = 0;
    this.place = eachPlace(whole, this.place, (word, place, from) => {
      for (; next < turns.length && turns[next]![0] <= from; next++) turn(turns[next]![1], place);
      this.at(word).push(place);
    });
  }

  private at(word: string): number[] {
    let places = this.words.get(word);
    if (places === undefined) this.words.set(word, (places = []));
    return places;
  }

  files(): OutputFile[] {
    const sorted = [...this.words.keys()].sort();
    const words = packed(sorted, this.words);
    const terms = lists(sorted);
    const backwards = lists(sorted.map(backward).sort());
    const text = pieces(this.texts);
    const units = tables(this.rows);
    const directory: Directory = {
      words: words.map(({ first }) => first),
      terms: terms.map(({ first }) => first),
      backwards: backwards.map(({ first }) => first),
      text: text.map(({ at, piece }) => [at, piece.length]),
      units: units.map(({ at, unit }) => [at, unit]),
      places: this.place,
    };
    return [
      indexFile('index', directory),
      ...words.map(({ base64 }, i) => indexFile(`words/${i}`, base64)),
      ...terms.map(({ list }, i) => indexFile(`terms/${i}`, list)),
      ...backwards.map(({ list }, i) => indexFile(`backwards/${i}`, list)),
      ...text.map(({ piece }, i) => indexFile(`text/${i}`, piece)),
      ...units.map(({ rows }, i) => indexFile(`units/${i}`, rows)),
    ];
  }
}

/** A word with its last letter first. */
const backward = (word: string): string => [...word].reverse().join('');

function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function commonLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length, 255);
  let i = 0;
  while (i < most && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  // Half a character cannot be written.
  return i > 0 && (b.charCodeAt(i - 1) & 0xfc00) === 0xd800 ? i - 1 : i;
}

function pushWord(bytes: number[], word: string, before: string, places: readonly number[]): void {
  const common = commonLength(before, word);
  const rest = Buffer.from(word.slice(common));
  bytes.push(common);
  pushNumber(bytes, rest.length);
  for (const byte of rest) bytes.push(byte);
  const deltas: number[] = [];
  let last = 0;
  for (const place of places) {
    pushNumber(deltas, place - last);
    last = place;
  }
  pushNumber(bytes, deltas.length);
  for (const byte of deltas) bytes.push(byte);
}

/** Words in shards; a word with very many places has one of its own. */
function packed(
  sorted: readonly string[],
  words: ReadonlyMap<string, readonly number[]>,
): { first: string; base64: string }[] {
  const shards: { first: string; base64: string }[] = [];
  let [bytes, first, before]: [number[], string, string] = [[], '', ''];
  const finish = (): void => {
    if (bytes.length > 0) shards.push({ first, base64: Buffer.from(bytes).toString('base64') });
    [bytes, before] = [[], ''];
  };
  for (const word of sorted) {
    const places = words.get(word)!;
    if (bytes.length > 0 && bytes.length + places.length > wordsLength) finish();
    if (bytes.length === 0) first = word;
    pushWord(bytes, word, before, places);
    before = word;
  }
  finish();
  return shards;
}

function lists(sorted: readonly string[]): { first: string; list: string }[] {
  const all: { first: string; list: string }[] = [];
  for (let i = 0; i < sorted.length; i += termsCount)
    all.push({ first: sorted[i]!, list: sorted.slice(i, i + termsCount).join(' ') });
  return all;
}

/** All texts, cut behind a space or the end of a line or run. */
function pieces(texts: readonly string[]): { at: number; piece: string }[] {
  const all: { at: number; piece: string }[] = [];
  const whole = texts.join('');
  let place = 0;
  for (let from = 0; from < whole.length;) {
    const near = from + textLength;
    const space = near < whole.length ? /[ \n\f]/g : undefined;
    if (space) space.lastIndex = near;
    const to = space ? (space.exec(whole)?.index ?? whole.length - 1) + 1 : whole.length;
    const piece = whole.slice(from, to);
    all.push({ at: place, piece });
    place = eachPlace(piece, place, () => undefined);
    from = to;
  }
  return all;
}

function tables(rows: readonly UnitRow[]): { at: number; unit: number; rows: UnitRow[] }[] {
  const all: { at: number; unit: number; rows: UnitRow[] }[] = [];
  let [place, length] = [0, Infinity];
  for (const [unit, row] of rows.entries()) {
    if (length > unitsLength) {
      all.push({ at: place, unit, rows: [] });
      length = 0;
    }
    all.at(-1)!.rows.push(row);
    length += JSON.stringify(row).length;
    place += row[7].reduce((sum, one) => sum + one, 0);
  }
  return all;
}
