import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { letters } from '../harness/letters.ts';
import { octavo } from '../harness/octavo.ts';
import { root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** A standard output that takes nothing: a full disk, a reader that has gone, no output at all. */

const bin = join(root, 'bin/octavo.js');
const fullDevice = existsSync('/dev/full');
const cwd = newFolder({ 'a.xml': letters(2), 'b.md': '# One\n\nText.\n' });
beforeAll(() => void octavo(['build'], { cwd }));

/** Runs the program in a shell, with what the shell does to its streams. */
function inShell(words: string, streams: string): { code: number | null; said: string } {
  const script = `set -o pipefail; "${process.execPath}" "${bin}" ${words} ${streams}`;
  const { status, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', timeout: 60_000 });
  return { code: status, said: stderr };
}

const commands = [
  '--help',
  '--version',
  'build --help',
  'explain',
  'explain page-order --format json',
  'build --format json',
  'validate --format json',
  'validate --format github',
  'validate --format sarif',
  'verify --format json',
  'init new --format json',
  'import b.md --to tei --force --format json',
];

describe.each(commands)('octavo %s', (words) => {
  it.skipIf(!fullDevice)('on a full disk: one line and the exit code 2 (skipped where there is no /dev/full)', () => {
    expect(inShell(words, '> /dev/full')).toEqual({
      code: 2,
      said: 'octavo: the results cannot be written to standard output: the disk is full.\n',
    });
  });

  it('with a reader that has gone: a quiet end', () => {
    expect(inShell(words, '| true')).toEqual({ code: 0, said: '' });
  });

  it('with both outputs closed: a quiet end', () => {
    expect(inShell(words, '>&- 2>&-')).toEqual({ code: 0, said: '' });
  });
});

describe('octavo lsp', () => {
  it('ends where the editor is gone, and where standard input is closed', () => {
    expect(inShell('lsp', '< /dev/null')).toEqual({ code: 1, said: '' });
    expect(inShell('lsp', '<&-')).toEqual({ code: 1, said: '' });
  });

  it('ends quietly where its messages reach nobody', () => {
    const hello = '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}';
    const message = `Content-Length: ${hello.length}\\r\\n\\r\\n${hello}`;
    expect(inShell('lsp', `< <(printf '${message}'; sleep 1) | true`).said).toBe('');
  });
});
