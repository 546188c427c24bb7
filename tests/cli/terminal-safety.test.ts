import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printable, printableJson, printableLine } from '../../src/diagnostics/printable.ts';
import { toGithub } from '../../src/diagnostics/print-github.ts';
import { toHuman } from '../../src/diagnostics/print-human.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { letter, tei } from '../harness/letters.ts';
import { octavo, type Session } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';

/** Names and arguments of strangers never give orders to a terminal. */

/** Sets the title of the window, rings, turns red, clears the screen (C1), reads backwards. */
const hostile = 'x\u001b]0;T\u0007\u001b[31m\u009b2J\u202egnp\u2028\u2066';
const orders = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

const harmless = ({ out, said }: Session): void => {
  expect(orders.exec(said)).toBeNull();
  expect(orders.exec(out)).toBeNull();
};

describe('What is printed gives no orders to a terminal', () => {
  const broken = tei('<div type="document"><p>a</p></div><div><p>b<hi></p></div>');
  const cwd = newFolder({
    [`${hostile}.xml`]: broken,
    [`${hostile}.doc`]: 'x',
    'good.xml': tei(letter('d1', 'Words.')),
  });

  it.each([
    ['an unknown command', [hostile]],
    ['an unknown option', ['build', `--${hostile}`]],
    ['a value of an option', ['build', '--format', hostile]],
    ['a format that does not exist', ['build', '--formats', hostile]],
    ['a path that is not there', ['build', `${hostile}/no`]],
    ['one word too many', ['build', 'a', hostile]],
    ['help about nothing', ['help', hostile]],
    ['an unknown code', ['explain', hostile]],
    ['a file that is checked', ['validate', `${hostile}.xml`]],
    ['a folder that is checked', ['validate', '.']],
    ['a folder that is checked, for GitHub', ['validate', '.', '--format', 'github']],
    ['a folder that is checked, as JSON', ['validate', '.', '--format', 'json']],
    ['a folder that is checked, as SARIF', ['validate', '.', '--format', 'sarif']],
    ['a schema that is not there', ['validate', '.', '--schema', `${hostile}.rng`]],
    ['a file that is built', ['build', `${hostile}.xml`]],
    ['an output folder', ['build', 'good.xml', '--out', `${hostile}-out`]],
    ['an output folder, as JSON', ['build', 'good.xml', '--out', `${hostile}-out`, '--format', 'json']],
    ['an edition that is not there', ['verify', 'good.xml', '--out', `${hostile}-no`]],
    ['a new edition', ['init', `${hostile}-new`]],
    ['a text that is imported', ['import', `${hostile}.doc`]],
    ['a kind that does not exist', ['import', 'good.xml', '--from', hostile]],
    ['the trace of an error', ['build', `${hostile}/no`, '--debug']],
  ])('%s', (_, words) => {
    const session = octavo(words, { cwd });
    expect(session.code).not.toBe(3);
    expect(session.said + session.out).not.toBe('');
    harmless(session);
  });

  it('losses that verify names', () => {
    const folder = newFolder({ [`${hostile}.xml`]: tei(letter('d1', 'Words.')) });
    expect(octavo(['build', '.'], { cwd: folder }).code).toBe(0);
    const other = newFolder({ [`${hostile}.xml`]: tei(letter('d2', 'Words & more.')) });
    const session = octavo(['verify', other, '--out', join(folder, 'dist')], { cwd: folder });
    expect(session.code).toBe(1);
    harmless(session);
    expect(existsSync(join(folder, 'dist/proof.json'))).toBe(true);
  });

  it('an environment that asks for colour gets colours and nothing else', () => {
    const finding: Finding = { code: hostile, severity: 'error', message: hostile, why: hostile, fix: hostile,
      expected: [hostile], span: { file: hostile, start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } },
      related: [{ message: hostile, span: { file: hostile, start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } } }] }; // prettier-ignore
    const coloured = toHuman([finding], { colour: true, path: '.' });
    expect(orders.exec(coloured.replace(/\u001b\[(?:31|33|36|2|1|0)m/g, ''))).toBeNull();
    expect(orders.exec(printable(toGithub([finding])))).toBeNull();
  });

  it('a line end in a name cannot counterfeit a message', () => {
    expect(printableLine('a\nb.xml:1:1 error')).toBe('a␊b.xml:1:1 error');
  });

  it('letters of every script and emoji stay as they are', () => {
    const text = 'Grüße, می‌خواهم, العربية, 山田, 👩‍💻, e\u0301, soft\u00adhyphen';
    expect(printable(text)).toBe(text);
  });

  it('JSON keeps its value', () => {
    const value = { [hostile]: [hostile, 'a\nb\u{e0041}'] };
    expect(JSON.parse(printableJson(value))).toEqual(value);
    expect(orders.exec(printableJson(value))).toBeNull();
  });
});
