import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentsOf, differences } from '../harness/folder-state.ts';
import { octavo } from '../harness/octavo.ts';
import { hasCorpus, needsCorpus, root, sampleEdition, volume12 } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { builtCorpus } from '../harness/volume.ts';

/** The package as npm gives it to users: packed, installed into an empty folder, with no script of any package run. */

const npm = (words: readonly string[], cwd: string) => {
  const { npm_config_prefix: _, NODE_OPTIONS: __, ...env } = process.env;
  return spawnSync('npm', [...words, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, env, encoding: 'utf8' });
};

let tarball = '';
let home = '';
let obstacle = '';
beforeAll(() => {
  const to = newFolder();
  const packed = npm(['pack', '--pack-destination', to], root);
  expect(packed.status, packed.stderr).toBe(0);
  tarball = join(to, readdirSync(to)[0]!);
  home = newFolder({ 'package.json': '{ "private": true }' });
  const installed = npm(['install', '--ignore-scripts', '--prefer-offline', tarball], home);
  if (installed.status !== 0) obstacle = `npm could not install: ${installed.stderr.split('\n')[0]}`;
}, 300_000);

/** Builds with the installed package. */
function build(source: string): Record<string, string> {
  const out = join(newFolder(), 'dist');
  const run = spawnSync('npx', ['--no', 'octavo', 'build', source, '--out', out, '--quiet'], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, OCTAVO_CACHE: newFolder() },
  });
  expect({ status: run.status, said: run.stderr }).toMatchObject({ status: 0 });
  return contentsOf(out);
}

describe('The package', () => {
  it('holds what users need and nothing else', () => {
    expect(statSync(tarball).size).toBeLessThan(3_000_000);
    const listed = spawnSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).stdout.split('\n');
    const outside = listed.filter(
      (path) => !/^package\/(?:bin|lib|schema|templates|docs)\/|^package\/[A-Za-z.]+$|^$/.test(path),
    );
    expect(outside).toEqual([]);
    for (const path of ['bin/octavo.js', 'lib/cli.js', 'lib/reading.sef.json', 'LICENSE', 'README.md', 'package.json'])
      expect(listed).toContain(`package/${path}`);
  });

  it('names no place of the machine it was packed on', () => {
    const folder = newFolder();
    spawnSync('tar', ['-xzf', tarball, '-C', folder]);
    const places = [root, process.env.HOME].filter((place): place is string => place !== undefined && place.length > 5);
    const telling = Object.keys(contentsOf(folder)).filter((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return places.some((place) => text.includes(place));
    });
    expect(telling).toEqual([]);
  });

  it('builds the sample edition to the same bytes as the clone', ({ skip }) => {
    if (obstacle) skip(obstacle);
    const out = join(newFolder(), 'dist');
    octavo(['build', sampleEdition, '--out', out, '--quiet']);
    expect(differences(build(sampleEdition), contentsOf(out))).toEqual([]);
  });

  it.skipIf(!hasCorpus)(`builds a whole volume to the same bytes as the clone${needsCorpus}`, async ({ skip }) => {
    if (obstacle) skip(obstacle);
    const clone = await builtCorpus('frus/frus1969-76v12.xml');
    // The proof is written by those who ask for it.
    const unlike = differences(build(volume12), contentsOf(join(clone, 'dist')));
    expect(unlike.filter((path) => path !== 'proof.json')).toEqual([]);
  });
});
