import { mathHidden, mathLayouts, mathNamespace, mathTokens } from '../../model/formula/mathml.ts';
import { attribute, type Element, tidy } from './element-tree.ts';

/** Formulas in titles: their words, with a sign for a fraction, an exponent and an index. */

const math = `{${mathNamespace}}`;

const signs = new Map([
  [`${math}mfrac`, '/'],
  [`${math}msup`, '^'],
  [`${math}msub`, '_'],
]);

/** The words of MathML, one by one; of what has more than one, in parentheses where a sign is next to it. */
function wordsIn({ name, content }: Element): string {
  const inside = content.filter((child): child is Element => typeof child !== 'string');
  if (inside.length === 0) return tidy(content.join(''));
  const sign = signs.get(name);
  const parts = inside
    .filter((child) => !child.name.startsWith(`${math}annotation`))
    .map(wordsIn)
    .filter((part) => part !== '');
  return sign === undefined
    ? parts.join(' ')
    : parts.map((part) => (part.includes(' ') ? `(${part})` : part)).join(sign);
}

const isBlank = (child: Element | string): boolean => typeof child === 'string' && tidy(child) === '';

/** Whether there is nothing in an element but what can be in a formula. */
function isPart({ name, content }: Pick<Element, 'name' | 'content'>): boolean {
  const local = name.slice(math.length);
  if (!name.startsWith(math)) return false;
  if (local === mathHidden) return true;
  if (mathTokens.has(local)) return content.every((child) => typeof child === 'string');
  return (
    mathLayouts.has(local) && content.every((child) => (typeof child === 'string' ? isBlank(child) : isPart(child)))
  );
}

const isShown = (element: Element): boolean =>
  isPart({ name: `${math}mrow`, content: element.content }) && wordsIn(element) !== '';

/** What a formula is in a title; undefined for anything else. */
export function formulaTitle(element: Element): string | undefined {
  if (element.name === `${math}math`) return isShown(element) ? wordsIn(element) : undefined;
  if (element.name !== 'formula' || element.content.some((child) => typeof child !== 'string')) return undefined;
  const words = element.content.join('');
  const notation = attribute(element, 'notation');
  const isTeX = notation === undefined ? /^\s*(?:\$|\\[([]|\\begin\{)/.test(words) : /tex(?!t)/i.test(notation);
  return isTeX ? tidy(words) : undefined;
}
