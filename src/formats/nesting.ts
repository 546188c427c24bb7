import { isApart, type Kind, type Reading, type ReadingNode } from '../model/reading.ts';

/** What is in a node of the reading edition, for formats that must know it before they write it. */

/** Kinds that are among words; the others are on lines of their own. */
const amongWords: ReadonlySet<Kind> = new Set<Kind>([
  'span',
  'link',
  'note',
  'page-break',
  'line-break',
  'image',
  'mark',
  'formula',
  'app',
  'side',
]);

/** Is a node of this kind among words? */
export const isAmongWords = (kind: Kind): boolean => amongWords.has(kind);

/** Is anything in here on lines of its own? Bodies of notes and further readings do not count: they are written elsewhere. */
export function holdsBlocks(children: readonly Reading[], isAmong: (kind: Kind) => boolean = isAmongWords): boolean {
  for (const child of children) {
    if (typeof child === 'string' || isApart(child)) continue;
    if (!isAmong(child.kind) || holdsBlocks(child.children, isAmong)) return true;
  }
  return false;
}

/** Would anything in here become a link? None may be in another. */
export const holdsLinks = (node: ReadingNode): boolean =>
  node.children.some(
    (child) =>
      typeof child !== 'string' &&
      (child.kind === 'note' || child.kind === 'link' || child.kind === 'app' || holdsLinks(child)),
  );
