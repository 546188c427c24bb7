import { isApart, type Kind, type Reading, type ReadingNode } from '../../model/reading.ts';
import { holdsBlocks as holdsAny, isAmongWords } from '../nesting.ts';

/** HTML allows what is on lines of its own in few places; a label is among words there. */
const isInline = (kind: Kind): boolean => kind === 'label' || isAmongWords(kind);

/** Is anything in here on lines of its own? Bodies of notes and further readings do not count: they are written elsewhere. */
export const holdsBlocks = (children: readonly Reading[]): boolean => holdsAny(children, isInline);

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
