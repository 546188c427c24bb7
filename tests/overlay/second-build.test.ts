import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { contentsOf, differences } from '../harness/folder-state.ts';
import { newFolder } from '../harness/scratch.ts';
import { sheet, tei } from './edition.ts';

/** Under stylesheets of its own as without, an edition that is built again has the bytes of one that is built anew. */

const cache = process.env.OCTAVO_CACHE!;
afterEach(() => {
  process.env.OCTAVO_CACHE = cache;
});

const document = (id: string, words: string): string =>
  `<div type="document" xml:id="${id}"><head>${words}</head><p>first <hi>a</hi></p><p>second</p></div>`;
const text = (words: string): string =>
  tei(['d1', 'd2', 'd3'].map((id) => document(id, id === 'd2' ? words : id)).join(''));
const first = (role: string): string =>
  sheet(
    `<xsl:template match="p[not(preceding-sibling::p)]"><block tei="p" role="${role}" rend="first"><xsl:apply-templates/></block></xsl:template>`,
  );

async function builtIn(path: string, out: string, inCache: string): Promise<boolean> {
  process.env.OCTAVO_CACHE = inCache;
  const { summary, unchanged, findings } = await build({ path, out, check: false });
  expect(summary, JSON.stringify(findings)).toBeDefined();
  return unchanged;
}

/** Steps from one state of an edition to the next, and whether a build has something to do then. */
const steps: readonly (readonly [name: string, step: (folder: string) => void, unchanged: boolean])[] = [
  ['nothing', () => undefined, true],
  ['a heading, which its neighbours show', (folder) => writeFileSync(join(folder, 'a.xml'), text('other')), false],
  ['a stylesheet', (folder) => writeFileSync(join(folder, 'xslt/own.xsl'), first('opening')), false],
  ['nothing', () => undefined, true],
  ['a stylesheet that is not there any more', (folder) => rmSync(join(folder, 'xslt'), { recursive: true }), false],
];

describe('A second build', () => {
  it('sees each change, and has the same bytes as a clean one', { timeout: 180_000 }, async () => {
    const folder = newFolder({ 'a.xml': text('d2'), 'xslt/own.xsl': first('beginning') });
    const out = join(newFolder(), 'dist');
    const warm = newFolder();
    await builtIn(folder, out, warm);
    expect(readFileSync(join(out, 'documents/d3.html'), 'utf8')).toContain('beginning');
    for (const [name, step, wanted] of steps) {
      step(folder);
      const unchanged = await builtIn(folder, out, warm);
      expect(unchanged, name).toBe(wanted);
      if (wanted) continue;
      const clean = join(newFolder(), 'dist');
      await builtIn(folder, clean, newFolder());
      expect(differences(contentsOf(clean), contentsOf(out)), name).toEqual([]);
      expect((await verify({ path: folder, out })).losses, name).toEqual([]);
    }
    expect(readFileSync(join(out, 'documents/d3.html'), 'utf8')).not.toContain('opening');
  });

  it('that verify makes has the same bytes', { timeout: 60_000 }, async () => {
    const folder = newFolder({ 'a.xml': text('d2'), 'xslt/own.xsl': first('beginning') });
    const out = join(newFolder(), 'dist');
    await builtIn(folder, out, cache);
    const { losses, rebuilt } = await verify({ path: folder, out, rebuild: true });
    expect(losses).toEqual([]);
    expect(rebuilt!.same).toBe(rebuilt!.files);
  });
});
