import { isApart, type Reading, type ReadingNode } from '../../model/reading.ts';
import { isAmongWords } from '../nesting.ts';

/** What is in a node. */

const isWords = (text: string): boolean => /[^ \t\n\r]/.test(text);

/** Is everything in here on lines of its own, but for page breaks? */
export const holdsOnlyBlocks = (children: readonly Reading[]): boolean =>
  children.some((child) => typeof child === 'object' && !isAmongWords(child.kind)) &&
  children.every((child) =>
    typeof child === 'string' ? !isWords(child) : child.kind === 'page-break' || !isAmongWords(child.kind),
  );

/** Is there anything on which a link can be laid? */
export const hasWords = (node: ReadingNode): boolean =>
  node.children.some((child) =>
    typeof child === 'string' ? isWords(child) : child.kind === 'image' || (!isApart(child) && hasWords(child)),
  );
