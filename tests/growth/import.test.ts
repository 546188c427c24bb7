import { beforeAll, describe, expect, it } from 'vitest';
import { type CountedWork, countWork } from './counted-work.ts';
import { chosen, growth, MOST } from './growth.ts';
import { htmlInputs, markdownInputs, pagesInputs, plainInputs, wordInputs } from './import-inputs.ts';
import type * as Octavo from './octavo-in-process.ts';

let work: CountedWork;
let octavo: typeof Octavo;
beforeAll(async () => {
  work = await countWork();
  octavo = await import('./octavo-in-process.ts');
});

const kinds = [
  ['html', htmlInputs, ['notes', 'calls in paragraphs', 'quotes left open', 'page marks']],
  ['markdown', markdownInputs, ['paragraphs', 'notes', 'notes in place', 'headings', 'page marks']],
  ['frus-text', plainInputs, ['paragraphs', 'page marks', 'brackets', 'digits']],
  ['pages', pagesInputs, ['pages', 'notes of a page']],
] as const;

describe.each(kinds)('The work of an import of %s grows with', (kind, inputs, names) => {
  it.each(chosen(inputs, names))('%s, not with their square', async (name) => {
    const factor = await growth(work, (n) => {
      const text = inputs[name]!(n);
      return { run: () => octavo.importFrom(kind, text) };
    });
    expect(factor).toBeLessThan(MOST);
  });
});

describe('The work of an import of a Word file grows with', () => {
  it.each(chosen(wordInputs, ['notes', 'items of a list', 'styles']))('%s, not with their square', async (name) => {
    const factor = await growth(work, (n) => {
      const bytes = octavo.wordBytes(wordInputs[name]!(n));
      return { run: () => octavo.importWord(bytes) };
    });
    expect(factor).toBeLessThan(MOST);
  });
});
