import { Bytes, type Value } from './values.ts';

/** Text in a PDF outside its pages (ISO 32000-1, 7.9.2.2): in UTF-16 or UTF-8 with a mark that says so, or in an encoding of its own. */

/** What differs from Latin-1 in PDFDocEncoding (annex D.3): the characters from 0x18, and from 0x80. */
const from18 = '˘ˇˆ˙˝˛˚˜';
const from80 = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€';

function docCharacter(byte: number): string {
  if (byte >= 0x18 && byte < 0x20) return from18[byte - 0x18]!;
  if (byte >= 0x80 && byte <= 0xa0) return from80[byte - 0x80]!;
  return String.fromCharCode(byte);
}

const decoders = { be: new TextDecoder('utf-16be'), le: new TextDecoder('utf-16le'), utf8: new TextDecoder() };

/** A language may be named inside the text by an escape, which is not text. */
const languageEscape = /\x1b[^\x1b]*\x1b/g;

/** The text that a string is; undefined where the value is not a string. */
export function textOf(value: Value | undefined): string | undefined {
  if (!(value instanceof Bytes)) return undefined;
  const { bytes } = value;
  const [a, b, c] = bytes;
  if (a === 0xfe && b === 0xff) return decoders.be.decode(bytes.subarray(2)).replace(languageEscape, '');
  if (a === 0xff && b === 0xfe) return decoders.le.decode(bytes.subarray(2)).replace(languageEscape, '');
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoders.utf8.decode(bytes.subarray(3));
  return Array.from(bytes, docCharacter).join('');
}

/** A string that is a key, not text: one character for each byte. */
export const keyOf = (value: Value | undefined): string | undefined =>
  value instanceof Bytes ? Buffer.from(value.bytes).toString('latin1') : undefined;
