import type { XmlTag } from './events.ts';
import { isNameStart } from './characters.ts';

/**
 * Where an end tag that is missing most probably belongs, judged by the indentation: before the next line that begins with a tag and stands
 * no deeper than the line of the start tag, or else before the end tag of the element around. `undefined` where nothing can be said.
 */
export function closingPlace(text: string, tag: XmlTag, endTag: number): number | undefined {
  const own = indentation(text, tag.start);
  return own === undefined ? atEndOfParent(text, tag, endTag) : byIndentation(text, tag.end, endTag, own);
}

/** An element that begins right after the start tag of the one around it, and holds nothing but text, fills it. */
function atEndOfParent(text: string, tag: XmlTag, endTag: number): number | undefined {
  const first = text.charAt(tag.start - 1) === '>' && text.charAt(text.lastIndexOf('<', tag.start - 1) + 1) !== '/';
  return first && text.indexOf('<', tag.end) === endTag ? endTag : undefined;
}

function byIndentation(text: string, from: number, endTag: number, own: number): number | undefined {
  const line = /\n([ \t]*)</g;
  line.lastIndex = from;
  for (let found = line.exec(text); found !== null && found.index < endTag; found = line.exec(text)) {
    const at = found.index + found[0].length - 1;
    if (at >= endTag) break;
    if (found[1]!.length <= own && isNameStart(text, at + 1)) return trimmed(text, found.index);
  }
  const outer = indentation(text, endTag);
  return outer !== undefined && outer <= own ? trimmed(text, endTag) : undefined;
}

/** The white space before a tag that begins its line. */
function indentation(text: string, at: number): number | undefined {
  let begin = at;
  while (begin > 0 && (text.charCodeAt(begin - 1) === 32 || text.charCodeAt(begin - 1) === 9)) begin--;
  return begin > 0 && text.charCodeAt(begin - 1) === 10 ? at - begin : undefined;
}

function trimmed(text: string, at: number): number {
  let end = at;
  while (/\s/.test(text.charAt(end - 1))) end--;
  return end;
}
