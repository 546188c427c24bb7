import { describe, expect, it } from 'vitest';
import type { Elements } from '../../src/config/elements.ts';
import { decidedText } from '../../src/edition/decided-text.ts';
import { readTable } from '../../src/model/decides/table.ts';
import { sourceText } from '../../src/source/text.ts';
import type { Format } from '../../src/formats/format.ts';
import { makeFormats } from '../../src/formats/index.ts';
import { formatNames } from '../../src/formats/names.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { chance } from '../harness/chance.ts';
import { type ReadEdition, readFiles, type SourceUnit } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
import { isLong } from '../growth/growth.ts';
import { randomTable } from '../harness/random-table.ts';
import { randomDivision } from '../harness/random-tei.ts';
import { spineOfReading } from '../harness/spine-of-reading.ts';

/**
 * Documents and tables made at random: phase 1 and the streaming reader make the same of them, and no format loses anything. Each run has documents of its own; where
 * one fails, the message has its seed, and OCTAVO_SEED repeats it. A document that loses something without a table, as it is or written as the table reads it, says
 * nothing of tables: tests/formats and tests/stylesheets look for such.
 */

const options = { generator: { name: 'octavo', version: '0' }, built: formatNames, templates: {}, decides: true };
const [tei] = makeFormats({ ...options, built: ['tei'], textDialect: 'octavo' }, undefined);
const formats: Format[] = [...[...(await allFormats(true)).values()].filter(({ name }) => name !== 'tei'), tei!];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function lossesOf(unit: SourceUnit, { edition }: ReadEdition): string[] {
  const { reading, diplomatic = reading, contentIn } = unit;
  if (!isSame(spineOfReading(reading), unit.spine)) return ['the two readers differ'];
  if (!isSame(spineOfReading(diplomatic), contentIn('diplomatic').spine))
    return ['the two readers differ in the other view'];
  return formats.flatMap((format) => {
    const isDiplomatic = format.view === 'diplomatic';
    if (isDiplomatic && unit.hasDiplomatic !== true) return [];
    return checkUnit(
      format,
      unit,
      isDiplomatic ? contentIn('diplomatic') : unit,
      edition,
      format.write(unit, edition),
    ).map(({ message }) => `${format.name}: ${message}`);
  });
}

const document = (division: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="document" xml:id="d">${division}</div></body></text></TEI>`;

interface Tried {
  readonly spines: unknown;
  readonly losses: readonly string[];
}

function tried(text: string, elements?: Elements): Tried {
  const settings = elements && { 'octavo.config.json': JSON.stringify({ elements }) };
  const read = readFiles({ 'a.xml': text, ...settings });
  return { spines: read.units.map(({ spine }) => spine), losses: read.units.flatMap((unit) => lossesOf(unit, read)) };
}

/** The division with the names that the table reads it by. */
function asDecided(division: string, elements: Elements): string {
  const { table } = readTable(elements);
  return decidedText(sourceText('', document(division)), table, () => false).source.text;
}

const seed = Number(process.env.OCTAVO_SEED ?? crypto.getRandomValues(new Uint32Array(1))[0]);
const tables = isLong ? 150 : 8;
const documents = 5;

describe('Under a table of the edition', () => {
  it(`nothing is lost of ${documents} documents made at random, under each of ${tables} tables`, () => {
    const wrong: unknown[] = [];
    let decided = 0;
    for (let i = 0; i < tables; i++) {
      const luck = chance(seed + i);
      const table = randomTable(luck);
      for (let d = 0; d < documents; d++) {
        const division = randomDivision(luck);
        const { spines, losses } = tried(document(division), table);
        const written = tried(asDecided(division, table));
        expect({ table, spines }, `OCTAVO_SEED ${seed + i}`).toEqual({ table, spines: written.spines });
        const plain = tried(document(division));
        if (!isSame(spines, plain.spines)) decided++;
        if (losses.length === 0 || plain.losses.length + written.losses.length > 0) continue;
        wrong.push({ OCTAVO_SEED: seed + i, table, d, losses });
      }
    }
    expect(wrong).toEqual([]);
    // Tables that decide nothing prove nothing.
    expect(decided, `OCTAVO_SEED ${seed}`).toBeGreaterThan(0);
  });
});
