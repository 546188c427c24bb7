import { isApart, type Kind, type Reading, type ReadingNode } from '../../model/reading.ts';

/** What is in a node. */

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

const isWords = (text: string): boolean => /[^ \t\n\r]/.test(text);

/** Is anything in here on lines of its own? Bodies of notes and further readings do not count: they are elsewhere. */
export const holdsBlocks = (children: readonly Reading[]): boolean =>
  children.some(
    (child) =>
      typeof child === 'object' && !isApart(child) && (!amongWords.has(child.kind) || holdsBlocks(child.children)),
  );

/** Is everything in here on lines of its own, but for page breaks? */
export const holdsOnlyBlocks = (children: readonly Reading[]): boolean =>
  children.some((child) => typeof child === 'object' && !amongWords.has(child.kind)) &&
  children.every((child) =>
    typeof child === 'string' ? !isWords(child) : child.kind === 'page-break' || !amongWords.has(child.kind),
  );

/** Is something in it a link of its own? */
export const holdsLinks = (node: ReadingNode): boolean =>
  node.children.some(
    (child) =>
      typeof child === 'object' &&
      (child.kind === 'note' || child.kind === 'link' || child.kind === 'app' || holdsLinks(child)),
  );

/** Is there anything on which a link can be laid? */
export const hasWords = (node: ReadingNode): boolean =>
  node.children.some((child) =>
    typeof child === 'string' ? isWords(child) : child.kind === 'image' || (!isApart(child) && hasWords(child)),
  );
