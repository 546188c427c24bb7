import type { ChangedBlock, ChangedItem, SheetChanges, UnitChanges, ViewChanges } from './sheet-changes.ts';

/** Reads `stylesheets.json` of a built edition. It may have been edited or replaced, so nothing in it is believed to be what it should. */

type Shape<T> = (value: unknown) => value is T;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const listOf =
  <T>(is: Shape<T>): Shape<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(is);

const recordOf =
  <T>(is: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isObject(value) && Object.values(value).every(is);

/** An object with no other fields than these, each absent or of this shape. */
const hasOnly = (value: unknown, fields: Readonly<Record<string, (value: unknown) => boolean>>): boolean =>
  isObject(value) && Object.entries(value).every(([name, one]) => Object.hasOwn(fields, name) && fields[name]!(one));

const isItem = (value: unknown): value is ChangedItem => {
  if (!Array.isArray(value) || value.length !== 5) return false;
  const [aspect, run, from, to, said] = value as readonly unknown[];
  return (aspect === 'look' || aspect === 'role') && isCount(run) && isCount(from) && isCount(to) && isText(said);
};

const isBlock = (value: unknown): value is ChangedBlock => {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [place, was, now] = value as readonly unknown[];
  return isCount(place) && isText(was) && isText(now);
};

const view = { blocks: listOf(isBlock), removed: listOf(isItem), added: listOf(isItem) };
const isView = (value: unknown): value is ViewChanges =>
  hasOnly(value, view) && Object.keys(view).every((name) => Object.hasOwn(value as object, name));

const isUnit = (value: unknown): value is UnitChanges =>
  hasOnly(value, { reading: isView, diplomatic: isView, ofWitnesses: recordOf(isView), refused: listOf(isText) });

const isWhole = (value: unknown): value is SheetChanges =>
  hasOnly(value, { sheets: recordOf(isText), units: recordOf(isUnit) }) && Object.keys(value as object).length === 2;

/** What the file says; undefined where it does not say what such a file says. */
export function readSheetChanges(text: string): SheetChanges | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isWhole(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
