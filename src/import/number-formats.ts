/** Numbers as word processors and browsers show them. */

const signs: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

function roman(n: number): string {
  let rest = n;
  return signs
    .map(([sign, value]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return sign.repeat(times);
    })
    .join('');
}

/** a … z, then aa … zz (ECMA-376 part 1, 17.18.59). */
const letters = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);

const daggers = ['*', '†', '‡', '§'];

const ordinal = (n: number): string => {
  const ending = ['th', 'st', 'nd', 'rd'];
  const last = n % 100;
  return `${n}${ending[(last - 20) % 10] ?? ending[last] ?? 'th'}`;
};

/** A number in a format, by the names Word gives them. Formats of other scripts are shown in digits. */
export function formatNumber(n: number, format: string): string {
  if (n < 1 || n > 3999) return String(n);
  switch (format) {
    case 'lowerRoman':
      return roman(n);
    case 'upperRoman':
      return roman(n).toUpperCase();
    case 'lowerLetter':
      return letters(n);
    case 'upperLetter':
      return letters(n).toUpperCase();
    case 'chicago':
      return daggers[(n - 1) % 4]!.repeat(Math.floor((n - 1) / 4) + 1);
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'ordinal':
      return ordinal(n);
    default:
      return String(n);
  }
}
