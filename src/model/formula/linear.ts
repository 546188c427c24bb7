import { type MathNode, mathTree } from './math-tree.ts';
import type { FormulaNotation } from './mathml.ts';

/** A formula in one line of words, where there is no way to set it: 1/12, x^2, a_(n+1), √(x + y). TeX is such a line already. */

type Write = (node: MathNode) => string;

/** Operators with space on both sides where they are between two things. */
const spaced = /^[=<>≤≥≠≡≈≃≅∼∝∈∉⊂⊃⊆⊇→←↔⇒⇐⇔↦∧∨∪∩+\-−±∓×÷∗∘|∣]$/u;
/** Operators that only say what is next to each other: times, function application, separator, plus. */
const unseen = /[\u2061-\u2064]/gu;

const isWord = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text);

/** In parentheses where it would fall apart in a line. */
const asOne = (text: string): string => (isWord(text) || text.length <= 1 || isEnclosed(text) ? text : `(${text})`);

/** The same in a fraction: a name with an index or an exponent does not fall apart there. */
const inFraction = (text: string): string =>
  /^[\p{L}\p{N}\p{M}]+(?:[_^][\p{L}\p{N}\p{M}]+)*$/u.test(text) ? text : asOne(text);

/** Whether the first parenthesis of a text is closed by its last character. */
function isEnclosed(text: string): boolean {
  if (!text.startsWith('(')) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return i === text.length - 1;
  }
  return false;
}

const isOperator = ({ name }: MathNode): boolean => name === 'mo';

/** Whether something must be between two neighbours, so that they are not read as one word or number. */
function needsSpace(before: string, after: string): boolean {
  if (/\d$/.test(before) && /^\d/.test(after)) return true;
  // A name of more than one letter (sin, log).
  return /\p{L}$/u.test(before) && /^\p{L}/u.test(after) && (/\p{L}{2}$/u.test(before) || /^\p{L}{2}/u.test(after));
}

/** Things next to each other. */
function row(children: readonly MathNode[]): string {
  let out = '';
  children.forEach((child, i) => {
    const text = linear(child);
    if (text === '') return;
    const before = children[i - 1];
    const isBetween = i > 0 && i < children.length - 1 && before !== undefined && !isOperator(before);
    if (isOperator(child) && spaced.test(text) && isBetween) out = `${out.trimEnd()} ${text} `;
    else if (isOperator(child) && /^[,;]$/.test(text)) out = `${out.trimEnd()}${text} `;
    else out += needsSpace(out, text) ? ` ${text}` : text;
  });
  return out.trim();
}

const at = (node: MathNode, i: number): string => (node.children[i] ? linear(node.children[i]) : '');

const below = (text: string): string => (text === '' ? '' : `_${asOne(text)}`);
const above = (text: string): string => (text === '' ? '' : `^${asOne(text)}`);

/** Accents, as the character that combines with the letter before it. */
const accents = new Map(
  Object.entries({ '¯': '\u0304', '‾': '\u0304', ˉ: '\u0304', '^': '\u0302', ˆ: '\u0302', '~': '\u0303', '˜': '\u0303', '˙': '\u0307', '.': '\u0307', '¨': '\u0308', '→': '\u20D7', '⃗': '\u20D7' }),
); // prettier-ignore

function over(base: string, accent: string): string {
  const combining = accents.get(accent);
  return combining !== undefined && /^\p{L}$/u.test(base) ? base + combining : asOne(base) + above(accent);
}

function fraction(node: MathNode): string {
  const [numerator, denominator] = [at(node, 0), at(node, 1)];
  const isBinomial = /^0(?:\D|$)/.test(node.attributes.get('linethickness') ?? '');
  return isBinomial ? `${numerator} over ${denominator}` : `${inFraction(numerator)}/${inFraction(denominator)}`;
}

/** Roots have the signs that there are for them; any other says its index before the sign. */
function root(node: MathNode): string {
  const [radicand, index] = [at(node, 0), at(node, 1)];
  const sign = { '': '√', '2': '√', '3': '∛', '4': '∜' }[index] ?? `${asOne(index)}√`;
  return sign + asOne(radicand);
}

