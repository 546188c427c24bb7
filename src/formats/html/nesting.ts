import { isApart, type Kind, type Reading, type ReadingNode } from '../../model/reading.ts';

/** Kinds that are among words; the others are on lines of their own, and HTML allows those in few places. */
const amongWords: ReadonlySet<Kind> = new Set<Kind>([
  'span',
  'link',
  'note',
  'page-break',
  'line-break',
  'image',
  'label',
  'mark',
  'formula',
  'app',
  'side',
]);

/** Is anything in here on lines of its own? Bodies of notes and further readings do not count: they are written elsewhere. */
export function holdsBlocks(children: readonly Reading[]): boolean {
  for (const child of children) {
    if (typeof child === 'string' || isApart(child)) continue;
    if (!amongWords.has(child.kind) || holdsBlocks(child.children)) return true;
  }
  return false;
}

/** Would anything in here become a link? HTML allows no link in a link. */
export function holdsLinks(node: ReadingNode): boolean {
  return node.children.some(
    (child) =>
      typeof child !== 'string' &&
      (child.kind === 'note' || child.kind === 'link' || child.kind === 'app' || holdsLinks(child)),
  );
}

/** Kinds that are seen without words. */
const visiblePoints: ReadonlySet<Kind> = new Set<Kind>(['image', 'mark', 'formula']);

/** Nothing but white space. */
export const isBlank = (text: string): boolean => /^[ \t\n\r]*$/.test(text);

/** No word, no sign and no image in it: a link on it could not be seen. */
export function isSilent(node: ReadingNode): boolean {
  return node.children.every((child) =>
    typeof child === 'string'
      ? isBlank(child)
      : child.kind !== 'note' && !visiblePoints.has(child.kind) && isSilent(child),
  );
}

/** Is there anything in it, besides calls of notes and readings that stand elsewhere, on which a link can be laid? */
export const hasWords = (node: ReadingNode): boolean =>
  node.children.some((child) =>
    typeof child === 'string' ? !isBlank(child) : !isApart(child) && (visiblePoints.has(child.kind) || hasWords(child)),
  );
