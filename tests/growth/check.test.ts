import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../harness/scratch.ts';
import { brokenInputs } from './broken-inputs.ts';
import { type CountedWork, countWork } from './counted-work.ts';
import { chosen, growth, MOST } from './growth.ts';
import { teiInputs } from './inputs.ts';
import type * as Octavo from './octavo-in-process.ts';
import { filesOf, type Inputs } from './tei.ts';

let work: CountedWork;
let octavo: typeof Octavo;
beforeAll(async () => {
  work = await countWork();
  octavo = await import('./octavo-in-process.ts');
});

const checking = (inputs: Inputs, name: string): Promise<number> =>
  growth(work, (n) => {
    const folder = newFolder(filesOf(inputs[name]!(n)));
    return { run: () => octavo.check(folder) };
  });

describe('The work of a check grows with', () => {
  const names = [
    'sibling documents',
    'sibling divisions in a document',
    'paragraphs',
    'page breaks',
    'page breaks in words',
    'page breaks out of order',
    'notes',
    'notes in a note',
    'nested notes',
    'pointers to one place',
    'pointers to many places',
    'line breaks',
    'verses with line breaks',
    'letters without spaces',
    'attributes of many elements',
    'ids',
    'files',
    'findings in one line',
  ];
  it.each(chosen(teiInputs, names))('%s, not with their square', async (name) => {
    expect(await checking(teiInputs, name)).toBeLessThan(MOST);
  });
});

describe('The work of a check of XML that is not well-formed grows with', () => {
  const names = [
    'elements left open',
    'comments left open',
    'marked sections left open',
    'quotes left open',
    'less-than characters',
    'attributes without values',
    'prefixes not declared',
  ];
  it.each(chosen(brokenInputs, names))('%s, not with their square', async (name) => {
    expect(await checking(brokenInputs, name)).toBeLessThan(MOST);
  });
});
