/** Page numbers as they are printed: arabic, roman, leaves with front and back, numbers with a letter before them. */

export interface PageNumber {
  /** Pages can be compared only where this is the same. */
  readonly system: string;
  readonly value: number;
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const romanForm = /^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;

function romanValue(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (lower === '' || !romanForm.test(lower)) return undefined;
  const values = [...lower].map((digit) => romanDigits[digit]!);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

const romanSigns = [
  'm 1000',
  'cm 900',
  'd 500',
  'cd 400',
  'c 100',
  'xc 90',
  'l 50',
  'xl 40',
  'x 10',
  'ix 9',
  'v 5',
  'iv 4',
  'i 1',
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const sign of romanSigns) {
    const [letters, worth] = sign.split(' ') as [string, string];
    for (; rest >= Number(worth); rest -= Number(worth)) text += letters;
  }
  return text;
}

/** Reads a page label; undefined where it is not a number, or a page put in between (`591a`). */
export function readPage(label: string): PageNumber | undefined {
  const text = label.trim().replace(/^[[(](.*)[\])]$/, '$1');
  if (/^\d{1,9}$/.test(text)) return { system: 'arabic', value: Number(text) };
  const leaf = /^(\d{1,8})([rv])$/.exec(text);
  if (leaf) return { system: 'leaf', value: Number(leaf[1]) * 2 + (leaf[2] === 'v' ? 1 : 0) };
  const numeral = romanValue(text);
  if (numeral !== undefined) return { system: text === text.toLowerCase() ? 'roman' : 'ROMAN', value: numeral };
  const prefixed = /^(\p{L}{1,4}[-.\s]?)(\d{1,8})$/u.exec(text);
  return prefixed ? { system: prefixed[1]!, value: Number(prefixed[2]) } : undefined;
}

/** The label of a page of the same kind. */
export function writePage({ system }: PageNumber, value: number): string {
  if (system === 'leaf') return `${value >> 1}${value % 2 === 0 ? 'r' : 'v'}`;
  if (system === 'arabic') return String(value);
  if (system === 'roman') return roman(value);
  return system === 'ROMAN' ? roman(value).toUpperCase() : `${system}${value}`;
}
