import type { XmlTag } from '../../source/xml.ts';
import { attributeOf } from './structure.ts';

/** Signs of notes that are called from elsewhere: pointers in their tags, groups, lists and divisions of notes, notes behind a block or at its start. */
const signs = [
  /<(?:[^\s<>:/]+:)?note(?:Grp)?\s[^<]*?\b(?:target|targetEnd|corresp|next|prev)\s*=\s*["'][^"'<]*#/,
  /<(?:[^\s<>:/]+:)?(?:noteGrp|standOff|listAnnotation)[\s>]/,
  /\btype\s*=\s*["'][^"']*note/i,
  /<\/(?:[^\s<>:/]+:)?(?:p|lg|list|table|sp|note|ab)\s*>\s*<(?:[^\s<>:/]+:)?note\s/,
  /<(?:[^\s<>:/]+:)?(?:p|ab|item)(?:\s[^<>]*)?>\s*<(?:[^\s<>:/]+:)?note\s/,
];
const back = /<(?:[^\s<>:/]+:)?back[\s>]/;

/** Whether a file may have such notes: to look costs less than to read it a second time. */
export function mayCollect(text: string): boolean {
  if (signs.some((sign) => sign.test(text))) return true;
  const at = text.search(back);
  return at >= 0 && /<(?:[^\s<>:/]+:)?note\s/.test(text.slice(at));
}

/** The ids in the file to which the first of these attributes points that points to any. */
export const pointersOf = (tag: XmlTag, ...names: readonly string[]): string[] => {
  for (const name of names) {
    const pointers = attributeOf(tag, name)
      ?.split(/[ \t\r\n]+/)
      .filter((each) => each.startsWith('#'));
    if (pointers !== undefined && pointers.length > 0) return pointers.map((each) => each.slice(1));
  }
  return [];
};
