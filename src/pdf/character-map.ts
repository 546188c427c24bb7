import { endOfBytes, Lexer } from './lexer.ts';
import { Bytes, isArray, Keyword, Name, type Value } from './values.ts';

/** What the codes of a font mean in Unicode (ISO 32000-1, 9.10.3), as the font itself says. */

/** A font has at most 65,536 glyphs; more is an attack on the memory. */
const mostCodes = 200_000;
const longestText = 512;

const utf16 = new TextDecoder('utf-16be');

const codeOf = ({ bytes }: Bytes): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

const textOf = ({ bytes }: Bytes): string => utf16.decode(bytes.subarray(0, longestText));

/** The text behind another one: the last code unit is one higher. */
function following(text: string, steps: number): string {
  const last = text.codePointAt(text.length - 1) ?? 0;
  if (steps === 0) return text;
  // A pair of surrogates is one character, whose number grows.
  const pair = text.length > 1 ? text.codePointAt(text.length - 2)! : 0;
  if (pair > 0xffff) return text.slice(0, -2) + String.fromCodePoint(Math.min(pair + steps, 0x10ffff));
  return text.slice(0, -1) + String.fromCharCode(last + steps);
}

type Put = (code: number, text: string) => void;

function putCharacters(values: readonly Value[], put: Put): void {
  for (let i = 0; i + 1 < values.length; i += 2) {
    const [code, text] = [values[i], values[i + 1]];
    if (code instanceof Bytes && text instanceof Bytes) put(codeOf(code), textOf(text));
  }
}

function putRanges(values: readonly Value[], put: Put): void {
  for (let i = 0; i + 2 < values.length; i += 3) {
    const [first, last, to] = [values[i], values[i + 1], values[i + 2]];
    if (!(first instanceof Bytes) || !(last instanceof Bytes)) continue;
    const from = codeOf(first);
    const length = Math.min(codeOf(last) - from + 1, mostCodes);
    if (isArray(to)) {
      to.slice(0, length).forEach((text, n) => text instanceof Bytes && put(from + n, textOf(text)));
    } else if (to instanceof Bytes) {
      const text = textOf(to);
      for (let n = 0; n < length; n++) put(from + n, following(text, n));
    }
  }
}

export interface CharacterMap {
  readonly texts: ReadonlyMap<number, string>;
  /** How many bytes a code has; undefined where the map does not say. */
  readonly codeLength: number | undefined;
}

/** Reads a `ToUnicode` map, or how long the codes of an encoding are. */
export function readCharacterMap(bytes: Uint8Array): CharacterMap {
  const texts = new Map<number, string>();
  const put: Put = (code, text) => {
    if (texts.size < mostCodes) texts.set(code, text);
  };
  let codeLength: number | undefined;
  let values: Value[] = [];
  const lexer = new Lexer(bytes);
  for (let value = lexer.next(false); value !== endOfBytes; value = lexer.next(false)) {
    if (!(value instanceof Keyword)) {
      if (values.length < mostCodes && !(value instanceof Name)) values.push(value);
      continue;
    }
    if (value.word === 'endbfchar') putCharacters(values, put);
    else if (value.word === 'endbfrange') putRanges(values, put);
    else if (value.word === 'endcodespacerange' && values[0] instanceof Bytes) codeLength = values[0].bytes.length;
    values = [];
  }
  return { texts, codeLength };
}
