import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentsOf, differences } from '../harness/folder-state.ts';
import { octavo } from '../harness/octavo.ts';
import { fixtures, sampleEdition } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** Same input, same bytes: on any machine, in any place, time zone and language, with and without a cache. */

function build(source: string, cwd: string, env: Readonly<Record<string, string>>): Record<string, string> {
  const out = join(newFolder(), 'dist');
  const { code, said } = octavo(['build', source, '--out', out, '--quiet', '--keep-going'], {
    cwd,
    env: { OCTAVO_CACHE: newFolder(), ...env },
  });
  expect({ code: code === 3, said: code === 3 ? said : '' }).toEqual({ code: false, said: '' });
  return contentsOf(out);
}

const editions = [
  ['the sample edition', sampleEdition] as const,
  ...fixtures.filter(([name]) => /volumes|front|corpus/.test(name)),
];

describe.each(editions)('%s', (_, folder) => {
  it('has the same bytes wherever and whenever it is built', () => {
    const here = build(folder, folder, { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' });
    const elsewhere = newFolder();
    cpSync(folder, join(elsewhere, 'a copy of it'), { recursive: true, filter: (path) => !path.includes('dist') });
    const there = build('./a copy of it/', elsewhere, {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      HOME: elsewhere,
      USER: 'somebody',
    });
    expect(Object.keys(here).length).toBeGreaterThan(10);
    expect(differences(here, there)).toEqual([]);
  });
});
