import { byFile, isByFile } from './shapes.ts';

/** The setting `base`: the witness whose reading is in the text where an entry of the apparatus has no lemma. */

/** The id of a witness, for all texts or by the file that they are in. */
export type Base = string | Readonly<Record<string, string>>;

export const baseWanted = 'the id of a witness, or an object of these by file: { "novel.xml": "A" }';

/** Whether a value can be the `xml:id` of a witness. */
export const isWitnessId = (value: unknown): boolean =>
  typeof value === 'string' && /^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u.test(value);

export const isBase = (value: unknown): boolean => isByFile(value, isWitnessId);

/** What the setting says of the texts of a file. */
export function baseFor(base: Base | undefined): (file: string) => string | undefined {
  return base === undefined || typeof base === 'string' ? () => base : byFile(base);
}
