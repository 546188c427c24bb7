import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../src/config/settings.ts';
import { buildable } from '../../src/edition/buildable.ts';
import { prepare } from '../../src/edition/prepare.ts';
import type { UnitInfo } from '../../src/model/edition.ts';
import { findPlace } from '../../src/source/files.ts';
import { listSources } from '../../src/validate/read-edition.ts';
import { readSources } from '../../src/verify/facts/read-sources.ts';
import { chance } from '../harness/chance.ts';
import { noCache } from '../harness/edition.ts';
import { corpus, fixtures, hasCorpus, needsCorpus, sampleEdition } from '../harness/places.ts';
import { randomDivision } from '../harness/random-tei.ts';
import { randomFile } from '../harness/random-facts.ts';
import { fileWithHeader } from '../harness/random-header.ts';
import { newFolder } from '../harness/scratch.ts';

/** The proof reads facts on its own, without phase 1. Both readers must come to the same. */

interface Both {
  readonly units: number;
  /** What phase 1 says and what the proof says, where these differ. */
  readonly differences: readonly (readonly [unit: string, phase1: unknown, proof: unknown])[];
}

function read(path: string): Both {
  const place = findPlace(path);
  const { settings } = loadSettings(place.folder);
  const { reading, units } = readSources(listSources(place, settings), settings);
  const files = buildable(reading);
  const prepared = prepare({ files, cache: noCache, memory: undefined, stamp: 'test', progress: () => undefined });
  const pairs = prepared.units.map(({ info }, i): readonly [UnitInfo, UnitInfo | undefined] => [info, units[i]?.info]);
  const differences = pairs
    .filter(([one, other]) => JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other)))
    .map(([one, other]) => [one.facts.id, one, other] as const);
  expect(units).toHaveLength(prepared.units.length);
  return { units: units.length, differences };
}

/** The order of properties does not count. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}

const inCorpus = hasCorpus
  ? readdirSync(corpus, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(corpus, name))
  : [];

describe('facts are the same, read by phase 1 and by the proof,', () => {
  it.each([['the sample edition', sampleEdition] as const, ...fixtures])('in %s', (_, path) => {
    const { units, differences } = read(path);
    expect(differences).toEqual([]);
    expect(units).toBeGreaterThan(0);
  });

  it.skipIf(!hasCorpus).each(inCorpus)(`in %s${needsCorpus}`, (folder) => {
    let all = 0;
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.xml'))) {
      const { units, differences } = read(join(folder, name));
      expect([name, differences]).toEqual([name, []]);
      all += units;
    }
    expect(all).toBeGreaterThan(0);
  });

  it('in documents made at random', () => {
    const luck = chance(12);
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `r${i}.xml`,
        `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="document">${randomDivision(luck, true)}</div></body></text></TEI>`,
      ]),
    );
    expect(read(newFolder(files))).toEqual({ units: 60, differences: [] });
  });

  it('in files made at random, with facts in all places', () => {
    const luck = chance(2006);
    const files = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`f${i}.xml`, randomFile(luck)]));
    const { units, differences } = read(newFolder(files));
    expect(units).toBeGreaterThan(300);
    expect(differences.slice(0, 3)).toEqual([]);
  });

  it('in headers made at random, with people, dates and originals of all kinds', () => {
    const luck = chance(1863);
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`h${i}.xml`, fileWithHeader(luck)]));
    const { units, differences } = read(newFolder(files));
    // Some headers describe a manuscript or letters: those have a page.
    expect(units).toBeGreaterThan(400);
    expect(differences.slice(0, 3)).toEqual([]);
  });
});
