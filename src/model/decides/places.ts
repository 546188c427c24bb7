import { ruleOf } from '../tei/elements.ts';
import type { TeiElement } from '../tei/names.ts';

/** What an element can become at its place. Both readers ask it of every element that a row decides, so what one of them refuses the other does. */

/** What is around an element: its parent as it is read, and whether anything around holds nothing but words, or is a pointer, which may be the call of a note. */
export interface Around {
  readonly parent: string | undefined;
  readonly isIn: 'blocks' | 'words' | 'pointer';
}

export const outermost: Around = { parent: undefined, isIn: 'blocks' };

/** In these is nothing but words: an element in them cannot come to be on lines of its own, or have a call. */
const holdWords: ReadonlySet<string> = new Set(['head', 'choice', 'app']);

/** What is around the elements in an element, by the name as which it is read; undefined: it is not of TEI. */
export function around(name: string | undefined, { isIn }: Around): Around {
  if (isIn === 'pointer' || name === 'ref') return { parent: name, isIn: 'pointer' };
  return { parent: name, isIn: name !== undefined && holdWords.has(name) ? 'words' : isIn };
}

/** Whether what is read as this element is words in a line wherever it is, or no words at all. */
export function staysInLine(as: TeiElement): boolean {
  const { becomes, by } = ruleOf(as)!;
  if (becomes === 'span') return by !== 'blocks' && by !== 'verse-and-drama';
  return becomes === 'nothing' || becomes === 'page-break' || becomes === 'line-break';
}
