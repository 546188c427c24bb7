import { describe, expect, it } from 'vitest';
import { letters } from '../harness/letters.ts';
import { octavo } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';

/** Wrong use: one line that says what is wrong and how to fix it, and the exit code 2. */

function said(...words: string[]): string {
  const { code, out, said } = octavo(words, { cwd: newFolder({ 'a.xml': letters(1) }) });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return said;
}

describe('Wrong use', () => {
  it.each([
    ['an unknown command', ['biuld']],
    ['a name that every object has', ['constructor']],
    ['an unknown option', ['build', '--formts', 'html']],
    ['an option of another command', ['verify', '--keep-going']],
    ['an option without its value', ['build', '--out']],
    ['an option where its value should be', ['build', '--out', '--quiet']],
    ['a value where none belongs', ['build', '--keep-going=yes']],
    ['one path too many', ['build', 'a.xml', 'b.xml']],
    ['a file that is not there', ['build', 'letters.xml']],
    ['a folder that is not there', ['verify', 'letters']],
    ['an unknown format', ['build', '--formats', 'html,mobi']],
    ['an unknown dialect', ['build', '--text-dialect', 'plain']],
    ['an unknown way to print', ['build', '--format', 'yaml']],
    ['nothing that was built', ['verify']],
    ['a schema that is not there', ['validate', '--schema', 'ours.rng']],
  ])('%s', (_, words) => {
    const line = said(...words);
    expect(line).toMatch(/^octavo: .+\n$/);
    expect(line.length).toBeLessThan(300);
    expect(`octavo ${words.join(' ')}\n${line}`).toMatchSnapshot();
  });

  it('no command at all: the help, for who does not know yet', () => {
    const { code, out } = octavo([]);
    expect(code).toBe(2);
    expect(out).toBe(octavo(['--help']).out);
  });
});
