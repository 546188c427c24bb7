/** Classes of characters, XML 1.0 (fifth edition) sections 2.2 and 2.3. All questions are put in UTF-16 units, since that is what a scan sees. */

const START = 1;
const PART = 2;
const SPACE = 4;
/** May be in text without a second look. */
const PLAIN = 8;

function asciiClasses(): Uint8Array {
  const table = new Uint8Array(128);
  const mark = (characters: string, bits: number): void => {
    for (const character of characters) table[character.charCodeAt(0)]! |= bits;
  };
  mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:', START | PART);
  mark('0123456789.-', PART);
  mark(' \t\n\r', SPACE);
  for (let unit = 0x20; unit < 128; unit++) table[unit]! |= PLAIN;
  mark('\t\n', PLAIN);
  for (const character of '<&]') table[character.charCodeAt(0)]! &= ~PLAIN;
  return table;
}

const ascii = asciiClasses();

/** Space, tab, line feed or carriage return. */
export const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 9 || unit === 13;

/** Neither `<`, `&`, `]`, a carriage return, a forbidden character nor half of a surrogate pair. */
export const isPlain = (unit: number): boolean => (unit < 128 ? (ascii[unit]! & PLAIN) !== 0 : unit < 0xd800);

/** Name characters beyond ASCII below the surrogates: starts and ends of ranges, section 2.3. */
const startRanges = [
  0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x370, 0x37d, 0x37f, 0x1fff, 0x200c, 0x200d, 0x2070, 0x218f, 0x2c00, 0x2fef,
  0x3001, 0xd7ff, 0xf900, 0xfdcf, 0xfdf0, 0xfffd,
];
const partRanges = [0xb7, 0xb7, 0x300, 0x36f, 0x203f, 0x2040];

function within(ranges: readonly number[], unit: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) if (unit >= ranges[i]! && unit <= ranges[i + 1]!) return true;
  return false;
}

/** Is a surrogate pair at `at` that may be in a name (U+10000 to U+EFFFF)? */
function isNamePair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const low = text.charCodeAt(at + 1);
  return unit >= 0xd800 && unit <= 0xdb7f && low >= 0xdc00 && low <= 0xdfff;
}

/** The units of the name character at `at`: 1, 2, or 0 where none is there. */
export function nameWidth(text: string, at: number): 0 | 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 128) return (ascii[unit]! & PART) !== 0 ? 1 : 0;
  if (within(startRanges, unit) || within(partRanges, unit)) return 1;
  return isNamePair(text, at) ? 2 : 0;
}

/** May a name begin at `at`? False after the end of the text. */
export function isNameStart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return (ascii[unit]! & START) !== 0;
  return within(startRanges, unit) || isNamePair(text, at);
}

/** Is the character at `at` one that XML knows (section 2.2, Char)? Answers its width in units, 0 where it is forbidden. */
export function allowedWidth(text: string, at: number): 0 | 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 32) return isSpace(unit) ? 1 : 0;
  if (unit < 0xd800) return 1;
  if (unit >= 0xe000) return unit <= 0xfffd ? 1 : 0;
  if (unit >= 0xdc00) return 0;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 0;
}

/** Is this number that of a character XML knows? */
export const isAllowedCodePoint = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 32 && code < 0xd800) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);
