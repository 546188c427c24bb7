import { type CharacterMap, readCharacterMap } from './character-map.ts';
import type { FontInfo } from './document.ts';
import { encodingOf } from './encodings.ts';
import type { PdfFile } from './pdf-file.ts';
import { type Dict, isArray, nameOf, Stream, type Value } from './values.ts';

/** What codes of a font mean and how wide they are (ISO 32000-1, 9.6 to 9.10). The font program itself is never looked into. */

export interface Font {
  readonly info: FontInfo;
  /** Bytes of a code: 1 or 2. */
  readonly codeLength: number;
  /** The text of a code; U+FFFD where the file does not say it. */
  text(code: number): string;
  /** In thousandths of the size. */
  width(code: number): number;
}

/** A font has at most 65,536 glyphs. */
const mostWidths = 200_000;

export const unknownCharacter = '\ufffd';

/** Widths of glyphs in a font of two bytes (9.7.4.3): `c [w1 w2 …]` or `first last w`. */
function glyphWidths(file: PdfFile, list: readonly Value[]): Map<number, number> {
  const widths = new Map<number, number>();
  let left = mostWidths;
  for (let i = 0; i < list.length && left > 0;) {
    const first = file.number(list[i]) ?? 0;
    const second = file.resolve(list[i + 1]);
    if (isArray(second)) {
      second.slice(0, left).forEach((width, n) => widths.set(first + n, file.number(width) ?? 0));
      left -= second.length;
      i += 2;
    } else {
      const last = Math.min(typeof second === 'number' ? second : first, first + 0xffff);
      for (let code = first; code <= last; code++) widths.set(code, file.number(list[i + 2]) ?? 0);
      left -= last - first + 1;
      i += 3;
    }
  }
  return widths;
}

function infoOf(file: PdfFile, dict: Dict, descriptor: Dict): FontInfo {
  const name = nameOf(file.resolve(dict.get('BaseFont'))) ?? '';
  const type = nameOf(file.resolve(dict.get('Subtype'))) ?? '';
  const isEmbedded = type === 'Type3' || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key));
  return {
    name: name.replace(/^[A-Z]{6}\+/, ''),
    isEmbedded,
    isSubset: /^[A-Z]{6}\+/.test(name),
    saysCharacters: dict.has('ToUnicode'),
  };
}

function toUnicode(file: PdfFile, dict: Dict): CharacterMap | undefined {
  const stream = file.resolve(dict.get('ToUnicode'));
  return stream instanceof Stream ? readCharacterMap(file.unpacked(stream)) : undefined;
}

function compositeFont(file: PdfFile, dict: Dict): Font {
  const inner = file.dict(file.array(dict.get('DescendantFonts'))[0]);
  const widths = glyphWidths(file, file.array(inner.get('W')));
  const otherwise = file.number(inner.get('DW')) ?? 1000;
  const map = toUnicode(file, dict);
  const encoding = file.resolve(dict.get('Encoding'));
  const codeLength = encoding instanceof Stream ? (readCharacterMap(file.unpacked(encoding)).codeLength ?? 2) : 2;
  return {
    info: infoOf(file, dict, file.dict(inner.get('FontDescriptor'))),
    codeLength,
    text: (code) => map?.texts.get(code) ?? unknownCharacter,
    width: (code) => widths.get(code) ?? otherwise,
  };
}

function simpleFont(file: PdfFile, dict: Dict): Font {
  const descriptor = file.dict(dict.get('FontDescriptor'));
  const isSymbolic = ((file.number(descriptor.get('Flags')) ?? 0) & 4) !== 0;
  const encoding = encodingOf(file, dict.get('Encoding'), isSymbolic);
  const map = toUnicode(file, dict);
  const first = file.number(dict.get('FirstChar')) ?? 0;
  const widths = file.array(dict.get('Widths')).map((width) => file.number(width) ?? 0);
  const missing = file.number(descriptor.get('MissingWidth')) ?? 500;
  // Glyphs of a font that is drawn have measures of their own (9.6.5).
  const [scale] = file.array(dict.get('FontMatrix')).map((one) => file.number(one) ?? 0);
  const factor = scale === undefined ? 1 : scale * 1000;
  return {
    info: infoOf(file, dict, descriptor),
    codeLength: 1,
    text: (code) => map?.texts.get(code) ?? encoding[code] ?? unknownCharacter,
    width: (code) => (widths[code - first] ?? missing) * factor,
  };
}

/** A font from its dictionary. */
export function readFont(file: PdfFile, dict: Dict): Font {
  const isComposite = nameOf(file.resolve(dict.get('Subtype'))) === 'Type0';
  return isComposite ? compositeFont(file, dict) : simpleFont(file, dict);
}
