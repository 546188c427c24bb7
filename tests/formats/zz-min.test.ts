import { expect, it } from 'vitest';
import { isDeepStrictEqual } from 'node:util';
import { chance } from '../harness/chance.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
import { randomDivision } from '../harness/random-tei.ts';
const formats = await allFormats();
it('min', () => {
  const luck = chance(Number(process.env.SEED ?? 7));
  const n = Number(process.env.COUNT ?? 500);
  const divisions = Array.from({ length: n }, () => randomDivision(luck));
  const docs = divisions.map((d, i) => `<div type="document" xml:id="d${i}">${d}</div>`);
  const ed = readFiles({ 'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${docs.join('')}</body></text></TEI>` });
  for (const [name, format] of formats) {
    if (format.carries !== 'text') continue;
    const bad: [string, unknown][] = [];
    for (const unit of ed.units) {
      const content = format.write(unit, ed.edition);
      const { spine, structure } = format.promise?.(unit, unit, ed.edition) ?? unit;
      const back = format.readBack(content);
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify([back.spine, back.structure?.items, back.faults])), JSON.parse(JSON.stringify([spine, structure.items, []])))) {
        const a = (structure.items as unknown[]).map((x) => JSON.stringify(x)); const b = (back.structure?.items as unknown[] ?? []).map((x) => JSON.stringify(x));
        bad.push([docs[Number(unit.facts.id.slice(1))]!, { faults: back.faults, missing: a.filter((x) => !b.includes(x)).slice(0, 6), more: b.filter((x) => !a.includes(x)).slice(0, 6), same: JSON.stringify(spine) === JSON.stringify(back.spine), a: spine, b: back.spine, content: content.slice(-1500) }]);
      }
    }
    bad.sort(([a], [b]) => a.length - b.length);
    console.log(name, bad.length, bad[0]?.[0].slice(0,3000), JSON.stringify(bad[0]?.[1], null, 1));
  }
  expect(1).toBe(1);
}, 1e6);
