import { isObject } from './shapes.ts';

/** The setting `limits`. */

/** What a file may be before it is refused, and what checking it may cost. */
const limitNames = [
  'depth',
  'attributes',
  'nameLength',
  'fileLength',
  'faults',
  'schematronSeconds',
  'schematronMegabytes',
] as const;

export type Limits = Readonly<Partial<Record<(typeof limitNames)[number], number>>>;

/** Above this a limit is none, and a timer that waits so many seconds rings at once. */
const largestLimit = 2_000_000;
/** Texts are written element within element: far deeper ones would need more stack than a process has. */
const deepest = 512;
const largest = (name: string): number =>
  name === 'depth' ? deepest : name.startsWith('schematron') ? largestLimit : Number.MAX_SAFE_INTEGER;
const isLimit = (name: string, value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= largest(name);

export const areLimits = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(([name, one]) => limitNames.some((known) => known === name) && isLimit(name, one));

export const limitsWanted = `an object of whole numbers above 0, by these names: ${limitNames.join(', ')}; depth is at most ${deepest}, since deeper texts could not be written`;
