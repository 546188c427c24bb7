import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { changedInWords } from '../../src/cli/changed-by-sheets.ts';
import { type Built, builtEdition, tei } from './edition.ts';

/** What docs/how-to/own-stylesheets.md shows is built and proven. */

const page = readFileSync(join(import.meta.dirname, '../../docs/how-to/own-stylesheets.md'), 'utf8');
const shown = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, text]) => text!);

describe('The example of the documentation', () => {
  const [sheet = '', text = ''] = shown('xml');
  let example: Built;
  beforeAll(async () => {
    example = await builtEdition({ 'a.xml': tei(text), 'xslt/letters.xsl': sheet });
  }, 60_000);

  it('makes what the page says', () => {
    expect(example.built.findings).toEqual([]);
    const html = example.read('documents/a.html');
    expect(html).toContain(shown('html')[0]!.trim());
    expect([...html.matchAll(/<b[ >][^]*?<\/b>/g)].map(([bold]) => bold.replace(/<[^>]*>/g, ''))).toEqual([
      'Ada',
      'Mr. Babbage',
    ]);
  });

  it('is proven, and build and proof say what the page says', async () => {
    const proof = await example.prove();
    expect(proof.losses).toEqual([]);
    const said = changedInWords(proof.changedByStylesheets);
    expect(page.split(`“${said}`).length).toBe(3);
    expect(example.built.summary?.changed).toEqual(proof.changedByStylesheets);
  });
});
