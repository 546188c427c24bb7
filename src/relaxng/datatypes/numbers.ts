import type { Primitive } from './datatype.ts';

/** Numbers and truth values (XML Schema Part 2, sections 3.2.2 to 3.2.5, 3.3.13 to 3.3.25). */

/** A decimal number without limits: its digits before and after the point, without needless zeros. */
interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

const decimalForm = /^([+-]?)(\d+)(?:\.(\d*))?$|^([+-]?)\.(\d+)$/;
const integerForm = /^[+-]?\d+$/;

function readDecimal(literal: string): Decimal | undefined {
  const match = decimalForm.exec(literal);
  if (match === null) return undefined;
  const whole = (match[2] ?? '').replace(/^0+/, '');
  const fraction = (match[3] ?? match[5] ?? '').replace(/0+$/, '');
  const sign = match[1] ?? match[4];
  return { negative: sign === '-' && whole + fraction !== '', whole, fraction };
}

function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const sign = a.negative ? -1 : 1;
  if (a.whole.length !== b.whole.length) return sign * (a.whole.length - b.whole.length);
  const left = `${a.whole}.${a.fraction}`;
  const right = `${b.whole}.${b.fraction}`;
  return left === right ? 0 : left < right ? -sign : sign;
}

const writeDecimal = (value: Decimal): string => `${value.negative ? '-' : ''}${value.whole || '0'}.${value.fraction}`;

export const decimal: Primitive<Decimal> = {
  whiteSpace: 'collapse',
  parse: readDecimal,
  key: writeDecimal,
  compare: compareDecimals,
  digits: ({ whole, fraction }) => ({ total: Math.max(1, whole.length + fraction.length), fraction: fraction.length }),
};

/** Whole numbers between two bounds; an empty bound is none. */
export function integer(least = '', greatest = ''): Primitive<Decimal> {
  const low = least === '' ? undefined : readDecimal(least)!;
  const high = greatest === '' ? undefined : readDecimal(greatest)!;
  return {
    ...decimal,
    parse: (literal) => {
      if (!integerForm.test(literal)) return undefined;
      const value = readDecimal(literal)!;
      if (low !== undefined && compareDecimals(value, low) < 0) return undefined;
      return high !== undefined && compareDecimals(value, high) > 0 ? undefined : value;
    },
  };
}

const floatForm = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

function readDouble(literal: string): number | undefined {
  if (literal === 'INF') return Infinity;
  if (literal === '-INF') return -Infinity;
  if (literal === 'NaN') return NaN;
  return floatForm.test(literal) ? Number(literal) : undefined;
}

function binary(round: (value: number) => number): Primitive<number> {
  return {
    whiteSpace: 'collapse',
    parse: (literal) => {
      const value = readDouble(literal);
      return value === undefined ? undefined : round(value);
    },
    // Zero and minus zero are equal, and NaN equals itself.
    key: (value) => String(value === 0 ? 0 : value),
    compare: (a, b) => (Object.is(a, NaN) && Object.is(b, NaN) ? 0 : a === b ? 0 : a - b),
  };
}

export const double = binary((value) => value);
export const float = binary(Math.fround);

export const boolean: Primitive<boolean> = {
  whiteSpace: 'collapse',
  parse: (literal) =>
    literal === 'true' || literal === '1' ? true : literal === 'false' || literal === '0' ? false : undefined,
  key: String,
};
