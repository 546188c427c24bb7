import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/cli/help.ts';
import { octavo } from '../harness/octavo.ts';
import { root } from '../harness/places.ts';

describe('octavo --help', () => {
  it('names every command and the exit codes', () => {
    const { code, out, said } = octavo(['--help']);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    for (const name of commandNames) expect(out).toContain(`  ${name} `);
    expect(out).toContain('Exit codes: 0 ');
  });

  it.each(commandNames)('explains %s, its options and its defaults', (name) => {
    const { code, out } = octavo([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^octavo ${name}`));
    if (name !== 'lsp') expect(out).toContain('--format');
    expect(octavo(['help', name]).out).toBe(out);
  });

  it('fits a terminal of 120 columns', () => {
    const texts = [[], ...commandNames.map((name) => [name])].map((words) => octavo([...words, '--help']).out);
    expect(
      texts
        .join('\n')
        .split('\n')
        .filter((line) => line.length > 120),
    ).toEqual([]);
  });

  it('tells the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(octavo(['--version'])).toEqual({ code: 0, out: `${version}\n`, said: '' });
  });
});
