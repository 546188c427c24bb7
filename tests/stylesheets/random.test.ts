import { expect, it } from 'vitest';
import { chance } from '../harness/chance.ts';
import { readFiles } from '../harness/edition.ts';
import { treeIn } from '../../src/model/reading.ts';
import { otherViews } from '../../src/model/views.ts';
import { listOfWitnesses } from '../harness/formats.ts';
import { randomDivision } from '../harness/random-tei.ts';
import { spineOfReading } from '../harness/spine-of-reading.ts';

/** Documents made at random, and where the two readers do not agree on them, in any view. */
function readBoth(seed: number, documents: number, back = '') {
  const luck = chance(seed);
  const divisions = Array.from({ length: documents }, () => randomDivision(luck, true));
  const body = divisions.map((content, i) => `<div type="document" xml:id="d${i}">${content}</div>`).join('\n');
  const { units } = readFiles({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${body}</body>${back}</text></TEI>`,
  });
  const wrong = units
    .slice(0, documents)
    .flatMap((unit, i) =>
      (['reading', ...otherViews(unit)] as const).map((view) => ({
        tei: divisions[i]!,
        view,
        found: spineOfReading(treeIn(unit, view)!),
        spine: unit.contentIn(view).spine,
      })),
    )
    .filter(({ found, spine }) => JSON.stringify(found) !== JSON.stringify(spine))
    .sort((a, b) => a.tei.length - b.tei.length);
  return { units, wrong: wrong.slice(0, 5) };
}

it('phase 1 and the streaming reader, which know nothing of each other, agree on 1500 documents made at random', () => {
  const { units, wrong } = readBoth(20, 1500);
  expect(wrong).toEqual([]);
  expect(units.length).toBe(1500);
});

it('they agree on the texts of the witnesses of 150 such documents', () => {
  const { units, wrong } = readBoth(21, 150, `<back>${listOfWitnesses}</back>`);
  expect(wrong).toEqual([]);
  expect(units.filter(({ witnessTexts }) => witnessTexts).length).toBeGreaterThan(50);
});
