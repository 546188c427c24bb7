import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, verify } from '../../src/index.ts';
import { root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** A page for each kind of edition, with an example that is built: its text is that of the page, nothing is wrong with it, and nothing is lost. */

const folder = join(root, 'docs/kinds');
const pages = readdirSync(folder).filter((name) => name !== 'README.md');

/** The example of a page, and the files that it says are made of it. */
function exampleOf(page: string): { readonly xml: string; readonly files: ReadonlyMap<string, string> } {
  const [, xml = ''] = /^```xml\n([^]*?)^```$/m.exec(page) ?? [];
  const shown = page.matchAll(/^`([^`\n]+)`:\n\n```text\n([^]*?)^```$/gm);
  return { xml, files: new Map([...shown].map(([, path, content]) => [path!, content!])) };
}

describe('a page for each kind of edition', () => {
  it('is in the list of all', () => {
    const list = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((page) => !list.includes(`](${page})`))).toEqual([]);
  });

  it.each(pages)('%s has an example of which everything is as the page says', async (name) => {
    const { xml, files } = exampleOf(readFileSync(join(folder, name), 'utf8'));
    const path = newFolder({ 'example.xml': xml });
    const out = join(path, 'dist');
    const { findings } = await build({ path, out });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(files.size).toBeGreaterThan(0);
    for (const [file, content] of files) expect(readFileSync(join(out, file), 'utf8'), file).toBe(content);
    const proof = await verify({ path, out, rebuild: true });
    expect(proof.losses).toEqual([]);
    expect(proof.result).toBe('nothing lost');
  });
});
