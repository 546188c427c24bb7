import { isObject, isText } from './shapes.ts';

/** The setting `elements`: the edition’s own table of elements. What its selectors and rows say, `model/decides` reads. */

/** `{ "seg[@type='letterhead']": { "kind": "block" } }` */
export type Elements = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const areElements = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((row) => isObject(row) && Object.values(row).every(isText));

export const elementsWanted =
  'an object of rows: { "ab[@type=\'verse\']": { "kind": "line" }, "note[@type=\'internal\']": { "counted": "no" } }';
