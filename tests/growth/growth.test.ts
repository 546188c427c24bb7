import { beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { newFolder } from '../harness/scratch.ts';
import { type CountedWork, countWork } from './counted-work.ts';
import type * as Octavo from './octavo-in-process.ts';
import { htmlInputs } from './import-inputs.ts';
import { teiInputs } from './inputs.ts';

/** 16 times the input may cost 16 times the work, and a little more where something is sorted; 4.6 to one between two steps of four. */
const MOST = 4.6;
const sizes = process.env.OCTAVO_LONG === undefined ? [50, 200, 800] : [400, 1600, 6400];

let work: CountedWork;
let octavo: typeof Octavo;
beforeAll(async () => {
  work = await countWork();
  octavo = await import('./octavo-in-process.ts');
});

/**
 * How much more the last step costs than the step before; what is done once, whatever the size, falls out. A step that adds less than a
 * twentieth of that adds nothing that could be measured: the code that runs once does not run equally often each time.
 */
async function growth(run: (n: number) => () => unknown): Promise<number> {
  await run(1)();
  const counts: number[] = [];
  for (const n of sizes) counts.push(await work.of(run(n)));
  const [small, middle, large] = counts as [number, number, number];
  return (large - middle) / Math.max(middle - small, small / 20);
}

const checked = [
  'sibling documents',
  'sibling divisions in a document',
  'paragraphs',
  'page breaks',
  'page breaks in words',
  'notes',
  'notes in a note',
  'pointers to one place',
  'line breaks',
  'letters without spaces',
];

describe('The work of a check grows with', () => {
  it.each(checked)('%s, not with their square', async (name) => {
    const factor = await growth((n) => {
      const path = join(newFolder({ 'a.xml': teiInputs[name]!(n) }), 'a.xml');
      return () => octavo.check(path);
    });
    expect(factor).toBeLessThan(MOST);
  });
});

describe('The work of an import grows with', () => {
  it.each(['notes', 'calls in paragraphs'])('%s of a page, not with their square', async (name) => {
    const factor = await growth((n) => {
      const text = htmlInputs[name]!(n);
      return () => octavo.importFrom('html', text);
    });
    expect(factor).toBeLessThan(MOST);
  });
});
