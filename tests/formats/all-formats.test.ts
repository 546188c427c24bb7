import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { hasView } from '../../src/model/views.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { chance } from '../harness/chance.ts';
import { readFiles, readFolder, type ReadEdition, type SourceUnit } from '../harness/edition.ts';
import { allFormats, chaptersOfBooks } from '../harness/formats.ts';
import { fixtures, sampleEdition } from '../harness/places.ts';
import { randomDivision } from '../harness/random-tei.ts';

/** What a format writes, it must be able to read back: the spine of the source, or the fields of the record. */

const formats = new Map([...(await allFormats(true)), chaptersOfBooks()]);

function losses(format: Format, unit: SourceUnit, edition: ReadEdition['edition']): readonly string[] {
  if (!hasView(unit, format.view)) return [];
  const source = format.view === undefined ? unit : unit.contentIn(format.view);
  const content = format.write(unit, edition);
  const found = checkUnit(format, unit, source, edition, content).map(({ message }) => `${unit.facts.id}: ${message}`);
  // `checkUnit` compares word by word; here the two must be the same thing.
  if (format.carries === 'text') {
    const { spine, structure } = format.promise?.(source, unit, edition) ?? source;
    const back = format.readBack(content);
    expect({ spine: back.spine, structure: back.structure, faults: back.faults }).toEqual({
      spine,
      structure,
      faults: [],
    });
  }
  return found;
}

const editions = [['the sample edition', sampleEdition] as const, ...fixtures];

function madeByChance(count: number): ReadEdition {
  const luck = chance(7);
  const documents = Array.from(
    { length: count },
    (_, i) => `<div type="document" xml:id="d${i}">${randomDivision(luck)}</div>`,
  );
  return readFiles({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${documents.join('')}</body></text></TEI>`,
  });
}
const byChance = madeByChance(500);

describe.each([...formats.keys()])('%s gives back all of', (name) => {
  const format = formats.get(name)!;

  it.each(editions)('%s', (_, folder) => {
    const { edition, units } = readFolder(folder);
    expect(units.length).toBeGreaterThan(0);
    expect(units.flatMap((unit) => losses(format, unit, edition))).toEqual([]);
  });

  it(`${byChance.units.length} documents made at random`, () => {
    expect(byChance.units.flatMap((unit) => losses(format, unit, byChance.edition))).toEqual([]);
  });
});
