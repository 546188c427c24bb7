/** A string in parentheses (ISO 32000-1, 7.3.4.2): inner parentheses that balance, escapes, line ends as one. */

const escapes: ReadonlyMap<number, number> = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
]);

interface Literal {
  readonly bytes: Uint8Array;
  /** Behind the parenthesis that closes it. */
  readonly end: number;
}

const isOctal = (byte: number | undefined): byte is number => byte !== undefined && byte >= 0x30 && byte <= 0x37;

/** What follows a backslash: the byte that it is (none: a line end that does not count), and how many bytes it takes. */
function escaped(bytes: Uint8Array, at: number): readonly [byte: number | undefined, length: number] {
  const byte = bytes[at];
  if (byte === undefined) return [undefined, 0];
  if (isOctal(byte)) {
    let value = 0;
    let length = 0;
    for (; length < 3 && isOctal(bytes[at + length]); length++) value = value * 8 + bytes[at + length]! - 0x30;
    return [value & 0xff, length];
  }
  if (byte === 13) return [undefined, bytes[at + 1] === 10 ? 2 : 1];
  if (byte === 10) return [undefined, 1];
  return [escapes.get(byte) ?? byte, 1];
}

/** `from`: behind the parenthesis that opens it. A string that does not end goes to the end of the bytes. */
export function readLiteral(bytes: Uint8Array, from: number): Literal {
  const found: number[] = [];
  let depth = 1;
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at++]!;
    if (byte === 0x5c) {
      const [value, length] = escaped(bytes, at);
      if (value !== undefined) found.push(value);
      at += length;
      continue;
    }
    if (byte === 0x28) depth++;
    if (byte === 0x29 && --depth === 0) break;
    if (byte === 13) {
      if (bytes[at] === 10) at++;
      found.push(10);
    } else found.push(byte);
  }
  return { bytes: Uint8Array.from(found), end: at };
}
