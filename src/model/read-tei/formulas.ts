import type { XmlTag } from '../../source/xml.ts';
import { formulaValue } from '../formula/linear.ts';
import { type MathNode, mathTree } from '../formula/math-tree.ts';
import { mathAttributes, mathHidden, mathLayouts, mathNamespace, mathTokens, texLines } from '../formula/mathml.ts';
import { teiNamespace } from './elements.ts';
import { attributeOf } from './structure.ts';

/**
 * Collects the formulas of a text while it is read: MathML as markup in one form (attributes by name, no white space around elements and words), TeX as it is
 * written. What a page cannot show as a formula (other elements, words between elements, nothing at all) stays words, as the tape has it.
 */

interface Open {
  readonly kind: 'mathml' | 'tex';
  /** Length of the tape at which what the formula holds begins. */
  readonly begin: number;
  readonly out: string[];
  readonly names: string[];
  /** An element of MathML of which nothing is shown is open. */
  hidden: number;
  /** The words of the token that is open. */
  words: string;
  hasWords: boolean;
  isWrong: boolean;
  /** Elements that are open, itself included. */
  depth: number;
}

/** A formula that has ended: where it began on the tape and its value. */
export interface ReadFormula {
  readonly begin: number;
  readonly value: string;
}

const inMarkup = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const isMath = ({ uri }: XmlTag): boolean => uri === mathNamespace;
const isTeX = (notation: string): boolean => /tex(?:[^t]|$)/i.test(notation);
/** TeX that says itself that it is a formula. */
const delimited = /^\s*(?:\$|\\\(|\\\[|\\begin\{)/;

const between: Readonly<Record<string, string>> = { mfrac: '/', msup: '^', msub: '_' };

function wordsIn({ name, text, children }: MathNode): string {
  if (name === 'annotation') return '';
  if (children.length === 0) return text;
  const words = children.map(wordsIn).filter((each) => each !== '');
  const sign = between[name];
  return sign === undefined
    ? words.join(' ')
    : words.map((each) => (each.includes(' ') ? `(${each})` : each)).join(sign);
}

/** The words of a formula as a side of a choice that is not shown has them. */
export function tokensOf(value: string): string {
  const raw = value.slice(value.indexOf('\x1f') + 1);
  return value.startsWith('tex') ? raw : wordsIn(mathTree(raw));
}

export class FormulaReader {
  private current: Open | undefined;

  /** An element opens; `begin`: the length of the tape. */
  open(tag: XmlTag, begin: number): void {
    if (this.current?.kind === 'mathml') return this.openInside(tag, this.current);
    // A formula in TeX holds no elements.
    this.current = undefined;
    if (isMath(tag) && tag.local === 'math') {
      this.current = this.begin('mathml', begin);
      this.openInside(tag, this.current);
    } else if (tag.local === 'formula' && tag.uri === teiNamespace) this.openTeX(attributeOf(tag, 'notation'), begin);
  }

  private openTeX(notation: string | undefined, begin: number): void {
    if (notation !== undefined && !isTeX(notation)) return;
    this.current = { ...this.begin('tex', begin), depth: 1 };
    if (notation === undefined) this.current.names.push('delimited');
  }

  text(value: string): void {
    const { current } = this;
    if (!current || current.hidden > 0) return;
    const isBlank = !/[^ \t\n\r]/.test(value);
    if (current.kind === 'mathml' && !isBlank && !mathTokens.has(current.names.at(-1)!)) current.isWrong = true;
    current.words += value;
    if (!isBlank && current.names.at(-1) !== 'annotation') current.hasWords = true;
  }

  /** A note is called here that is written elsewhere: as if it were an element. */
  call(): void {
    if (this.current?.kind === 'mathml') this.current.isWrong ||= this.current.hidden === 0;
    else this.current = undefined;
  }

  /** An element closes; the formula that ends with it, if it can be shown. */
  close(): ReadFormula | undefined {
    const { current } = this;
    if (!current) return undefined;
    current.depth--;
    if (current.kind === 'mathml') this.closeInside(current);
    if (current.depth > 0) return undefined;
    this.current = undefined;
    const { begin, out, isWrong, hasWords, words, names, kind } = current;
    if (isWrong || !hasWords) return undefined;
    if (kind === 'mathml') return { begin, value: formulaValue('mathml', out.join('')) };
    return names.includes('delimited') && !delimited.test(words)
      ? undefined
      : { begin, value: formulaValue('tex', texLines(words)) };
  }

  private begin(kind: Open['kind'], begin: number): Open {
    return { kind, begin, out: [], names: [], hidden: 0, words: '', hasWords: false, isWrong: false, depth: 0 };
  }

  private openInside(tag: XmlTag, current: Open): void {
    const isOuter = current.depth++ === 0;
    if (current.hidden > 0 || (isMath(tag) && tag.local === mathHidden)) {
      current.hidden++;
      return;
    }
    const isKnown = isOuter || (isMath(tag) && (mathTokens.has(tag.local) || mathLayouts.has(tag.local)));
    if (!isKnown || mathTokens.has(current.names.at(-1) ?? '')) current.isWrong = true;
    const said = tag.attributes
      .filter(({ name }) => mathAttributes.has(name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, value }) => ` ${name}="${inMarkup(value).replace(/"/g, '&quot;')}"`);
    current.out.push(`<${tag.local}${said.join('')}>`);
    current.names.push(tag.local);
    current.words = '';
  }

  private closeInside(current: Open): void {
    if (current.hidden > 0) {
      current.hidden--;
      return;
    }
    const name = current.names.pop()!;
    const words = mathTokens.has(name) ? current.words.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '') : '';
    current.out.push(inMarkup(words), `</${name}>`);
    current.words = '';
  }
}
