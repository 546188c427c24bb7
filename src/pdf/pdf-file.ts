import { crossReferences, type CrossReferences, type Place } from './cross-references.ts';
import { Unpacker } from './filters.ts';
import { isAt, Lexer } from './lexer.ts';
import { readObject } from './read-object.ts';
import { BadPdf, type Dict, isDict, numberOf, Ref, sizeIn, Stream, type Value } from './values.ts';

/** The objects of a PDF by their numbers, each read when it is asked for. */

/** References to references: no program writes any, but a file may lead in a circle. */
const longestChain = 20;

/** Objects in a stream of objects, by their places in it. */
interface ObjectStream {
  readonly bytes: Uint8Array;
  readonly numbers: readonly number[];
  readonly offsets: readonly number[];
}

export class PdfFile {
  readonly version: string;
  readonly trailer: Dict;
  readonly catalog: Dict;
  private readonly bytes: Uint8Array;
  private readonly unpacker = new Unpacker();
  private readonly places: CrossReferences['places'];
  private readonly known = new Map<number, Value>();
  private readonly objectStreams = new Map<number, ObjectStream>();
  private bytesRead = 0;
  /** Objects that are being read: the length of a stream may lead back to the stream. */
  private readonly open = new Set<number>();

  constructor(bytes: Uint8Array) {
    if (!isAt(bytes, 0, '%PDF-')) throw new BadPdf('it is not a PDF');
    this.version = String.fromCharCode(...bytes.subarray(5, 8));
    this.bytes = bytes;
    const { places, trailer } = crossReferences(bytes, this.unpacker);
    this.places = places;
    this.trailer = trailer;
    if (trailer.has('Encrypt')) throw new BadPdf('it is encrypted');
    this.catalog = this.dict(trailer.get('Root'));
    if (this.catalog.size === 0) throw new BadPdf('it has no catalog, by which everything else is found');
  }

  /** A value, and where it is a reference, what it refers to. */
  resolve = (value: Value | undefined): Value | undefined => {
    let found = value;
    for (let i = 0; found instanceof Ref; i++) {
      if (i === longestChain) throw new BadPdf('a reference in it leads to itself');
      found = this.object(found.number);
    }
    return found;
  };

  /** A dictionary, or that of a stream; empty where the value is something else. */
  dict(value: Value | undefined): Dict {
    const found = this.resolve(value);
    if (isDict(found)) return found;
    return found instanceof Stream ? found.dict : new Map<string, Value>();
  }

  array(value: Value | undefined): readonly Value[] {
    const found = this.resolve(value);
    return Array.isArray(found) ? (found as readonly Value[]) : [];
  }

  number(value: Value | undefined): number | undefined {
    return numberOf(this.resolve(value));
  }

  unpacked(stream: Stream): Uint8Array {
    return this.unpacker.unpack(stream, this.resolve);
  }

  /** The object with a number; undefined where the file has none (7.3.10: such a reference is `null`). */
  private object(number: number): Value | undefined {
    const known = this.known.get(number);
    if (known !== undefined) return known;
    const place = this.places.get(number);
    if (!place || this.open.has(number)) return undefined;
    this.open.add(number);
    const value = this.read(number, place);
    this.open.delete(number);
    // The bytes of a stream are looked into once; its dictionary is small.
    if (value !== undefined) this.known.set(number, value);
    return value;
  }

  private read(number: number, place: Place): Value | undefined {
    if ('at' in place) return this.readAt(place.at, number);
    const { bytes, numbers, offsets } = this.objectStream(place.stream);
    if (numbers[place.index] !== number) return undefined;
    const lexer = new Lexer(bytes, offsets[place.index]);
    const value = lexer.next();
    this.count(lexer.at - offsets[place.index]!);
    return value;
  }

  private readAt(at: number, number: number): Value | undefined {
    const found = readObject(this.bytes, at, number, this.resolve);
    this.count(found?.length ?? 0);
    return found?.value;
  }

  /** Each object is read once, and no byte is in two of them; in a file that asks for more, one object is inside another. */
  private count(length: number): void {
    this.bytesRead += length;
    if (this.bytesRead > 2 * (this.bytes.length + this.unpacker.total)) throw new BadPdf('objects of it overlap');
  }

  private objectStream(number: number): ObjectStream {
    const known = this.objectStreams.get(number);
    if (known) return known;
    const place = this.places.get(number);
    const stream = place && 'at' in place ? this.readAt(place.at, number) : undefined;
    if (!(stream instanceof Stream)) throw new BadPdf('objects of it are not where it says');
    const bytes = this.unpacked(stream);
    const count = sizeIn(stream.dict, 'N', 0);
    const first = sizeIn(stream.dict, 'First', 0);
    const lexer = new Lexer(bytes);
    const [numbers, offsets]: [number[], number[]] = [[], []];
    for (let i = 0; i < count && lexer.at < bytes.length; i++) {
      numbers.push(numberOf(lexer.next(false)) ?? -1);
      offsets.push(first + (numberOf(lexer.next(false)) ?? 0));
    }
    const made = { bytes, numbers, offsets };
    this.objectStreams.set(number, made);
    return made;
  }
}
