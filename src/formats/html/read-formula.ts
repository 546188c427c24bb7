import type { XmlTag } from '../../source/xml.ts';
import { formulaValue, wordsOfFormula } from '../../model/formula/linear.ts';
import { glossValue } from '../../model/gloss.ts';
import { mathLayouts, mathTokens } from '../../model/formula/mathml.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import type { Tag } from './tag-structure.ts';
import { texMath } from './tex.ts';

/** Formulas of a page as they are read back. */

/** An element that is a formula: MathML, or TeX that nothing could be made of. */
export const isFormula = ({ name, classes }: Tag): boolean =>
  name === 'math' || (name === 'code' && classes.includes('tex'));

const isInside = (name: string): boolean => mathTokens.has(name) || mathLayouts.has(name);

/** What is wrong with the place of an element of a formula. */
export function formulaFault({ name, classes }: Tag, parent: Tag | undefined): string | undefined {
  if (classes.includes('tex') && (classes.join() !== 'tex' || (name !== 'math' && name !== 'code')))
    return 'the class tex is on something else than a formula';
  const isInFormula = parent !== undefined && (parent.name === 'math' || isInside(parent.name));
  if (isInside(name) !== isInFormula) return isInFormula ? 'it is in a formula' : 'it is in no formula';
  if (parent?.name === 'code' && parent.classes.includes('tex')) return 'it is in the source of a formula';
  return undefined;
}

const source =
  /^<semantics><mrow>([^]*)<\/mrow><annotation encoding="application\/x-tex">([^<]*)<\/annotation><\/semantics>$/;

const decoded = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|amp);/g, (found) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' })[found]!);

/** A formula or gloss as it is read. */
export interface PointInPage {
  readonly aspect: 'formula' | 'gloss';
  readonly value: string;
  readonly id?: string;
  /** What it is in a heading. */
  readonly words?: string;
  readonly fault?: string;
}

export function glossInPage({ get }: Tag, words: string): PointInPage {
  const id = get('id');
  const value = glossValue(words, get('data-place'), get('lang'));
  return { aspect: 'gloss', value, ...(id !== undefined && { id }) };
}

const point = (value: string, fault?: string): PointInPage => ({
  aspect: 'formula',
  value,
  words: wordsOfFormula(value),
  ...(fault !== undefined && { fault }),
});

/** Collects a formula while its elements are read. */
export class FormulaInPage {
  private readonly names: string[] = [];
  private outer: XmlTag | undefined;
  private inside = '';

  open(tag: XmlTag): void {
    const { name, attributes } = tag;
    if (!this.outer) {
      this.outer = tag;
      return;
    }
    const said = attributes.map((each) => ` ${each.name}="${escapeAttribute(each.value)}"`).join('');
    this.inside += `<${name}${said}>`;
    this.names.push(name);
  }

  /** An element in the formula ends. */
  close(): void {
    const name = this.names.pop();
    if (name !== undefined) this.inside += `</${name}>`;
  }

  text(value: string): void {
    this.inside += escapeText(value);
  }

  /** The formula has ended. */
  end(): PointInPage {
    const { outer, inside } = this;
    this.outer = undefined;
    this.inside = '';
    const attributes = outer!.attributes.filter(({ name }) => name !== 'xmlns');
    const isTex = attributes.some(({ name, value }) => name === 'class' && value === 'tex');
    if (outer!.name === 'code') {
      const raw = decoded(inside);
      return point(formulaValue('tex', raw), texMath(raw) && `“${raw}” is shown as source`);
    }
    if (isTex) return this.tex(inside, attributes);
    const said = attributes.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`).join('');
    return point(formulaValue('mathml', `<math${said}>${inside}</math>`));
  }

  private tex(inside: string, attributes: XmlTag['attributes']): PointInPage {
    const [, math, annotation = ''] = source.exec(inside) ?? [];
    const raw = decoded(annotation);
    const wanted = texMath(raw);
    const display = attributes.find(({ name }) => name === 'display')?.value;
    const isRight = wanted?.inside === math && display === (wanted?.isDisplay ? 'block' : undefined);
    return point(formulaValue('tex', raw), isRight ? undefined : `the formula “${raw}” is not what its source says`);
  }
}
