import { type MathNode, mathTree } from '../../model/formula/math-tree.ts';
import { mathTokens } from '../../model/formula/mathml.ts';
import { escapeAttribute, escapeText } from './escape.ts';

/**
 * MathML as browsers know it. MathML Core has no `mfenced`, and a browser would show what is in it without its parentheses: in pages it is what MathML 3
 * says it stands for (3.3.8), a row with operators.
 */

const operator = (text: string, is: string): string => (text === '' ? '' : `<mo ${is}>${escapeText(text)}</mo>`);

function fenced({ attributes, children }: MathNode): string {
  const separators = [...(attributes.get('separators') ?? ',').replace(/\s/g, '')];
  const inside = children.map((child, i) => {
    const separator = i === 0 ? '' : (separators[Math.min(i, separators.length) - 1] ?? '');
    return operator(separator, 'separator="true"') + written(child);
  });
  const open = operator(attributes.get('open') ?? '(', 'fence="true" form="prefix"');
  const close = operator(attributes.get('close') ?? ')', 'fence="true" form="postfix"');
  return `<mrow>${open}<mrow>${inside.join('')}</mrow>${close}</mrow>`;
}

function written(node: MathNode): string {
  const { name, attributes, children, text } = node;
  if (name === 'mfenced') return fenced(node);
  const said = [...attributes].map(([attribute, value]) => ` ${attribute}="${escapeAttribute(value)}"`).join('');
  const inside = mathTokens.has(name) ? escapeText(text) : children.map(written).join('');
  return `<${name}${said}>${inside}</${name}>`;
}

/** The markup of a formula as pages have it. */
export const pageMath = (markup: string): string => (markup.includes('<mfenced') ? written(mathTree(markup)) : markup);
