import { appendFileSync } from 'node:fs';

/** Tests that take long do a part of their work in `npm test` and all of it in `npm run test:long`. */

const isLong = process.env.OCTAVO_LONG !== undefined;

/** How often a test repeats itself: `short` in `npm test`, `long` in `npm run test:long`. */
export const amount = (short: number, long: number): number => (isLong ? long : short);

/** A table of what a long test measured: its rows are in docs/long-tests.md. */
export interface Measured {
  readonly title: string;
  /** One sentence: what was done. */
  readonly what: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Keeps what a test measured for `npm run test:long`, which writes it into the documentation; does nothing in `npm test`. */
export function measured(table: Measured): void {
  const file = process.env.OCTAVO_LONG_RESULTS;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(table)}\n`);
}
