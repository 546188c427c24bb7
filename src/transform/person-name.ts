import type { PersonName } from '../model/facts.ts';

/** Names of persons taken apart, as far as it can be done without guessing. */

const suffix = /,?\s+(Jr\.?|Sr\.?|II|III|IV)$/;

/** `Schnitzler, Arthur` → family and given name; undefined where there is no comma (or only one before `Jr.`). */
export function invertedName(text: string): PersonName | undefined {
  const match = /^([^,]+), ([^,]+)(?:, ([^,]+))?$/.exec(text);
  if (!match || suffix.test(text.replace(/^[^,]+/, ''))) return undefined;
  const [, family, given, after] = match as unknown as [string, string, string, string | undefined];
  return { family, given, literal: `${given} ${family}${after ? `, ${after}` : ''}`, ...(after && { suffix: after }) };
}

/**
 * The name of an author or editor in a header. `family` and `given` are taken where the source marks them; else a name with a comma is inverted,
 * and of any other the last word is the family name (`Erin R. Mahan`; a suffix as in `William F. Sanford, Jr.` is set apart).
 */
export function personName(at: {
  readonly family?: string;
  readonly given?: string;
  readonly text?: string;
}): PersonName {
  const text = at.text ?? '';
  if (at.family)
    return {
      family: at.family,
      ...(at.given && { given: at.given }),
      literal: at.given ? `${at.given} ${at.family}` : at.family,
    };
  const inverted = invertedName(text);
  if (inverted) return inverted;
  const after = suffix.exec(text)?.[1];
  const words = text.replace(suffix, '').split(' ');
  if (words.length < 2 || words.length > 5 || /\d/.test(text)) return { literal: text };
  const family = words[words.length - 1]!;
  return { family, given: words.slice(0, -1).join(' '), literal: text, ...(after && { suffix: after }) };
}
