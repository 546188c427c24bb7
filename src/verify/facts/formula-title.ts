import { mathHidden, mathLayouts, mathNamespace, mathTokens } from '../../model/formula/mathml.ts';
import type { XmlTag } from '../../source/xml.ts';

/** Formulas in titles: their words, with a sign for a fraction, an exponent and an index. */

/** An element as it is recorded. */
interface Element {
  readonly name: string;
  readonly tag: XmlTag;
  readonly content: readonly (Element | string)[];
}

const tidy = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
const wordsOf = ({ content }: Element): string => content.filter((child) => typeof child === 'string').join('');

const math = `{${mathNamespace}}`;

const signs = new Map([
  [`${math}mfrac`, '/'],
  [`${math}msup`, '^'],
  [`${math}msub`, '_'],
]);

/** The words of MathML, one by one; of what has more than one, in parentheses where a sign is next to it. */
function wordsIn(element: Element): string {
  const { name, content } = element;
  const inside = content.filter((child): child is Element => typeof child !== 'string');
  if (inside.length === 0) return tidy(wordsOf(element));
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
  const words = wordsOf(element);
  const notation = element.tag.attributes.find(({ name }) => name === 'notation')?.value;
  const isTeX = notation === undefined ? /^\s*(?:\$|\\[([]|\\begin\{)/.test(words) : /tex(?!t)/i.test(notation);
  // Without words there is nothing but the white space that it is written with.
  return (isTeX && tidy(words)) || undefined;
}
