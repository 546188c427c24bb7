import type { XmlTag } from '../source/xml.ts';
import type { FileWatch } from './rule.ts';

/** Hands on the text of each element of these names that is asked for, notes in it left out. */
export function watchWords(
  names: readonly string[],
  wanted: (tag: XmlTag) => boolean,
  told: (tag: XmlTag, text: string, end: number) => void,
): FileWatch {
  const open: { readonly tag: XmlTag; text: string }[] = [];
  let notes = 0;
  return {
    only: new Set([...names, 'note']),
    open: (tag) => {
      if (open.length > 0 && tag.local === 'note') notes++;
      if (names.includes(tag.local) && wanted(tag)) open.push({ tag, text: '' });
    },
    text: (value) => {
      if (open.length > 0 && notes === 0) for (const one of open) one.text += value;
    },
    close: (tag, _start, end) => {
      if (open.length === 0) return;
      if (tag.local === 'note' && notes > 0) notes--;
      if (open[open.length - 1]!.tag !== tag) return;
      told(tag, open.pop()!.text, end);
    },
  };
}
