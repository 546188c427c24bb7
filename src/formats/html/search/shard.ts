/**
 * The files of the index, as they are read: by the script in the browser and by the proof. Each is a script, since browsers read nothing else from a
 * disk: it calls one function with its name and what it holds.
 *
 * A shard of words is bytes, in Base64: for each word, in the order of code units, how many UTF-16 units it has in common with the word before it (one
 * byte), how many bytes of UTF-8 follow, these bytes, how many bytes its places have, and its places: each how many it is behind the one before, from 0.
 * Numbers but the first are unsigned LEB128.
 */

/** What every file of the index calls. */
export const receiver = 'octavoSearch';

/** Where the file with this name is, below the folder of the page that searches. */
export const shardPath = (name: string): string => `search/${name}.js`;

/** What is known of the index before anything is searched: search/index.js. */
export interface Directory {
  /** The first word of each shard of words. */
  readonly words: readonly string[];
  /** The first word of each list of words, and of each list of words written backwards. */
  readonly terms: readonly string[];
  readonly backwards: readonly string[];
  /** Of each piece of the text: the place of its first word, and how many UTF-16 units it has. */
  readonly text: readonly (readonly [at: number, length: number])[];
  /** Of each table of units: the place of its first word, and the number of its first unit. */
  readonly units: readonly (readonly [at: number, unit: number])[];
  /** How many places there are. */
  readonly places: number;
}

/** The kinds of unit that a search can be narrowed to. */
export type SearchKind = 'document' | 'section' | 'record' | 'register';

/** A unit in a table: `[id, number, title, kind, depth, date, notes, lengths, pages]`. */
export type UnitRow = readonly [
  id: string,
  /** Empty: it has none. */
  number: string,
  title: string,
  kind: SearchKind,
  depth: number,
  /** `1970-08-14`, `1970-08/1971`; empty: none is known. */
  date: string,
  /** How many of the runs behind the first, which is the text, are notes; further ones are of the apparatus. */
  notes: number,
  /** How many places each run takes. */
  lengths: readonly number[],
  /** In turn: how many places behind the last, from the first of the unit on, another page is open, and its label. */
  pages: readonly (number | string)[],
];

/** A word of a shard with its places. */
export interface WordPlaces {
  readonly word: string;
  readonly places: () => number[];
}

/** The words of a shard, from its bytes. Throws where they end too early. */
export function readWords(bytes: Uint8Array): WordPlaces[] {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const words: WordPlaces[] = [];
  let at = 0;
  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error('it ends too early');
    return byte;
  };
  const number = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = next();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const take = (length: number): Uint8Array => {
    at += length;
    if (at > bytes.length) throw new Error('it ends too early');
    return bytes.subarray(at - length, at);
  };
  let last = '';
  while (at < bytes.length) {
    const common = next();
    last = last.slice(0, common) + decoder.decode(take(number()));
    const places = take(number());
    words.push({ word: last, places: () => readPlaces(places) });
  }
  return words;
}

function readPlaces(bytes: Uint8Array): number[] {
  const places: number[] = [];
  let [place, value, factor] = [0, 0, 1];
  for (const byte of bytes) {
    value += (byte & 127) * factor;
    factor *= 128;
    if (byte >= 128) continue;
    place += value;
    places.push(place);
    [value, factor] = [0, 1];
  }
  return places;
}

/** The bytes of a text in Base64. */
export const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
