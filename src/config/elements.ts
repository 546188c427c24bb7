/** The setting `elements`: the edition’s own table of elements. What its selectors and rows say, `model/decides` reads. */

/** `{ "seg[@type='letterhead']": { "kind": "block" } }` */
export type Elements = Readonly<Record<string, Readonly<Record<string, string>>>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const areElements = (value: unknown): boolean =>
  isObject(value) &&
  Object.values(value).every((row) => isObject(row) && Object.values(row).every((one) => typeof one === 'string'));

export const elementsWanted =
  'an object of rows: { "ab[@type=\'verse\']": { "kind": "line" }, "note[@type=\'internal\']": { "counted": "no" } }';
