import { unfenced } from '../../model/formula/linear.ts';
import { type MathNode, mathTree } from '../../model/formula/math-tree.ts';
import { mathTokens } from '../../model/formula/mathml.ts';
import { escapeAttribute, escapeText } from './escape.ts';

/**
 * MathML as browsers know it. MathML Core has no `mfenced`, and a browser would show what is in it without its parentheses: in pages it is what MathML 3
 * says it stands for (3.3.8), a row with operators.
 */

function written(node: MathNode): string {
  const { name, attributes, children, text } = node;
  if (name === 'mfenced') return written(unfenced(node));
  const said = [...attributes].map(([attribute, value]) => ` ${attribute}="${escapeAttribute(value)}"`).join('');
  const inside = mathTokens.has(name) ? escapeText(text) : children.map(written).join('');
  return `<${name}${said}>${inside}</${name}>`;
}

/** The markup of a formula as pages have it. */
export const pageMath = (markup: string): string => (markup.includes('<mfenced') ? written(mathTree(markup)) : markup);
