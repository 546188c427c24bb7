import { isAt, Lexer } from './lexer.ts';
import { BadPdf, isDict, Keyword, numberOf, Stream, type Value } from './values.ts';

type Resolve = (value: Value | undefined) => Value | undefined;

const isKeyword = (value: Value, word: string): boolean => value instanceof Keyword && value.word === word;

const ends = ['endstream', '\nendstream', '\r\nendstream', '\rendstream'];

function readStream(lexer: Lexer, dict: ReadonlyMap<string, Value>, resolve: Resolve): Stream {
  const { bytes } = lexer;
  // Behind `stream` is one line end (7.3.8.1).
  let from = lexer.at;
  if (bytes[from] === 13) from++;
  if (bytes[from] === 10) from++;
  const length = numberOf(resolve(dict.get('Length')));
  const end = from + (length ?? -1);
  const isRight = end >= from && ends.some((word) => isAt(bytes, end, word));
  if (!isRight) throw new BadPdf('a part of it is not as long as it says; the file is damaged');
  return new Stream(dict, bytes.subarray(from, end));
}

export interface ReadObject {
  readonly number: number;
  readonly value: Value;
  /** How many bytes were read, without those of a stream. */
  readonly length: number;
}

/** The object at a place of the file (ISO 32000-1, 7.3.10); undefined where another one is there than `number`. */
export function readObject(
  bytes: Uint8Array,
  at: number,
  number: number | undefined,
  resolve: Resolve,
): ReadObject | undefined {
  const lexer = new Lexer(bytes, at);
  const found = lexer.next(false);
  lexer.next(false);
  if (typeof found !== 'number' || !isKeyword(lexer.next(false), 'obj')) return undefined;
  if (number !== undefined && number !== found) return undefined;
  const value = lexer.next();
  const length = lexer.at - at;
  const isStream = isDict(value) && isKeyword(lexer.next(), 'stream');
  return { number: found, value: isStream ? readStream(lexer, value, resolve) : value, length };
}
