/** The values that a PDF is made of (ISO 32000-1, 7.3). */

/** Why a PDF cannot be read; the message is for a person. */
export class BadPdf extends Error {}

export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A string before anybody knows whether it is text, an id or codes of a font. */
export class Bytes {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** A reference to an object of the file. */
export class Ref {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** A word that is not a value: an operator of a page, `obj`, `endobj` … */
export class Keyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

export type Dict = ReadonlyMap<string, Value>;

/** A dictionary with bytes behind it, packed as the dictionary says. */
export class Stream {
  readonly dict: Dict;
  readonly packed: Uint8Array;
  constructor(dict: Dict, packed: Uint8Array) {
    this.dict = dict;
    this.packed = packed;
  }
}

export type Value = number | boolean | null | Name | Bytes | Ref | Keyword | Stream | readonly Value[] | Dict;

export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;

export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const nameOf = (value: Value | undefined): string | undefined =>
  value instanceof Name ? value.name : undefined;

export const numberOf = (value: Value | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** A length or a count that a dictionary says. */
export function sizeIn(dict: Dict, key: string, otherwise: number): number {
  const value = numberOf(dict.get(key)) ?? otherwise;
  if (!Number.isInteger(value) || value < 0 || value > 0x7fffffff) throw new BadPdf(`the number ${key} is impossible`);
  return value;
}
