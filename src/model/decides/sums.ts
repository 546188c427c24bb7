import type { Decided } from './decider.ts';

/** What the edition’s table did in all files together. */

interface File {
  readonly decided?: Decided;
}

/** Counts of all files together, by row, in the order of the rows. */
export function sumOf(files: readonly File[], of: 'led' | 'used' | 'leftOut'): Map<string, number> {
  const sums = new Map<string, number>();
  const table = files.find(({ decided }) => decided)?.decided?.table;
  for (const row of [...(table?.rows ?? []), ...(table?.models ?? [])]) {
    const sum = files.reduce((all, { decided }) => all + (decided?.[of].get(row) ?? 0), 0);
    if (sum > 0) sums.set(row, sum);
  }
  return sums;
}

/** How many words a table leaves out, by the selector of the row that does it. */
export type LeftOut = Readonly<Record<string, number>>;

export const leftOutWords = (files: readonly File[]): LeftOut => Object.fromEntries(sumOf(files, 'leftOut'));
