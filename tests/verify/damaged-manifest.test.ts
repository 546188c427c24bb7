import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/edition/read-manifest.ts';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { letters } from '../harness/letters.ts';
import { newFolder } from '../harness/scratch.ts';

/** An edition whose files were damaged after the build: the proof names the damage, whatever it is, and never fails itself. */

type Json = Record<string, unknown>;

const source = newFolder({ 'a.xml': letters(2) });
const built = join(newFolder(), 'dist');
beforeAll(async () => void (await build({ path: source, out: built })));

/** The losses of a copy of the edition after `damage`. */
async function lossesAfter(damage: (dist: string) => void): Promise<string[]> {
  const dist = join(newFolder(), 'dist');
  cpSync(built, dist, { recursive: true });
  damage(dist);
  const { losses } = await verify({ path: source, out: dist });
  return losses.map(({ document, message }) => `${document || 'edition'}: ${message}`);
}

const changeManifest = (change: (manifest: Json) => unknown) => (dist: string) => {
  const file = join(dist, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Json;
  writeFileSync(file, JSON.stringify(change(manifest)));
};
const firstUnit = (manifest: Json): Json => (manifest['documents'] as Json[])[0]!;

describe('A damaged manifest is named as such', () => {
  it.each<[string, (manifest: Json) => unknown, string]>([
    ['a list of nothing', (m) => ({ ...m, documents: [null] }), 'documents[0] is not an object'],
    ['no edition', ({ edition: _, ...m }) => m, 'edition is not an object'],
    ['no generator', ({ generator: _, ...m }) => m, 'generator is not an object'],
    ['no documents', ({ documents: _, ...m }) => m, 'documents is not a list'],
    ['no outputs', ({ outputs: _, ...m }) => m, 'outputs is not an object'],
    ['null', () => null, 'it is not an object'],
    ['a list', () => [], 'it is not an object'],
    ['a dialect that does not exist', (m) => ({ ...m, textDialect: 'html' }), 'textDialect is not “web”'],
    ['a document without a source', (m) => ({ ...m, documents: [{ ...firstUnit(m), source: undefined }] }), 'documents[0].source is not an object'],
    ['a source without a path', (m) => ({ ...m, documents: [{ ...firstUnit(m), source: { sha256: '' } }] }), 'documents[0].source.path is not a string'],
    ['an id that is a number', (m) => ({ ...m, documents: [{ ...firstUnit(m), id: 1 }] }), 'documents[0].id is not a string'],
    ['words that are not counted', (m) => ({ ...m, documents: [{ ...firstUnit(m), words: -1 }] }), 'documents[0].words is not a count'],
    ['an output outside the edition', (m) => ({ ...m, documents: [{ ...firstUnit(m), outputs: { html: '../x' } }] }), 'documents[0].outputs.html is not a path in the edition'],
    ['an output that is a list', (m) => ({ ...m, documents: [{ ...firstUnit(m), outputs: { html: [] } }] }), 'documents[0].outputs.html is not a path in the edition'],
  ])('%s', async (_, change, message) => {
    expect(await lossesAfter(changeManifest(change))).toEqual([
      `edition: manifest.json is damaged: ${message}: build the edition again`,
    ]);
  }); // prettier-ignore

  it('cut short', async () => {
    const cut = (dist: string): void =>
      writeFileSync(join(dist, 'manifest.json'), readFileSync(join(dist, 'manifest.json')).subarray(0, 200));
    expect(await lossesAfter(cut)).toEqual(['edition: manifest.json is not JSON: build the edition again']);
  });

  it('a folder of that name', async () => {
    expect(await lossesAfter((dist) => toFolder(dist, 'manifest.json'))).toEqual([
      'edition: manifest.json cannot be read: it is a folder, not a file: build the edition again',
    ]);
  });

  it('and the manifest of a build is not', () => {
    expect(parseManifest(readFileSync(join(built, 'manifest.json'), 'utf8'))).toHaveProperty('manifest');
  });
});

function toFolder(dist: string, path: string): void {
  rmSync(join(dist, path));
  mkdirSync(join(dist, path));
}

describe('A folder in place of a file is named as such', () => {
  it('of a page', async () => {
    expect(await lossesAfter((dist) => toFolder(dist, 'documents/d1.html'))).toEqual([
      'd1: the file documents/d1.html cannot be read: it is a folder, not a file',
    ]);
  });

  it('of the stylesheet', async () => {
    expect(await lossesAfter((dist) => toFolder(dist, 'style/edition.css'))).toEqual([
      expect.stringContaining('style/edition.css cannot be read: it is a folder, not a file'),
    ]);
  });

  it('of the checksums', async () => {
    expect(await lossesAfter((dist) => toFolder(dist, 'SHA256SUMS'))).toEqual([
      'edition: the list of checksums, SHA256SUMS, is damaged: build the edition again',
    ]);
  });
});
