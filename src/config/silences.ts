import { isObject, isText } from './shapes.ts';

/** The setting `silence`. */

/** Findings of one code that are not shown, and why. */
export interface Silence {
  readonly code: string;
  /** Path in the edition's folder, `*` for any characters. */
  readonly file?: string;
  /** `xml:id` of the element in or at which they stand. */
  readonly id?: string;
  readonly reason: string;
}

export const isSilence = (value: unknown): boolean =>
  isObject(value) &&
  ['code', 'reason'].every((key) => isText(value[key]) && value[key] !== '') &&
  Object.entries(value).every(([key, text]) => ['code', 'reason', 'file', 'id'].includes(key) && isText(text));
