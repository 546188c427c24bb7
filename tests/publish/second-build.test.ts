import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { formatNames } from '../../src/formats/names.ts';
import { build } from '../../src/publish/run.ts';
import { chance } from '../harness/chance.ts';
import { contentsOf, differences } from '../harness/folder-state.ts';
import { amount, measured } from '../harness/long.ts';
import { newFolder } from '../harness/scratch.ts';
import { edits, newEdition, register, volume, write } from './random-edits.ts';

/** A second build into the same folder has the same bytes as a first one, with an empty cache, into another. */

const cache = process.env.OCTAVO_CACHE!;
afterEach(() => {
  process.env.OCTAVO_CACHE = cache;
});

async function built(path: string, out: string, inCache: string): Promise<Record<string, string>> {
  process.env.OCTAVO_CACHE = inCache;
  // Without printed books: some documents made at random hold what TEI does not allow and no typesetter can set, and then nothing is built.
  const formats = formatNames.filter((name) => name !== 'pdf');
  const { summary } = await build({ path, out, formats, keepGoing: true, allowRemovals: true, check: false });
  return summary ? contentsOf(out) : {};
}

/** Makes edits one after the other and compares after each; answers after which edits the builds differed. */
async function differingEdits(seed: number, count: number): Promise<string[]> {
  const luck = chance(seed);
  const folder = newFolder();
  const out = join(newFolder(), 'dist');
  const warm = newFolder();
  newEdition(folder, seed);
  await built(folder, out, warm);
  const faults: string[] = [];
  const done: string[] = [];
  for (let i = 0; i < count; i++) {
    const names = [luck.pick(Object.keys(edits)), ...(luck.often(30) ? [luck.pick(Object.keys(edits))] : [])];
    for (const name of names) edits[name]!({ folder, out }, luck);
    done.push(names.join(' and '));
    const clean = newFolder();
    const second = await built(folder, out, warm);
    const first = await built(folder, join(clean, 'dist'), newFolder());
    if (Object.keys(first).length === 0) continue;
    const found = differences(first, second);
    if (found.length > 0)
      faults.push(`seed ${seed}, after ${done.slice(-3).join('; ')}: ${found.slice(0, 5).join(', ')}`);
    rmSync(clean, { recursive: true });
  }
  return faults;
}

describe('a second build equals a clean build, byte for byte', () => {
  it(`after each of ${amount(60, 1200)} random edits`, async () => {
    const faults: string[] = [];
    for (let seed = 1; seed <= amount(60, 1200) / 20; seed++) faults.push(...(await differingEdits(seed, 20)));
    measured({
      title: 'Second builds',
      what: 'Random edits of an edition, its settings, templates and files: after each, the build that uses what was kept and a clean build, compared byte for byte.',
      columns: ['kinds of edits', 'edits', 'builds that differ'],
      rows: [[Object.keys(edits).length, amount(60, 1200), faults.length]],
    });
    expect(faults).toEqual([]);
  });

  it.each(Object.keys(edits))('after an edit to %s', async (name) => {
    const folder = newFolder();
    const out = join(newFolder(), 'dist');
    const warm = newFolder();
    newEdition(folder, 7);
    await built(folder, out, warm);
    edits[name]!({ folder, out }, chance(3));
    const second = await built(folder, out, warm);
    expect(differences(await built(folder, join(newFolder(), 'dist'), newFolder()), second)).toEqual([]);
    expect(Object.keys(second).length).toBeGreaterThan(10);
  });

  it('writes the words of a header that are not facts into the TEI of every document', async () => {
    const folder = newFolder();
    const out = join(newFolder(), 'dist');
    newEdition(folder, 1);
    await build({ path: folder, out, check: false });
    const text = readFileSync(join(folder, 'volume1.xml'), 'utf8');
    write(folder, 'volume1.xml', text.replace('First statement', 'Second statement'));
    await build({ path: folder, out, check: false });
    expect(readFileSync(join(out, 'tei/d1.xml'), 'utf8')).toContain('Second statement');
  });

  it('sees a file of the built edition that was changed without a change of its size or its time', async () => {
    const folder = newFolder();
    const out = join(newFolder(), 'dist');
    newEdition(folder, 1);
    await build({ path: folder, out, check: false });
    const path = join(out, 'text/d1.txt');
    const text = readFileSync(path, 'utf8');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, text.replace('Words', 'Wards'));
    utimesSync(path, atime, mtime);
    const { unchanged } = await build({ path: folder, out, check: false });
    expect([unchanged, readFileSync(path, 'utf8')]).toEqual([false, text]);
  });
});

describe('two files of an edition never have one name', () => {
  it('where a register is called like a section, and where registers of one name are in two folders', async () => {
    const folder = newFolder();
    const out = join(newFolder(), 'dist');
    const luck = chance(1);
    const text = volume('Volume', 'd', 2, luck).replace('target="#d', 'target="terms.xml#T1" n="#d');
    write(
      folder,
      'volume.xml',
      text.replace('xml:id="people"', 'xml:id="terms"').replace('people.xml#P', 'a/terms.xml#U'),
    );
    write(folder, 'terms.xml', register('T', luck));
    write(folder, 'a/terms.xml', register('U', luck).replaceAll('volume1.xml', '../volume.xml'));
    mkdirSync(join(folder, 'b'));
    write(folder, 'b/Terms.xml', register('V', luck));
    await build({ path: folder, out, check: false });
    const read = (name: string): string => readFileSync(join(out, 'tei', name), 'utf8');
    expect(read('terms.xml')).toContain('Before.');
    expect(read('terms-2.xml')).toContain('xml:id="U1"');
    expect(read('Terms-3.xml')).toContain('xml:id="V1"');
    expect(read('terms-4.xml')).toContain('xml:id="T1"');
    expect(read('d0.xml')).toMatch(/target="terms-4\.xml#T1"/);
    expect(read('d0.xml')).toMatch(/ref="terms-2\.xml#U\d"/);
    expect(read('terms-2.xml')).toContain('target="d1.xml#d1"');
  });
});
