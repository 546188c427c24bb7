/** The founding document: from plain text to TEI, and back to the same bytes. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { newFolder } from '../harness/scratch.ts';
import { imported } from './reading.ts';

const root = path.resolve(import.meta.dirname, '../..');
const seed = path.resolve(root, '../shared/seed/frus1969-76v12-d194.txt');
const compiled = path.join(root, 'lib', 'reading.sef.json');
const folder = mkdtempSync(path.join(tmpdir(), 'octavo-import-seed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!existsSync(seed))('document 194 as plain text (skipped where ../shared/seed is missing)', () => {
  const text = existsSync(seed) ? readFileSync(seed, 'utf8') : '';
  const { tei = '', decisions, findings } = imported(text, {}, 'frus1969-76v12-d194.txt');
  const line = tei.replace(/\s+/g, ' ');

  it('has its eight notes at the words they belong to', () => {
    const places = [...line.matchAll(/([^<>]{1,26}|<\/persName>)<note n="(\d)" xml:id="d194fn\2"/g)].map((m) => [
      m[2],
      m[1],
    ]);
    expect(places.map(([n, words]) => `${n} ${words!.slice(-14).trim()}`)).toEqual([
      '1 </persName>',
      '2 ched at Tab B.',
      '3 tober 26, 1962',
      '4 tober 27, 1962',
      '5 tober 27, 1962',
      '6 tober 28, 1962',
      '7 ember 11, 1962',
      '8 ember 14, 1962',
    ]);
  });

  it('turns its five pages where they turn', () => {
    const pages = [...line.matchAll(/<pb n="(\d+)" xml:id="pg_\1"\/>\s*(?:<[^>]*>\s*)*([^\s<]+)/g)].map(
      (m) => `${m[1]} ${m[2]}`,
    );
    expect(pages).toEqual(['591 weapons', '592 Text', '593 Letter', '594 “It', '595 now']);
  });

  it('names sender, recipient, subject and source', () => {
    expect(line).toContain(
      '(<persName type="from">Kissinger</persName>) to President <persName type="to">Nixon</persName>',
    );
    expect(line).toContain(
      '<list type="subject" rend="bulleted"> <head>SUBJECT</head> <item>“Understandings” with Soviet Union',
    );
    expect(line).toContain('<repository>National Archives</repository>');
  });

  it('has Tab A as an attachment with six quoted texts', () => {
    expect(line).toContain(
      '<div type="attachment" xml:id="d194-tab-a" cert="medium"> <head>Tab A</head> <head type="sub">Excerpts From',
    );
    expect(line.match(/<floatingText type="letter"/g)).toHaveLength(4);
    expect(line.match(/<floatingText type="message"/g)).toHaveLength(2);
  });

  it('leaves one place for a person to look at', () => {
    expect(findings.map((f) => [f.severity, f.span?.start.line])).toEqual([['review', 13]]);
    expect(decisions.map((d) => d.context.text)).toEqual(['Tab A']);
  });

  it.skipIf(!existsSync(compiled))(
    'gives the same text back, byte for byte (skipped where the stylesheets are not compiled)',
    async () => {
      writeFileSync(path.join(folder, 'd194.xml'), tei);
      const out = path.join(folder, 'dist');
      await build({ path: path.join(folder, 'd194.xml'), out, formats: ['text'], textDialect: 'web' });
      expect(readFileSync(path.join(out, 'text', 'd194.txt'), 'utf8')).toBe(text);
    },
  );
});

it.skipIf(!existsSync(compiled))(
  'calls behind a blank, alone and one behind the other, come back as they were (skipped where the stylesheets are not compiled)',
  async () => {
    const text = `7. Telegram From the Embassy in Austria to the Department of State 1

The Minister called at noon 2 and stayed.3 He will write 4 5 again.

  1. Source: National Archives.
  2. On May 3.
  3. Not printed.
  4. Not found.
  5. See Document 6.`;
    const own = newFolder({ 'd7.xml': imported(text, {}, 'd7.txt').tei! });
    const out = path.join(own, 'dist');
    await build({ path: path.join(own, 'd7.xml'), out, formats: ['text'], textDialect: 'web' });
    expect(readFileSync(path.join(out, 'text', 'd7.txt'), 'utf8')).toBe(text);
  },
);
