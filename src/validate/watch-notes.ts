import type { XmlAttribute, XmlTag } from '../source/xml.ts';
import type { FileWatch, WatchedFile } from './rule.ts';

/** The notes of a text in order, for the rules that look at their numbers. */

export interface SeenNote {
  readonly tag: XmlTag;
  readonly n: XmlAttribute | undefined;
  /** The document it is in. */
  readonly document: XmlTag | undefined;
  /** The innermost division, quoted text or table it is in: where that changes, numbers may begin again. */
  readonly part: XmlTag | undefined;
  /** How many pages have begun before it. */
  readonly page: number;
  /** It is inside another note. */
  readonly inner: boolean;
}

const parts = new Set(
  'div div0 div1 div2 div3 div4 div5 div6 div7 floatingText table text front body back lg titlePage'.split(' '),
);
const seen = new Set([...parts, 'pb', 'note']);

/** Hands on all notes of the text of a file. */
export function watchNotes(file: WatchedFile, check: (notes: readonly SeenNote[]) => void): FileWatch {
  const notes: SeenNote[] = [];
  const open: XmlTag[] = [];
  let inNotes = 0;
  let page = 0;
  return {
    only: seen,
    open: (tag) => {
      if (parts.has(tag.local)) open.push(tag);
      else if (tag.local === 'pb') page++;
      else if (tag.local === 'note' && file.inText) {
        const n = tag.attributes.find(({ name }) => name === 'n');
        const { document } = file;
        notes.push({ tag, n, document, part: open[open.length - 1], page, inner: inNotes++ > 0 });
      }
    },
    close: (tag) => {
      if (open[open.length - 1] === tag) open.pop();
      else if (tag.local === 'note' && file.inText) inNotes--;
    },
    end: () => check(notes),
  };
}
