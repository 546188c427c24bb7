import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { newFolder } from '../harness/scratch.ts';
import { check, editionFolder } from './edition-folder.ts';

/** An edition sets the rules it is checked with, and silences what somebody has found right. */

const text = `<div type="document" xml:id="d1"><head>1. A</head><pb n="1"/><p>a</p><pb n="3"/><p>“x” "y" “z” “z”</p></div>
<div type="document" xml:id="d2"><head>2. B</head><pb n="7"/><p>b</p></div>`;
const config = (settings: object, files: Record<string, string> = { 'a.xml': text }): Promise<{ codes: string[] }> =>
  check(editionFolder({ ...files, 'octavo.config.json': JSON.stringify(settings) }));
const silence = (...silences: object[]): Promise<{ codes: string[] }> => config({ silence: silences });

test('without settings every rule speaks', async () => {
  expect((await config({})).codes).toEqual(['page-order', 'mixed-quotes', 'page-order']);
});

describe('rules', () => {
  test('can be turned off', async () => {
    expect((await config({ rules: { 'page-order': 'off', 'mixed-quotes': { severity: 'off' } } })).codes).toEqual([]);
  });

  test('can be made stricter or milder', async () => {
    const folder = editionFolder({
      'a.xml': text,
      'octavo.config.json': '{ "rules": { "page-order": "note", "mixed-quotes": { "severity": "error" } } }',
    });
    const { findings } = await check(folder);
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'page-order note',
      'mixed-quotes error',
      'page-order note',
    ]);
  });

  test('that find errors cannot be turned off or made milder', async () => {
    expect((await config({ rules: { 'duplicate-id': 'off' } })).codes).toContain('wrong-setting');
    expect((await config({ rules: { 'duplicate-id': { severity: 'note' } } })).codes).toContain('wrong-setting');
  });

  test.each([
    [{ 'page-ordre': 'off' }],
    [{ 'page-order': 'loud' }],
    [{ 'page-order': { colour: 'red' } }],
    [{ 'published-address': { list: 3 } }],
  ])('a setting that makes no sense is told: %j', async (rules) => {
    const folder = editionFolder({ 'a.xml': '<p>a</p>', 'octavo.config.json': JSON.stringify({ rules }) });
    const { findings } = await check(folder);
    expect(findings).toMatchObject([
      { code: 'wrong-setting', severity: 'error', span: { start: { line: 1, column: 11 } } },
    ]);
  });

  test('have options: published documents keep their addresses', async () => {
    const rules = { 'published-address': { list: 'released/manifest.json' } };
    const manifest = JSON.stringify({ documents: [{ id: 'd1' }, { id: 'd3' }] });
    const { codes } = await config(
      {
        rules,
        silence: [
          { code: 'page-order', reason: 'r' },
          { code: 'mixed-quotes', reason: 'r' },
        ],
      },
      { 'a.xml': text, 'released/manifest.json': manifest },
    );
    expect(codes).toEqual(['published-address']);
  });
});

describe('silences', () => {
  test('take out what was found right, everywhere or in one file', async () => {
    expect((await silence({ code: 'page-order', reason: 'blank pages' })).codes).toEqual(['mixed-quotes']);
    expect((await silence({ code: 'page-order', file: 'a.*', reason: 'blank pages' })).codes).toEqual(['mixed-quotes']);
  });

  test('hold for one element where an id is given', async () => {
    expect((await silence({ code: 'page-order', id: 'd2', reason: 'blank pages' })).codes).toEqual([
      'page-order',
      'mixed-quotes',
    ]);
  });

  test('that silence nothing are told', async () => {
    expect((await silence({ code: 'page-order', file: 'b.xml', reason: 'r' })).codes).toContain('unused-silence');
    expect((await silence({ code: 'facs-order', reason: 'r' })).codes).toContain('unused-silence');
  });

  test('never silence an error', async () => {
    const { codes } = await config(
      { silence: [{ code: 'dangling-pointer', reason: 'r' }] },
      { 'a.xml': '<p><ref target="#x">a</ref></p>' },
    );
    expect(codes).toEqual(['unused-silence', 'dangling-pointer']);
  });

  test('need a reason', async () => {
    expect((await silence({ code: 'page-order' })).codes).toEqual(['wrong-setting']);
    expect((await silence({ code: 'page-order', reason: '' })).codes).toEqual(['wrong-setting']);
  });
});

describe('limits', () => {
  const deep = `<p>${'<hi>'.repeat(40)}x${'</hi>'.repeat(40)}</p>`;

  test('are those of the settings', async () => {
    expect((await config({ limits: { depth: 20 } }, { 'a.xml': deep })).codes).toEqual(['too-deep']);
    expect((await config({ limits: { attributes: 1 } }, { 'a.xml': '<p n="1" rend="x">a</p>' })).codes).toEqual([
      'too-many-attributes',
    ]);
    expect((await config({ limits: { depth: 100 } }, { 'a.xml': deep })).codes).toEqual([]);
  });

  test('of the length keep a large file from being read', async () => {
    const { findings } = await check(
      editionFolder({ 'a.xml': deep, 'octavo.config.json': '{ "limits": { "fileLength": 100 } }' }),
    );
    expect(findings).toMatchObject([
      { code: 'file-too-large', span: { file: expect.stringContaining('a.xml') as string } },
    ]);
    expect(findings[0]!.message).toMatch(/^The file has \d+ bytes; 100 are allowed\.$/);
  });

  test('of the depth can only be lowered, and a text that is as deep as they allow is built', async () => {
    const { findings } = await check(
      editionFolder({ 'a.xml': text, 'octavo.config.json': '{ "limits": { "depth": 513 } }' }),
    );
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^The setting “limits” must be .*; depth is at most 512, since deeper texts could not be written\.$/,
      ),
    ]);
    // TEI, text, body and p are around it.
    const deepest = 512 - 4;
    for (const name of ['hi', 'note', 'quote']) {
      const deepText = `<p>${`<${name}>`.repeat(deepest)}x${`</${name}>`.repeat(deepest)}</p>`;
      const path = editionFolder({ 'a.xml': deepText, 'octavo.config.json': '{ "limits": { "depth": 512 } }' });
      const { summary } = await build({ path, out: join(newFolder(), 'dist'), keepGoing: true });
      expect([name, summary === undefined]).toEqual([name, false]);
    }
  });

  test('that do not exist, or are not numbers, are told', async () => {
    expect((await config({ limits: { deep: 20 } })).codes).toEqual(['wrong-setting']);
    expect((await config({ limits: { depth: '20' } })).codes).toEqual(['wrong-setting']);
    expect((await config({ limits: { depth: 0 } })).codes).toEqual(['wrong-setting']);
  });
});
