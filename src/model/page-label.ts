/**
 * How every output shows a page break: `[Page 591]`, `[Page]` where it has no number. Writers and `readBack` take the word from here, so
 * showing pages as `[p. 591]` is a change of this one line.
 */
export const pageWord = 'Page';

/** The word as a part of a regular expression. */
export const pageWordPattern = pageWord.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The page with this number as it is shown. */
export const pageLabel = (n: string): string => (n === '' ? `[${pageWord}]` : `[${pageWord} ${n}]`);

const shown = new RegExp(`^\\[${pageWordPattern}(?: (.*))?\\]$`, 's');

/** The number of a page from exactly what is shown: empty where it has none; undefined where this is not the label of a page. */
export function numberOfLabel(visible: string): string | undefined {
  const match = shown.exec(visible);
  return match ? (match[1] ?? '') : undefined;
}
