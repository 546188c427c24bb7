import type { PersonName } from '../../model/facts.ts';

/** Names of persons as the proof reads them: on its own, so that a name that the build takes apart wrongly is noticed. */

const suffixes = ['Jr', 'Jr.', 'Sr', 'Sr.', 'II', 'III', 'IV'];

const withSuffix = (suffix: string | undefined): { suffix?: string } => (suffix === undefined ? {} : { suffix });

/** The suffix at the end of a name and what is before it: `William F. Sanford, Jr.`, `Hugh Montague IV`. */
function cutSuffix(text: string): { before: string; suffix?: string } {
  const last = /\S+$/.exec(text)?.[0] ?? '';
  const before = text.slice(0, text.length - last.length);
  if (before.trimEnd() === before || !suffixes.includes(last)) return { before: text };
  return { before: before.trimEnd().replace(/,$/, ''), suffix: last };
}

/** `Schnitzler, Arthur` and `Sanford, William F., Jr.`; undefined where no comma separates family and given name. */
export function nameWithComma(text: string): PersonName | undefined {
  const parts = text.split(', ');
  const [family, given, suffix] = parts;
  const isName = parts.length === 2 || parts.length === 3;
  if (!isName || parts.some((part) => part === '' || part.includes(','))) return undefined;
  if (cutSuffix(text.slice(family!.length)).suffix !== undefined) return undefined;
  const literal = `${given!} ${family!}${suffix === undefined ? '' : `, ${suffix}`}`;
  return { family: family!, given: given!, literal, ...withSuffix(suffix) };
}

/** A name of which nothing is marked: with a comma it is inverted; else the last word is the family name, if it looks like a person’s name at all. */
export function unmarkedName(text: string): PersonName {
  const inverted = nameWithComma(text);
  if (inverted) return inverted;
  const { before, suffix } = cutSuffix(text);
  const words = before.split(' ');
  const family = words.at(-1)!;
  const isPerson = words.length >= 2 && words.length <= 5 && !/[0-9]/.test(text);
  if (!isPerson) return { literal: text };
  return { family, given: words.slice(0, -1).join(' '), literal: text, ...withSuffix(suffix) };
}
