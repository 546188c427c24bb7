import { formulaWords, wordsOfFormula } from '../model/formula/linear.ts';
import { glossInLine } from '../model/gloss.ts';
import type { Reading, ReadingNode } from '../model/reading.ts';
import type { Aspect } from '../model/structure.ts';

/** Formulas and glosses where there are only lines of words. */

/** The words of an item; undefined for all others. */
export const wordsInLine = (aspect: Aspect, value: string): string | undefined =>
  aspect === 'formula' ? wordsOfFormula(value) : aspect === 'gloss' ? glossInLine(value) : undefined;

function inLine(node: ReadingNode): Reading {
  if (node.kind === 'formula') return formulaWords(node.notation!, node.raw!);
  if (node.kind === 'mark' && node.role === 'gloss') return glossInLine(node.title ?? '');
  let isSame = true;
  const children = node.children.map((child) => {
    if (typeof child === 'string') return child;
    const now = inLine(child);
    isSame &&= now === child;
    return now;
  });
  return isSame ? node : { ...node, children };
}

/** A tree with words in place of formulas and glosses. */
export const withWordsInLine = (tree: ReadingNode): ReadingNode => inLine(tree) as ReadingNode;
