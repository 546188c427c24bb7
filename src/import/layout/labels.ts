/** What notes and pages are numbered with: arabic and roman numbers, letters, symbols, raised digits. */

/** As it is written in a pattern: `{N}` arabic, `{A}` and `{a}` letters or roman numbers, `{*}` symbols. */
export type LabelKind = 'N' | 'A' | 'a' | '*';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits on the line for raised digits. */
export const plainLabel = (text: string): string => text.replace(/[⁰¹²³⁴-⁹]/g, (c) => String(raised.indexOf(c)));

/** The kind of a label. */
export function labelKind(label: string): LabelKind {
  if (/^[*†‡§‖¶#]/u.test(label)) return '*';
  if (/\d/.test(label)) return 'N';
  return /^\p{Lu}/u.test(label) ? 'A' : 'a';
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a roman number; undefined for other letters. */
export function romanValue(label: string): number | undefined {
  const letters = label.toLowerCase();
  if (!/^m{0,3}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$/.test(letters) || letters === '')
    return undefined;
  const digits = [...letters].map((c) => romanDigits[c]!);
  return digits.reduce((sum, d, i) => sum + (d < (digits[i + 1] ?? 0) ? -d : d), 0);
}

/** What a label counts: the number it contains, a roman number, or the place of a letter in the alphabet. */
export function labelValue(label: string): number | undefined {
  const digits = /\d+/.exec(label)?.[0];
  if (digits !== undefined) return Number(digits);
  const roman = romanValue(label);
  if (roman !== undefined) return roman;
  return /^\p{L}$/u.test(label) ? label.toLowerCase().charCodeAt(0) - 96 : undefined;
}

const lettersOf = (label: string): number => label.toLowerCase().charCodeAt(0) - 96 + 26 * (label.length - 1);

/** Whether labels rise: most of them by exactly one. Letters are tried as letters and as roman numbers. */
export function rise(labels: readonly string[], least = 0.8): boolean {
  if (labels.length < 2) return false;
  const share = (values: readonly (number | undefined)[]): number => {
    const steps = values.slice(1).map((v, i) => (v ?? NaN) - (values[i] ?? NaN));
    if (steps.some((s) => s < 0) && steps.filter((s) => s < 0).length > steps.length * 0.1) return 0;
    return steps.filter((s) => s === 1 || s === 0).length / steps.length;
  };
  const readings = [labels.map(labelValue)];
  if (labels.every((l) => /^\p{L}{1,2}$/u.test(l))) readings.push(labels.map(lettersOf));
  return readings.some((values) => share(values) >= least);
}