const fence = (text: string | undefined, as: readonly (readonly [string, string])[]): MathNode[] =>
  text === undefined || text === '' ? [] : [{ name: 'mo', attributes: new Map(as), children: [], text }];

/** What `mfenced` stands for (MathML 3, 3.3.8): a row with operators. */
export function unfenced({ attributes, children }: MathNode): MathNode {
  const separators = [...(attributes.get('separators') ?? ',').replace(/\s/g, '')];
  const inside = children.flatMap((child, i) => {
    const separator = i === 0 ? undefined : separators[Math.min(i, separators.length) - 1];
    return [...fence(separator, [['separator', 'true']]), child];
  });
  const is = (form: string): [string, string][] => [['fence', 'true'], ['form', form]]; // prettier-ignore
  const row = (nodes: readonly MathNode[]): MathNode => ({
    name: 'mrow',
    attributes: new Map(),
    children: nodes,
    text: '',
  });
  const open = fence(attributes.get('open') ?? '(', is('prefix'));
  return row([...open, row(inside), ...fence(attributes.get('close') ?? ')', is('postfix'))]);
}

/** Scripts in pairs, those behind the base first, then those before it. */
function scripts({ children }: MathNode): string {
  const divide = children.findIndex(({ name }) => name === 'mprescripts');
  const [base, ...behind] = divide < 0 ? children : children.slice(0, divide);
  const before = divide < 0 ? [] : children.slice(divide + 1);
  const pairs = (list: readonly MathNode[]): string =>
    list.map((child, i) => (i % 2 === 0 ? below(linear(child)) : above(linear(child)))).join('');
  return `${pairs(before)}${base ? asOne(linear(base)) : ''}${pairs(behind)}`;
}

const rows: Write = ({ children }) => children.map(linear).join('; ');
const cells: Write = ({ children }) => children.map(linear).join(', ');

/** Elements that are more than what they hold; all others are a row. */
const writers: Readonly<Record<string, Write>> = {
  mfrac: fraction,
  msup: (node) => asOne(at(node, 0)) + above(at(node, 1)),
  msub: (node) => asOne(at(node, 0)) + below(at(node, 1)),
  msubsup: (node) => asOne(at(node, 0)) + below(at(node, 1)) + above(at(node, 2)),
  munder: (node) => asOne(at(node, 0)) + below(at(node, 1)),
  mover: (node) => over(at(node, 0), at(node, 1)),
  munderover: (node) => asOne(at(node, 0)) + below(at(node, 1)) + above(at(node, 2)),
  mmultiscripts: scripts,
  msqrt: ({ children }) => `√${asOne(row(children))}`,
  mroot: root,
  mfenced: (node) => linear(unfenced(node)),
  mtable: rows,
  mtr: cells,
  // The label comes first.
  mlabeledtr: (node) => `${at(node, 0)} ${cells({ ...node, children: node.children.slice(1) })}`,
  mspace: () => ' ',
  ms: ({ text, attributes }) => `${attributes.get('lquote') ?? '"'}${text}${attributes.get('rquote') ?? '"'}`,
  semantics: (node) => at(node, 0),
  annotation: () => '',
  mphantom: () => '',
};

function linear(node: MathNode): string {
  const write = writers[node.name];
  if (write) return write(node);
  return node.text === '' ? row(node.children) : node.text.replace(unseen, '');
}

const oneSpaceEach = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of a formula: its markup or source as `raw`. */
export const formulaWords = (notation: FormulaNotation, raw: string): string =>
  oneSpaceEach(notation === 'mathml' ? linear(mathTree(raw)) : raw);

/** The value of a `formula` item: notation, then markup or source. */
export const formulaValue = (notation: FormulaNotation, raw: string): string => `${notation}\x1f${raw}`;

/** The words of a formula by its item. */
export function wordsOfFormula(value: string): string {
  const at = value.indexOf('\x1f');
  return formulaWords(value.slice(0, at) as FormulaNotation, value.slice(at + 1));
}
