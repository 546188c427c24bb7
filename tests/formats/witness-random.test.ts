import { expect, it } from 'vitest';
import { otherViews, witnessOf } from '../../src/model/views.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { chance } from '../harness/chance.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats, listOfWitnesses, namedWitnesses } from '../harness/formats.ts';
import { randomDivision } from '../harness/random-tei.ts';

/** The texts of witnesses of documents made at random: what is written of them can be read back. */

const formats = [...(await allFormats(true, namedWitnesses)).values()].filter(
  ({ view }) => witnessOf(view) !== undefined,
);

it('pages and plain texts of witnesses give back all of 60 documents made at random', () => {
  const luck = chance(9);
  const body = Array.from(
    { length: 60 },
    (_, i) => `<div type="document" xml:id="d${i}">${randomDivision(luck)}</div>`,
  );
  const { edition, units } = readFiles({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${body.join('')}</body><back>${listOfWitnesses}</back></text></TEI>`,
  });
  let files = 0;
  for (const unit of units)
    for (const view of otherViews(unit).filter((one) => witnessOf(one) !== undefined))
      for (const format of formats.filter((one) => one.view === view)) {
        files++;
        const content = format.write(unit, edition);
        expect(checkUnit(format, unit, unit.contentIn(view), edition, content).map(({ message }) => message)).toEqual(
          [],
        );
      }
  expect(formats).toHaveLength(12);
  expect(files).toBeGreaterThan(100);
});
