import { globMatcher } from './glob.ts';

/** Shapes that values of several settings have. */

export const isText = (value: unknown): boolean => typeof value === 'string';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One value for all texts, or an object of values by their files. */
export const isByFile = (value: unknown, fits: (one: unknown) => boolean): boolean =>
  fits(value) || (isObject(value) && Object.values(value).every(fits));

/** What an object of values by files says of a file: the first pattern that fits decides. */
export function byFile<Value>(setting: Readonly<Record<string, Value>>): (file: string) => Value | undefined {
  const patterns = Object.entries(setting).map(([pattern, value]) => [globMatcher(pattern), value] as const);
  return (file) => patterns.find(([fits]) => fits(file))?.[1];
}
