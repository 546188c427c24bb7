import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../harness/scratch.ts';
import { type CountedWork, countWork } from './counted-work.ts';
import { chosen, growth, MOST } from './growth.ts';
import { teiInputs } from './inputs.ts';
import type * as Octavo from './octavo-in-process.ts';
import { filesOf } from './tei.ts';

/** In each run some inputs in small sizes; all of them, and larger, with OCTAVO_LONG (growth.ts). */

let work: CountedWork;
let octavo: typeof Octavo;
beforeAll(async () => {
  work = await countWork();
  octavo = await import('./octavo-in-process.ts');
});

/** A folder with the sources in one of its own, next to which the edition is built. */
function sources(name: string, n: number): string {
  const files = Object.entries(filesOf(teiInputs[name]!(n)));
  return join(newFolder(Object.fromEntries(files.map(([file, text]) => [`tei/${file}`, text]))), 'tei');
}

/** What is built may have no faults: an input that nothing is built of measures nothing. */
const built = Object.fromEntries(
  Object.entries(teiInputs).filter(
    ([name]) => !['attributes of one element', 'elements that are unknown', 'ids given twice'].includes(name),
  ),
);

describe('The work of a build grows with', () => {
  const names = [
    'sibling documents',
    'page breaks',
    'page breaks in words',
    'line breaks in words',
    'notes',
    'notes in a note',
    'nested notes',
    'cells of a row',
    'quotations',
    'paragraphs in two directions',
    'words with signs',
    'numbered lines',
    'register entries in a list',
    'readings',
    'readings of one entry',
    'files',
  ];
  it.each(chosen(built, names))('%s, not with their square', async (name) => {
    const factor = await growth(work, (n) => {
      const path = sources(name, n);
      return { run: () => octavo.build(path) };
    });
    expect(factor).toBeLessThan(MOST);
  });
});

describe('The work of a proof grows with', () => {
  it.each(
    chosen(built, [
      'sibling documents',
      'page breaks in words',
      'notes',
      'readings',
      'readings of one entry',
      'pointers to many places',
      'paragraphs in two directions',
      'words in two directions',
      'words with signs',
      'numbered lines',
    ]),
  )('%s, not with their square', async (name) => {
    const factor = await growth(work, (n) => {
      const path = sources(name, n);
      return { before: () => octavo.build(path), run: () => octavo.verify(path) };
    });
    expect(factor).toBeLessThan(MOST);
  });
});
