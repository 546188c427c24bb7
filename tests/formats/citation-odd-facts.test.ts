import { describe, expect, it } from 'vitest';
import { bibtex } from '../../src/formats/citation/bibtex.ts';
import { cslJson } from '../../src/formats/citation/csl-json.ts';
import { ris } from '../../src/formats/citation/ris.ts';
import { chance } from '../harness/chance.ts';
import { OddFacts } from './citation-odd-facts.ts';
import { asUnit } from './citation-units.ts';

/**
 * What citations say is decided twice, by the writers and by the proof. On facts of all kinds, odd ones among them, both decide the same: a mistake in
 * one of them is a difference.
 */

describe('of facts made at random', () => {
  it.each([cslJson, bibtex, ris].map((format) => [format.name, format] as const))(
    '%s says what the proof expects',
    (_, format) => {
      const odd = new OddFacts(chance(194));
      for (let i = 0; i < 1500; i++) {
        const [unit, edition] = [odd.unit(), odd.edition()];
        const back = format.readBack(format.write(asUnit(unit), edition));
        expect(back, JSON.stringify([unit, edition])).toEqual([format.expected(unit, edition)]);
      }
    },
  );
});
