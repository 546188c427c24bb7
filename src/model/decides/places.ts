import { ruleOf } from '../tei/elements.ts';
import type { TeiElement } from '../tei/names.ts';
import type { Rule } from '../tei/rule.ts';

/** What an element can become at its place. Both readers ask it of every element that a row decides, so what one of them refuses the other does. */

/**
 * What is around an element: its parent as it is read, and the narrowest of what is around. `blocks`: nothing but blocks, lists, tables and what holds them; `line`: words of
 * a line, as in `hi` or a note; `words`: what holds nothing but words; `pointer`: what may be the call of a note, and stays as it is written.
 */
export interface Around {
  readonly parent: string | undefined;
  readonly isIn: 'blocks' | 'line' | 'words' | 'pointer';
}

export const outermost: Around = { parent: undefined, isIn: 'blocks' };

/** In these is nothing but words: an element in them cannot come to be on lines of its own, or have a call. */
const holdWords: ReadonlySet<string> = new Set(['head', 'choice', 'app']);

const wide: ReadonlySet<Rule['becomes']> = new Set<Rule['becomes']>([
  'section', 'block', 'list', 'item', 'table', 'row', 'cell', 'figure', 'speech',
]); // prettier-ignore

function narrowed(name: string | undefined, isIn: Around['isIn']): Around['isIn'] {
  if (isIn === 'pointer' || name === 'ref') return 'pointer';
  if (isIn === 'words' || (name !== undefined && holdWords.has(name))) return 'words';
  if (name === 'note') return 'blocks';
  const rule = name === undefined ? undefined : ruleOf(name);
  const isWide = rule && (wide.has(rule.becomes) || (rule.becomes === 'contents' && rule.unit === true));
  return isWide === true || name === 'TEI' || name === 'teiCorpus' ? isIn : 'line';
}

/** What is around the elements in an element, by the name as which it is read; undefined: it is not of TEI. */
export const around = (name: string | undefined, { isIn }: Around): Around => ({
  parent: name,
  isIn: narrowed(name, isIn),
});

/** Whether what is read as this element is words in a line wherever it is, or no words at all. */
export function staysInLine(as: TeiElement): boolean {
  const { becomes, by } = ruleOf(as)!;
  if (becomes === 'span') return by !== 'blocks' && by !== 'verse-and-drama';
  return becomes === 'nothing' || becomes === 'mark' || becomes === 'page-break' || becomes === 'line-break';
}

/** Kinds in which there are no words but those of what is in them. */
const holdsNoLines: ReadonlySet<Rule['becomes']> = new Set<Rule['becomes']>([
  'section', 'contents', 'list', 'table', 'row', 'figure', 'speech',
]); // prettier-ignore

/** Why what is read as this element cannot be at a place; undefined: it can. */
export function whyNot(as: TeiElement, { isIn, parent }: Around): string | undefined {
  if (isIn === 'pointer') return 'it is in a pointer, which may be the call of a note';
  const outer = ruleOf(parent ?? '');
  if (as === 'lb' && (!outer || holdsNoLines.has(outer.becomes)))
    return 'it is not among words, where alone a line can begin';
  if (staysInLine(as)) return undefined;
  if (isIn === 'words') return 'it is in a heading, a choice or an entry of an apparatus, which hold nothing but words';
  const { becomes, role } = ruleOf(as)!;
  if (isIn === 'line' && becomes !== 'note')
    return 'it is among words in a line, and cannot be on lines of its own there';
  if (role === 'stage' && outer?.becomes === 'list') return 'it is directly in a list, which holds items';
  if (becomes === 'item' && outer?.becomes !== 'list') return 'it is not directly in a list';
  return undefined;
}
