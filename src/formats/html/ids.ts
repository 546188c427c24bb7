import type { UnitNumber } from '../../model/numbers.ts';

/**
 * Names of places in a page. An id of the source stays as it is wherever HTML allows it, so that links from other pages need not know
 * the page they lead to. Names that we make have a colon, which no `xml:id` has, so the two never meet.
 */

/** The id in the page for an id of the source: the same, but for white space, which HTML forbids. */
export const pageId = (sourceId: string): string => sourceId.replace(/\s+/g, '_');

/** The address of a page by its number, as the contract promises it; a page in a reading that is not in the text (`isApart`) does not take it from one of the text. */
export const pageBreakId = (n: string, isApart: boolean): string => `${isApart ? 'app:' : ''}pg_${pageId(n)}`;

/**
 * The address of a numbered line, `l:5`: none that an `xml:id` can be. It has no other colon, so that a repeated one, which gets `:2` behind it, is
 * not that of another line.
 */
export const lineId = (n: string, series = ''): string =>
  `l:${[series.replace(/^#/, ''), n]
    .filter((part) => part !== '')
    .join('.')
    .replace(/\s+/g, '_')
    .replaceAll(':', '.')}`;

/**
 * The address of a number: the number itself where it begins with a digit, which no `xml:id` does, else `n:IV.2`. Of milestones that only mark a place the
 * series is in it: `n:column.2`.
 */
export function numberId({ unit, full, shown }: UnitNumber): string {
  const name = (shown === 'place' && unit !== '' ? `${unit}.${full}` : full).replace(/\s+/g, '_').replaceAll(':', '.');
  return /^[0-9]/.test(name) ? name : `n:${name}`;
}

/** What ids that we make begin with, before a colon. */
const prefixes = ['call', 'note', 'section', 'o', 'pg', 'l', 'app', 'n'];

/** Ids that we make: no `xml:id` has a colon, and of one that is such a prefix itself and is there again, what follows is not one of ours. */
export const isMadeId = (id: string): boolean => made.test(id);
const made = new RegExp(`^(?:${prefixes.join('|')}):(?!:)|^[0-9]`);

/** A name that is there for the second time gets `:2` after it, or `::2` where it would be one that we make. */
export const repeatedId = (name: string, times: number): string =>
  times === 1 ? name : `${name}${prefixes.includes(name) ? '::' : ':'}${times}`;

/** Gives out ids of one page: the first who asks for a name gets it, the others get it as `repeatedId` makes it. */
export interface Ids {
  claim(wanted: string): string;
}

export function newIds(): Ids {
  const taken = new Map<string, number>();
  return {
    claim: (wanted) => {
      const times = (taken.get(wanted) ?? 0) + 1;
      taken.set(wanted, times);
      return repeatedId(wanted, times);
    },
  };
}
