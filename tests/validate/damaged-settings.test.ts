import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { globMatcher } from '../../src/config/glob.ts';
import { loadSettings } from '../../src/config/settings.ts';
import { newFolder } from '../harness/scratch.ts';

/** Settings that nobody should write: a finding with its place, whatever they are. */

const found = (content: string | Uint8Array): string[] =>
  loadSettings(newFolder({ 'octavo.config.json': content })).findings.map(
    ({ code, message, span }) => `${span!.start.line}:${span!.start.column} ${code}: ${message}`,
  );

describe('Settings', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])('called %s do not exist', (name) => {
    expect(found(`{"${name}": {}}`)).toEqual([`1:2 unknown-setting: “${name}” is not a setting.`]);
  });

  it.each(['{constructor}', '{toString}', '{nosuch}', '_{title}_, {valueOf}'])(
    'with a citation of fields that do not exist: %s',
    (citation) => {
      expect(found(JSON.stringify({ citation }))).toEqual([
        expect.stringMatching(/^1:2 wrong-setting: The setting “citation” must be a text whose fields/),
      ]);
    },
  );

  it('that are set twice', () => {
    expect(found('{"title": "A",\n "title": "B"}')).toEqual([
      '2:2 wrong-setting: octavo.config.json has "title" twice; this is the second.',
    ]);
    expect(found('{"title": "title", "rules": {"page-order": "off"}, "exclude": ["title", "title"]}')).toEqual([]);
  });

  it('that are nested without end', () => {
    expect(found(`{"rules": {"a": ${'{"b":'.repeat(100)}1${'}'.repeat(100)}}}`)).toEqual([
      expect.stringContaining('is nested more than 64 levels deep here'),
    ]);
    expect(found(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toHaveLength(1);
  });

  it('that are bytes of something else', () => {
    expect(found(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toEqual([
      '1:1 wrong-setting: octavo.config.json is not a text in UTF-8.',
    ]);
  });

  it('with a byte order mark are read', () => {
    expect(found('\ufeff{"title": "A"}')).toEqual([]);
  });

  it('that are a folder', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'octavo.config.json'));
    expect(loadSettings(folder).findings).toMatchObject([
      { code: 'wrong-setting', message: 'octavo.config.json cannot be read: it is a folder, not a file.' },
    ]);
  });

  it.each(['{"depth": 1e400}', '{"depth": 1e20}', '{"depth": -1}', '{"schematronSeconds": 9007199254740991}'])(
    'with limits that are none: %s',
    (limits) => {
      expect(found(`{"limits": ${limits}}`)).toEqual([
        expect.stringContaining('wrong-setting: The setting “limits” must be'),
      ]);
    },
  );
});

describe('Patterns of file names', () => {
  it.each([
    ['*', 'a/b.xml', true],
    ['drafts/*', 'drafts/a.xml', true],
    ['drafts/*', 'letters/a.xml', false],
    ['*.xml', 'a.xml', true],
    ['a*a', 'a', false],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'acb', false],
    ['a.xml', 'a.xml', true],
    ['a.xml', 'axxml', false],
    ['(a|b)+', '(a|b)+', true],
  ])('%s and %s', (pattern, path, matches) => {
    expect(globMatcher(pattern)(path)).toBe(matches);
  });

  it('with many stars take no longer than the name is long', () => {
    const slow = globMatcher(`${'a*'.repeat(1000)}b`);
    expect(slow('a'.repeat(100_000))).toBe(false);
  });
});
