import type { XmlTag } from './events.ts';
import { nameWidth } from './characters.ts';

/** Where an end tag that is missing most probably belongs, judged by other elements of the file. `undefined` where nothing can be said. */
export function likePlace(text: string, tag: XmlTag, endTag: number): number | undefined {
  return sameWords(text, tag, endTag) ?? nextOfItsKind(text, tag, endTag) ?? atEnd(text, tag, endTag);
}

/** Elements of a start tag that are looked at. */
const MOST_LOOKS = 50;

/** The same start tag is elsewhere, around words that follow this one too. */
function sameWords(text: string, tag: XmlTag, endTag: number): number | undefined {
  const startTag = text.slice(tag.start, tag.end);
  if (tag.attributes.length === 0 || startTag.length > 1000) return undefined;
  let at = text.indexOf(startTag);
  for (let looks = 0; at >= 0 && looks < MOST_LOOKS; looks++) {
    const from = at + startTag.length;
    const words = text.slice(from, text.indexOf('<', from));
    const fits = at !== tag.start && words.trim() !== '' && words.length < 1000 && text.startsWith(words, tag.end);
    if (fits && text.startsWith(`</${tag.name}>`, from + words.length) && tag.end + words.length <= endTag) {
      return tag.end + words.length;
    }
    at = text.indexOf(startTag, from);
  }
  return undefined;
}

/** Is there nothing but tags and white space before it in its parent? Then it is not part of a sentence. */
const isBlock = (text: string, tag: XmlTag): boolean =>
  text
    .slice(Math.max(0, tag.start - 500), tag.start)
    .trimEnd()
    .endsWith('>');

/** A paragraph ends before the next paragraph. */
function nextOfItsKind(text: string, tag: XmlTag, endTag: number): number | undefined {
  if (!isBlock(text, tag)) return undefined;
  let depth = 0;
  for (const { 0: whole, 1: slash, 2: name, 3: empty, index } of text
    .slice(tag.end, Math.min(endTag, tag.end + 200_000))
    .matchAll(/<!--[^]*?(?:-->|$)|<(\/?)([^\s<>!?/]+)(?![^\s<>!?/])[^<>]*?(\/?)>/g)) {
    if (name === undefined || whole.startsWith('<!')) continue;
    if (slash === '' && depth === 0 && name === tag.name && nameWidth(name, 0) > 0) {
      return tag.end + text.slice(tag.end, tag.end + index).trimEnd().length;
    }
    if (slash === '/') depth--;
    else if (empty === '') depth++;
  }
  return undefined;
}

/** The last block of an element ends with it. */
const atEnd = (text: string, tag: XmlTag, endTag: number): number | undefined =>
  isBlock(text, tag) ? text.slice(0, endTag).trimEnd().length : undefined;
