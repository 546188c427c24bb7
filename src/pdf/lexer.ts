import { classes, hexDigit, regular, space } from './character-classes.ts';
import { readLiteral } from './literal-string.ts';
import { BadPdf, Bytes, Keyword, Name, Ref, type Value } from './values.ts';

/** Reads values from bytes, of a file or of the content of a page (ISO 32000-1, 7.2 and 7.3). It never reads behind its bytes. */

/** Arrays and dictionaries in one another. Those of programs are a handful deep. */
const deepest = 100;

/** Names and keywords are kept once; of a file that has more, the rest is made each time. */
const mostKept = 10_000;

const endOfArray = new Keyword(']');
const endOfDict = new Keyword('>>');
export const endOfBytes = new Keyword('');

export class Lexer {
  readonly bytes: Uint8Array;
  at: number;
  private readonly names = new Map<string, Name>();
  private readonly keywords = new Map<string, Value>([
    ['true', true],
    ['false', false],
    ['null', null],
  ]);
  private depth = 0;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  skipSpace(): void {
    const { bytes } = this;
    for (;;) {
      const byte = bytes[this.at]!;
      if (byte === 0x25) while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++;
      else if (this.at < bytes.length && classes[byte] === space) this.at++;
      else return;
    }
  }

  /** The next value or keyword; `endOfBytes` where there is none. References are values where `hasRefs` (not in the content of pages). */
  next(hasRefs = true): Value {
    this.skipSpace();
    const byte = this.bytes[this.at];
    if (byte === undefined) return endOfBytes;
    if (classes[byte] === regular) return this.isNumber(byte) ? this.numberOrRef(hasRefs) : this.keyword();
    this.at++;
    if (byte === 0x2f) return this.name();
    if (byte === 0x28) return this.literal();
    if (byte === 0x5b) return this.array(hasRefs);
    if (byte === 0x5d) return endOfArray;
    if (byte === 0x3c) return this.bytes[this.at] === 0x3c ? this.dict(hasRefs) : this.hexadecimal();
    if (byte === 0x3e && this.bytes[this.at] === 0x3e) {
      this.at++;
      return endOfDict;
    }
    // Braces are in functions only, and a parenthesis that closes nothing is in nothing that we read.
    return new Keyword(String.fromCharCode(byte));
  }

  private isNumber(byte: number): boolean {
    return (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b;
  }

  private word(): string {
    const from = this.at;
    while (this.at < this.bytes.length && classes[this.bytes[this.at]!] === regular) this.at++;
    return latin1(this.bytes, from, this.at);
  }

  private number(): number {
    const word = this.word();
    const value = Number(word);
    if (Number.isFinite(value)) return value;
    // Some programs write `--1` or `1.-2`; whoever reads pages takes what begins it.
    const [found] = /^[+-]*\d*\.?\d*/.exec(word) ?? [''];
    const begun = Number(found.replace(/^[+-]*(?=[+-])/, ''));
    return Number.isFinite(begun) ? begun : 0;
  }

  private numberOrRef(hasRefs: boolean): Value {
    const value = this.number();
    if (!hasRefs || !Number.isInteger(value) || value < 0) return value;
    const { bytes, at } = this;
    // `12 0 R`: looked for without making words of what is not one.
    const isSpace = (place: number): boolean => place < bytes.length && classes[bytes[place]!] === space;
    let here = at;
    while (isSpace(here)) here++;
    const from = here;
    while (bytes[here]! >= 0x30 && bytes[here]! <= 0x39) here++;
    if (from === at || here === from || !isSpace(here)) return value;
    while (isSpace(here)) here++;
    if (bytes[here] !== 0x52 || classes[bytes[here + 1] ?? 0x20] === regular) return value;
    this.at = here + 1;
    return new Ref(value);
  }

  private keyword(): Value {
    const word = this.word();
    const known = this.keywords.get(word);
    if (known !== undefined) return known;
    const made = new Keyword(word);
    if (this.keywords.size < mostKept) this.keywords.set(word, made);
    return made;
  }

  private name(): Name {
    const word = this.word();
    const known = this.names.get(word);
    if (known) return known;
    const text = word.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const made = new Name(text);
    if (this.names.size < mostKept) this.names.set(word, made);
    return made;
  }

  private literal(): Bytes {
    const { bytes, end } = readLiteral(this.bytes, this.at);
    this.at = end;
    return new Bytes(bytes);
  }

  private hexadecimal(): Bytes {
    const { bytes } = this;
    let end = bytes.indexOf(0x3e, this.at);
    if (end < 0) end = bytes.length;
    const found = new Uint8Array((end - this.at + 1) >> 1);
    let digits = 0;
    for (; this.at < end; this.at++) {
      const digit = hexDigit(bytes[this.at]!);
      if (digit < 0) continue;
      found[digits >> 1] = found[digits >> 1]! | (digits & 1 ? digit : digit << 4);
      digits++;
    }
    this.at = Math.min(end + 1, bytes.length);
    return new Bytes(found.subarray(0, (digits + 1) >> 1));
  }

  private deeper<T>(read: () => T): T {
    if (this.depth >= deepest) throw new BadPdf('its values are nested deeper than any program writes them');
    this.depth++;
    const value = read();
    this.depth--;
    return value;
  }

  private array(hasRefs: boolean): Value {
    return this.deeper(() => {
      const values: Value[] = [];
      for (;;) {
        const value = this.next(hasRefs);
        if (value === endOfArray || value === endOfBytes) return values;
        values.push(value);
      }
    });
  }

  private dict(hasRefs: boolean): Value {
    this.at++;
    return this.deeper(() => {
      const dict = new Map<string, Value>();
      for (;;) {
        const key = this.next(hasRefs);
        if (key === endOfDict || key === endOfBytes) return dict;
        if (!(key instanceof Name)) continue;
        const value = this.next(hasRefs);
        if (value === endOfDict || value === endOfBytes) return dict;
        dict.set(key.name, value);
      }
    });
  }
}

/** Bytes as characters, one for each. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

/** Whether bytes are this word at a place. */
export function isAt(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}
