import { linesOf } from './lines.ts';
import { expectedPage, type PageKnown } from './page.ts';

/** What is around the text of a page and is not what the data of the edition say, in words. */

const most = 3;

const shown = (line: string): string => (line.length > 200 ? `${line.slice(0, 200)}…` : line);

/** Where what is around the text of a page is not what is expected: as many lines as are worth saying. */
export const frameFaults = (found: readonly string[], page: PageKnown): string[] =>
  lineFaults(found, linesOf(expectedPage(page)));

/** Lines that only one of two lists has, where they begin to differ. */
export function lineFaults(found: readonly string[], expected: readonly string[], where = 'around the text'): string[] {
  if (expected.length === found.length && expected.every((line, i) => line === found[i])) return [];
  let begin = 0;
  while (begin < expected.length && expected[begin] === found[begin]) begin++;
  let end = 0;
  const rest = Math.min(expected.length, found.length) - begin;
  while (end < rest && expected.at(-1 - end) === found.at(-1 - end)) end++;
  return differences(expected.slice(begin, expected.length - end), found.slice(begin, found.length - end)).map(
    (fault) => `${where}: ${fault}`,
  );
}

/** What only one of two lists has; where both have the same lines in another order, the first that differs. */
function differences(expected: readonly string[], found: readonly string[]): string[] {
  const only = (some: readonly string[], others: ReadonlySet<string>): string[] =>
    some.filter((line) => !others.has(line) && !line.startsWith('</'));
  const missing = only(expected, new Set(found));
  const added = only(found, new Set(expected));
  if (missing.length + added.length === 0) return [`“${shown(found[0] ?? '')}” is in another place or number`];
  const faults: string[] = [];
  for (let i = 0; i < Math.min(most, Math.max(missing.length, added.length)); i++) {
    const [a, b] = [missing[i], added[i]];
    if (a === undefined) faults.push(`“${shown(b!)}” is too much`);
    else faults.push(b === undefined ? `“${shown(a)}” is missing` : `“${shown(b)}” is where “${shown(a)}” belongs`);
  }
  return faults;
}

/**
 * What a page under templates of the edition's own has around its text and these templates do not make of the data. `filled`: the templates filled
 * with the data, and with `mark` in place of the text.
 */
export function ownTemplateFaults(page: string, filled: string, mark: string): string[] {
  const before = filled.slice(0, filled.indexOf(mark));
  const after = filled.slice(filled.lastIndexOf(mark) + mark.length);
  return [
    ...(page.startsWith(before)
      ? []
      : ['before the text the page is not what the templates of the edition make of the data']),
    ...(page.endsWith(after)
      ? []
      : ['after the text the page is not what the templates of the edition make of the data']),
  ];
}
