import { bytesOf, type Directory, readWords, type UnitRow, type WordPlaces } from '../src/formats/html/search/shard.ts';
import { eachPlace } from '../src/formats/html/search/words.ts';
import type { Lookup } from './find.ts';

/** The index of an edition: files are loaded when something in them is asked for, each once. */

/** What the file with this name holds. */
export type Load = (name: string) => Promise<unknown>;

/** The last of some sorted values that is not above a value; 0 where all are. */
export function lastUpTo<T>(sorted: readonly T[], isAbove: (one: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAbove(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - 1);
}

/** A word of a piece of text, with its place and where in the piece it is. */
export interface WordInText {
  readonly place: number;
  readonly from: number;
  readonly to: number;
}

export interface Piece {
  readonly text: string;
  readonly words: readonly WordInText[];
}

export class IndexFiles {
  readonly directory: Directory;
  private readonly load: Load;
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor(directory: Directory, load: Load) {
    this.directory = directory;
    this.load = load;
  }

  private once<T>(name: string, make: (value: unknown) => T): Promise<T> {
    let value = this.kept.get(name);
    if (!value) {
      value = this.load(name).then(make);
      this.kept.set(name, value);
      // What could not be loaded may be asked for again.
      value.catch(() => this.kept.delete(name));
    }
    return value as Promise<T>;
  }

  private shard(number: number): Promise<readonly WordPlaces[]> {
    return this.once(`words/${number}`, (value) => readWords(bytesOf(value as string)));
  }

  /** All places of a word, or of the words that begin so. */
  readonly lookup: Lookup = async (word, open) => {
    const { words } = this.directory;
    const first = lastUpTo(words, (one) => one > word);
    if (words.length === 0) return [];
    if (!open) return (await this.shard(first)).find((one) => one.word === word)?.places() ?? [];
    const numbers: number[] = [];
    for (let i = first; i < words.length && (i === first || words[i]!.startsWith(word)); i++) numbers.push(i);
    const shards = await Promise.all(numbers.map((number) => this.shard(number)));
    const lists = shards.flatMap((shard) => shard.filter((one) => one.word.startsWith(word)));
    return lists.flatMap((one) => one.places()).sort((a, b) => a - b);
  };

  /** All words that begin so; of words written backwards, those that end so. */
  async beginning(letters: string, which: 'terms' | 'backwards'): Promise<readonly string[]> {
    const firsts = this.directory[which];
    const lists: Promise<readonly string[]>[] = [];
    for (let i = lastUpTo(firsts, (one) => one > letters); i < firsts.length; i++) {
      if (lists.length > 0 && !firsts[i]!.startsWith(letters)) break;
      lists.push(this.once(`${which}/${i}`, (value) => (value as string).split(' ')));
    }
    return (await Promise.all(lists)).flat().filter((word) => word.startsWith(letters));
  }

  /** The number of the table in which a place is. */
  tableOf(place: number): number {
    return lastUpTo(this.directory.units, ([at]) => at > place);
  }

  /** The units of a table. */
  table(number: number): Promise<readonly UnitRow[]> {
    return this.once(`units/${number}`, (value) => value as readonly UnitRow[]);
  }

  /** The number of the piece of text in which a place is. */
  pieceOf(place: number): number {
    return lastUpTo(this.directory.text, ([at]) => at > place);
  }

  /** A piece of the text; undefined beyond the ends. */
  async piece(number: number): Promise<Piece | undefined> {
    const begin = this.directory.text[number];
    if (!begin) return undefined;
    return this.once(`text/${number}`, (value) => {
      const text = value as string;
      const words: WordInText[] = [];
      eachPlace(text, begin[0], (_, place, from, to) => void words.push({ place, from, to }));
      return { text, words };
    });
  }
}
