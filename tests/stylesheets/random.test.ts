import { expect, it } from 'vitest';
import { chance } from '../harness/chance.ts';
import { readFiles } from '../harness/edition.ts';
import { treeIn } from '../../src/model/reading.ts';
import { otherViews } from '../../src/model/views.ts';
import { listOfWitnesses } from '../harness/formats.ts';
import { randomDivision } from '../harness/random-tei.ts';
import { spineOfReading } from '../harness/spine-of-reading.ts';

const documents = 1500;

it(`phase 1 and the streaming reader, which know nothing of each other, agree on ${documents} documents made at random`, () => {
  const luck = chance(20);
  const divisions = Array.from({ length: documents }, () => randomDivision(luck, true));
  const body = divisions.map((content, i) => `<div type="document" xml:id="d${i}">${content}</div>`).join('\n');
  const { units } = readFiles({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${body}</body><back>${listOfWitnesses}</back></text></TEI>`,
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
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(units.length).toBeGreaterThanOrEqual(documents);
  expect(units.filter(({ witnessTexts }) => witnessTexts).length).toBeGreaterThan(100);
});
