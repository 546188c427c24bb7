import type { Unpacker } from './filters.ts';
import { isAt, latin1, Lexer } from './lexer.ts';
import { readObject } from './read-object.ts';
import { BadPdf, type Dict, isArray, isDict, Keyword, numberOf, sizeIn, Stream, type Value } from './values.ts';

/** The tables that say where the objects of a file are (ISO 32000-1, 7.5.4 and 7.5.8). The newest comes first, and what it says holds. */

/** An object at a place of the file, or the n-th in a stream of objects. */
export type Place = { readonly at: number } | { readonly stream: number; readonly index: number };

export interface CrossReferences {
  readonly places: ReadonlyMap<number, Place | undefined>;
  readonly trailer: Dict;
}

const mostObjects = 10_000_000;

/** Who can have changed a file so often? */
const mostTables = 1000;

class TableReader {
  readonly places = new Map<number, Place | undefined>();
  trailer: Dict | undefined;
  private readonly bytes: Uint8Array;
  private readonly unpacker: Unpacker;

  constructor(bytes: Uint8Array, unpacker: Unpacker) {
    this.bytes = bytes;
    this.unpacker = unpacker;
  }

  readAll(first: number): void {
    const waiting = [first];
    const seen = new Set<number>();
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      if (seen.has(at)) continue;
      seen.add(at);
      if (seen.size > mostTables) throw new BadPdf('it has more tables of contents than any file');
      const dict = isAt(this.bytes, at, 'xref') ? this.table(at + 4) : this.streamTable(at);
      this.trailer ??= dict;
      for (const key of ['XRefStm', 'Prev']) if (dict.has(key)) waiting.push(sizeIn(dict, key, 0));
    }
  }

  private put(number: number, place: Place | undefined): void {
    if (this.places.has(number)) return;
    if (this.places.size >= mostObjects) throw new BadPdf('it has more objects than any book');
    this.places.set(number, place);
  }

  private table(from: number): Dict {
    const lexer = new Lexer(this.bytes, from);
    for (;;) {
      const first = lexer.next(false);
      if (first instanceof Keyword && first.word === 'trailer') break;
      const count = lexer.next(false);
      if (typeof first !== 'number' || typeof count !== 'number') throw new BadPdf('its table of contents is damaged');
      for (let i = 0; i < count; i++) this.entry(lexer, first + i);
    }
    const dict = lexer.next();
    if (!isDict(dict)) throw new BadPdf('its table of contents is damaged');
    return dict;
  }

  private entry(lexer: Lexer, number: number): void {
    const at = lexer.next(false);
    lexer.next(false);
    const use = lexer.next(false);
    if (typeof at !== 'number' || !(use instanceof Keyword)) throw new BadPdf('its table of contents is damaged');
    this.put(number, use.word === 'n' ? { at } : undefined);
  }

  private streamTable(at: number): Dict {
    const stream = readObject(this.bytes, at, undefined, direct)?.value;
    if (!(stream instanceof Stream)) throw new BadPdf('its table of contents is not where it says');
    const { dict } = stream;
    const widths = dict.get('W');
    if (!isArray(widths)) throw new BadPdf('its table of contents is damaged');
    const [w0 = 0, w1 = 0, w2 = 0] = widths.map((one) => numberOf(one) ?? 0);
    if ([w0, w1, w2].some((width) => width < 0 || width > 8)) throw new BadPdf('its table of contents is damaged');
    const bytes = this.unpacker.unpack(stream, direct);
    const sections = dict.get('Index');
    const ranges = isArray(sections) ? sections.map((one) => numberOf(one) ?? 0) : [0, sizeIn(dict, 'Size', 0)];
    let here = 0;
    for (let i = 0; i + 1 < ranges.length; i += 2) {
      for (let n = 0; n < ranges[i + 1]! && here + w0 + w1 + w2 <= bytes.length; n++) {
        const kind = w0 === 0 ? 1 : bigEndian(bytes, here, w0);
        const [a, b] = [bigEndian(bytes, here + w0, w1), bigEndian(bytes, here + w0 + w1, w2)];
        this.put(ranges[i]! + n, kind === 1 ? { at: a } : kind === 2 ? { stream: a, index: b } : undefined);
        here += w0 + w1 + w2;
        if (w0 + w1 + w2 === 0) throw new BadPdf('its table of contents is damaged');
      }
    }
    return dict;
  }
}

/** Where nothing may be a reference: the table that says where objects are is not found through itself. */
const direct = (value: Value | undefined): Value | undefined => value;

function bigEndian(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let i = 0; i < width; i++) value = value * 256 + bytes[at + i]!;
  return value;
}

/** The tables of a file, newest first. */
export function crossReferences(bytes: Uint8Array, unpacker: Unpacker): CrossReferences {
  const tail = latin1(bytes, Math.max(0, bytes.length - 2048), bytes.length);
  const last = tail.lastIndexOf('startxref');
  const found = last < 0 ? null : /^startxref\s+(\d+)\s+%%EOF/.exec(tail.slice(last));
  if (!found) throw new BadPdf('its end is missing; the file is not complete');
  const reader = new TableReader(bytes, unpacker);
  reader.readAll(Number(found[1]));
  return { places: reader.places, trailer: reader.trailer! };
}
