import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../harness/scratch.ts';
import { type CountedWork, countWork } from './counted-work.ts';
import { growth, MOST } from './growth.ts';
import { teiInputs } from './inputs.ts';
import type * as Octavo from './octavo-in-process.ts';
import { filesOf } from './tei.ts';

/** The work of a text that is put together grows with the files and entities it is put together from. */

let work: CountedWork;
let octavo: typeof Octavo;
beforeAll(async () => {
  work = await countWork();
  octavo = await import('./octavo-in-process.ts');
});

describe('The work of a check grows with', () => {
  it.each([
    'included files',
    'elements included from one file',
    'references to entities',
    'entities that are declared',
  ])('%s, not with their square', async (name) => {
    const factor = await growth(work, (n) => {
      const files = Object.entries(filesOf(teiInputs[name]!(n)));
      const path = join(newFolder(Object.fromEntries(files.map(([file, text]) => [`tei/${file}`, text]))), 'tei');
      return { run: () => octavo.check(path) };
    });
    expect(factor).toBeLessThan(MOST);
  });
});
