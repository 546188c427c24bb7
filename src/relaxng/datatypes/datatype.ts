/** What a value may need to know of the place where it stands: the namespaces of prefixes, for QName and NOTATION. */
export interface ValueContext {
  /** The namespace of a prefix (empty: of names without prefix); `undefined` where it is not declared. */
  namespaceOf(prefix: string): string | undefined;
}

/** A type that values are checked against: a W3C type (XML Schema Part 2, second edition) with its facets, or one of RELAX NG's own. */
export interface Datatype {
  readonly library: string;
  readonly name: string;
  /** The facets as the schema gives them. */
  readonly params: readonly Param[];
  /** Is this a value of the type? */
  allows(literal: string, context: ValueContext): boolean;
  /**
   * A text that is equal for equal values, whatever way they are written; `undefined` where it is not a value of the
   * type.
   */
  key(literal: string, context: ValueContext): string | undefined;
  /** Does the answer depend on the context? */
  readonly contextual: boolean;
}

export interface Param {
  readonly name: string;
  readonly value: string;
}

/** A type before facets. `V` is what its literals stand for. */
export interface Primitive<V> {
  readonly whiteSpace: 'preserve' | 'replace' | 'collapse';
  /** What a literal, its white space normalised, stands for; `undefined` where it stands for nothing. */
  parse(literal: string, context: ValueContext): V | undefined;
  /** Equal for equal values. */
  key(value: V): string;
  /** For the facets of length; absent where they do not apply. */
  length?(value: V): number;
  /** Negative, zero, positive; `NaN` where two values have no order. Absent where the type is not ordered. */
  compare?(a: V, b: V): number;
  /** Digits altogether and after the point, for the facets of decimals. */
  digits?(value: V): { total: number; fraction: number };
  readonly contextual?: boolean;
}

const spaces = /[ \t\n\r]+/g;

/** The literal with white space as the type wants it (XML Schema Part 2, section 4.3.6). */
export function normalise(literal: string, whiteSpace: 'preserve' | 'replace' | 'collapse'): string {
  if (whiteSpace === 'preserve') return literal;
  if (whiteSpace === 'replace') return literal.replace(/[\t\n\r]/g, ' ');
  return isCollapsed(literal) ? literal : literal.replace(spaces, ' ').replace(/^ | $/g, '');
}

function isCollapsed(literal: string): boolean {
  let before = 32;
  for (let i = 0; i < literal.length; i++) {
    const unit = literal.charCodeAt(i);
    if (unit < 32 || (unit === 32 && before === 32)) return false;
    before = unit;
  }
  return before !== 32 || literal === '';
}

/** Characters, not UTF-16 units. */
export function characters(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) {
      count--;
      i++;
    }
  }
  return count;
}
