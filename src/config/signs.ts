import { isObject } from './shapes.ts';

/** What the setting `signs` may say. */

/** `style`, and signs by the status that they are for, `supplied` or `supplied: lost`: what is before and behind the words, or a dot below each letter. */
export type Signs = Readonly<Record<string, string | readonly [string, string]>>;

const styles: ReadonlySet<unknown> = new Set(['leiden', 'critical', 'genetic', 'plain']);
const what =
  'supplied unclear surplus secluded deleted added expansion abbreviation corrected erroneous regularized original damaged restored retraced event gap';
const names: ReadonlySet<string> = new Set(what.split(' '));

/** A sign is more than a letter, a digit, a space or a backslash, and does not look like a page break, a note call or an example of itself. */
function isSign(sign: string): boolean {
  if (/[\\\p{Cc}]/u.test(sign) || sign.length > 12 || sign.includes('abc')) return false;
  // At the end of a line a hyphen says that the word goes on.
  if (!/[^\p{L}\p{N} ]/u.test(sign) || sign.endsWith('-')) return false;
  return !/^\[(?:\d+[a-z]?|[*†‡§¶‖#]+|°\d|[§|]|(?:Page|Note|Line|Image|Document|Speaker|Sign|App)(?![\p{L}\p{N}]))/u.test(
    sign,
  );
}

function isPair(value: unknown): boolean {
  if (value === 'underdot') return true;
  if (!Array.isArray(value) || value.length !== 2) return false;
  const signs = value as unknown[];
  return (
    signs.some((sign) => sign !== '') &&
    signs.every((sign) => typeof sign === 'string' && (sign === '' || isSign(sign)))
  );
}

/** Words that no sign closes would have no end. */
const isClosed = (name: string, value: unknown): boolean =>
  name === 'gap' || value === 'underdot' || (value as string[])[1] !== '';

/** `supplied`, or `supplied: lost`. */
const isName = (name: string): boolean => names.has(name.replace(/: [\p{L}\p{N}_-]+$/u, ''));

export function areSigns(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries(value).every(([name, one]) =>
    name === 'style' ? styles.has(one) : isName(name) && isPair(one) && isClosed(name, one),
  );
}

export const signsWanted =
  'an object with a "style" (leiden, critical, genetic or plain) and signs by what they are for (' +
  `${what.replaceAll(' ', ', ')}): what is before and behind the words, ["[", "]"], or "underdot"; a sign is not only letters, digits or spaces, has no backslash, does not end with a hyphen, and does not look like a mark of the plain text`;
