import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandNames, publicOptions } from '../../src/cli/command-table.ts';
import { formatNames } from '../../src/formats/names.ts';
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
    for (const option of publicOptions(name)) {
      expect(out).toContain(`  --${option.name}`);
      expect(out).toContain(option.meaning);
      if (option.default !== undefined) expect(out).toContain(`(default: ${option.default})`);
    }
    expect(out).not.toContain('--checker');
    expect(octavo(['help', name]).out).toBe(out);
  });

  it('lists every format that can be built', () => {
    const listed = /--formats A,B +(.*)/.exec(octavo(['build', '--help']).out)![1]!.split(',');
    expect(listed).toEqual([...formatNames]);
  });

  it('loads nothing but its own text', () => {
    const table = readFileSync(join(root, 'src/cli/command-table.ts'), 'utf8');
    expect(table).not.toMatch(/^import |\bimport\(|\brequire\(/m);
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

  it('reports the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(octavo(['--version'])).toEqual({ code: 0, out: `${version}\n`, said: '' });
  });
});
