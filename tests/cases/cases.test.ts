import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../harness/places.ts';
import { cases } from './table.ts';

/** Every case that broke the program has a test, or is on the list of what is to come. */

const folder = join(root, '../shared/cases');
const isThere = existsSync(folder);

const numberOf = (name: string): string => /^[a-z]+-\d+/.exec(name)![0];

describe('The table of cases', () => {
  it.skipIf(!isThere)('names every case (skipped where ../shared is missing)', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => cases[numberOf(name)] === undefined)).toEqual([]);
  });

  it('names tests that exist', () => {
    const missing = Object.entries(cases).filter(
      ([, test]) => 'file' in test && !readFileSync(join(root, 'tests', test.file), 'utf8').includes(test.title),
    );
    expect(missing).toEqual([]);
  });
});
