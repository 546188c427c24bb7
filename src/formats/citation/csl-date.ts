import { type CitationDate, yearInWords } from '../../model/citation/date.ts';
import type { DatePoint } from '../../model/citation/known-date.ts';

/** Dates of CSL-JSON. A year before Christ is written as its number there (-360), not astronomically (-0359). */

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly season?: number;
  readonly circa?: true;
  readonly literal?: string;
}

/** There is no year 0. */
const parts = ({ year, month, day }: DatePoint): number[] =>
  [year > 0 ? year : year - 1, month, day].filter((part) => part !== undefined);

/** An interval that has not ended has the end 0; what has no known beginning cannot be said in numbers. */
function numbers(date: Exclude<CitationDate, { literal: string }>): number[][] | undefined {
  if (date.start === undefined) return undefined;
  if (!date.isInterval) return [parts(date.start)];
  return [parts(date.start), date.end ? parts(date.end) : [0]];
}

export function cslDate(date: CitationDate | undefined): CslDate | undefined {
  if (date === undefined) return undefined;
  const dateParts = 'literal' in date ? undefined : numbers(date);
  if ('literal' in date || dateParts === undefined) return { literal: yearInWords(date)! };
  const season = date.isInterval ? undefined : date.start?.season;
  return {
    'date-parts': dateParts,
    ...(season !== undefined && { season: season - 20 }),
    ...((date.isUncertain || date.isApproximate) && { circa: true }),
  };
}
