import { globMatcher } from './glob.ts';

/** The setting `base`: the witness whose reading is in the text where an entry of the apparatus has no lemma. */

/** The id of a witness, for all texts or by the file that they are in. */
export type Base = string | Readonly<Record<string, string>>;

export const baseWanted = 'the id of a witness, or an object of these by file: { "novel.xml": "A" }';

const isWitness = (value: unknown): boolean =>
  typeof value === 'string' && /^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u.test(value);

export const isBase = (value: unknown): boolean =>
  isWitness(value) ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isWitness));

/** What the setting says of the texts of a file. */
export function baseFor(base: Base | undefined): (file: string) => string | undefined {
  if (base === undefined || typeof base === 'string') return () => base;
  const patterns = Object.entries(base).map(([pattern, witness]) => [globMatcher(pattern), witness] as const);
  return (file) => patterns.find(([fits]) => fits(file))?.[1];
}
