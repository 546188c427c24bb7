import type { PdfFile } from './pdf-file.ts';
import { isDict, Name, nameOf, type Value } from './values.ts';

/** What the codes of a font with one byte for each mean, where only its encoding says it (ISO 32000-1, 9.6.6 and annex D). */

const windows = new TextDecoder('windows-1252');
const mac = new TextDecoder('macintosh');

/** Names of glyphs that are not the character itself, from the Adobe Glyph List: those of Latin text. */
const namedGlyphs: ReadonlyMap<string, string> = new Map(
  (
    'space= exclam=! quotedbl=" numbersign=# dollar=$ percent=% ampersand=& quotesingle=\' quoteright=’ parenleft=( ' +
    'parenright=) asterisk=* plus=+ comma=, hyphen=- period=. slash=/ zero=0 one=1 two=2 three=3 four=4 five=5 six=6 ' +
    'seven=7 eight=8 nine=9 colon=: semicolon=; less=< greater=> question=? at=@ bracketleft=[ backslash=\\ ' +
    'bracketright=] asciicircum=^ underscore=_ grave=` quoteleft=‘ braceleft={ bar=| braceright=} asciitilde=~ ff=ff ' +
    'fi=fi fl=fl ffi=ffi ffl=ffl endash=– emdash=— quotedblleft=“ quotedblright=” quotedblbase=„ quotesinglbase=‚ ' +
    'bullet=• dagger=† daggerdbl=‡ ellipsis=… section=§ paragraph=¶ germandbls=ß dotlessi=ı ae=æ AE=Æ oe=œ OE=Œ ' +
    'oslash=ø Oslash=Ø guillemotleft=« guillemotright=» guilsinglleft=‹ guilsinglright=› exclamdown=¡ questiondown=¿ ' +
    'copyright=© registered=® degree=° Euro=€ sterling=£ cent=¢ multiply=× divide=÷ eth=ð Eth=Ð thorn=þ Thorn=Þ'
  )
    .split(' ')
    .map((each): [string, string] => {
      const at = each.indexOf('=', 1);
      return [each.slice(0, at), each.slice(at + 1) || ' '];
    }),
);

/** Letters with accents are the letter and the name of the accent: `eacute`. */
const accents: ReadonlyMap<string, string> = new Map([
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['circumflex', '\u0302'],
  ['dieresis', '\u0308'],
  ['tilde', '\u0303'],
  ['cedilla', '\u0327'],
  ['caron', '\u030c'],
  ['ring', '\u030a'],
]);

/** The text that a glyph with this name is; undefined where the name says nothing. */
export function textOfGlyph(name: string): string | undefined {
  const known = namedGlyphs.get(name);
  if (known !== undefined) return known;
  const [base = ''] = name.split('.', 1);
  if (base.length === 1) return base;
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(base);
  const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? 'ffffff', 16);
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  const accent = accents.get(base.slice(1));
  return accent === undefined ? undefined : (base[0]! + accent).normalize('NFC');
}

function baseEncoding(name: string | undefined): string[] {
  const codes = Uint8Array.from({ length: 256 }, (_, code) => code);
  const decoder = name === 'MacRomanEncoding' ? mac : windows;
  const texts = Array.from(codes, (code) => decoder.decode(Uint8Array.of(code)));
  // In the encoding that fonts have without being asked, two ASCII characters are typographic quotation marks.
  return name === undefined ? texts.with(0x27, '’').with(0x60, '‘') : texts;
}

/** The text of each of the 256 codes; undefined where nothing says it. `isSymbolic`: the font has an encoding of its own that is not told. */
export function encodingOf(file: PdfFile, value: Value | undefined, isSymbolic: boolean): (string | undefined)[] {
  const encoding = file.resolve(value);
  const isOwn = encoding === undefined && isSymbolic;
  const base = isDict(encoding) ? nameOf(file.resolve(encoding.get('BaseEncoding'))) : nameOf(encoding);
  const texts: (string | undefined)[] = isOwn || (isSymbolic && base === undefined) ? [] : baseEncoding(base);
  let code = 0;
  for (const one of isDict(encoding) ? file.array(encoding.get('Differences')) : []) {
    if (typeof one === 'number') code = one;
    else if (one instanceof Name && code >= 0 && code < 256) texts[code++] = textOfGlyph(one.name);
  }
  return texts;
}
