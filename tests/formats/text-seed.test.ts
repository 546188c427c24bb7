/** The founding document: its TEI in `tei/`, written in the web dialect, is the seed file to the byte. */

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';

const root = path.resolve(import.meta.dirname, '../..');
const seed = path.resolve(root, '../shared/seed/frus1969-76v12-d194.txt');
const compiled = path.join(root, 'lib', 'reading.sef.json');
const out = mkdtempSync(path.join(tmpdir(), 'octavo-seed-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe.skipIf(!existsSync(seed) || !existsSync(compiled))(
  'the sample edition (skipped where ../shared/seed is missing or the stylesheets are not compiled)',
  () => {
    it('gives back the text it was made from, byte for byte', async () => {
      const target = path.join(out, 'dist');
      await build({ path: path.join(root, 'tei'), out: target, formats: ['text'], textDialect: 'web' });
      const written = readFileSync(path.join(target, 'text', 'd194.txt'));
      expect(written.toString('utf8')).toBe(readFileSync(seed, 'utf8'));
      expect(written.equals(readFileSync(seed))).toBe(true);
    });
  },
);
