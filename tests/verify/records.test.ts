import { beforeAll, describe, expect, it } from 'vitest';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { chance } from '../harness/chance.ts';
import { readFolder, type ReadEdition } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
import { hasCorpus, needsCorpus, sampleEdition, volume12 } from '../harness/places.ts';
import { damageRecord, recordActions } from './record-damages.ts';

/** Citations are records: their proof is that every field is what the edition says. */

const formats = await allFormats();

describe.each([
  ['the sample edition', sampleEdition, 200, true] as const,
  [`volume XII${needsCorpus}`, volume12, 1000, hasCorpus] as const,
])('in %s', (_, path, count, isHere) => {
  let read: ReadEdition;
  beforeAll(() => {
    if (isHere) read = readFolder(path);
  });

  it.skipIf(!isHere).each(['csl-json', 'bibtex', 'ris'])(`each of ${count} wrong fields is found: %s`, (name) => {
    const format = formats.get(name)!;
    const { edition, units } = read;
    const luck = chance(count);
    const missed: string[] = [];
    let total = 0;
    while (total < count) {
      const unit = luck.pick(units);
      const content = format.write(unit, edition);
      const action = luck.pick(recordActions);
      const damaged = damageRecord(name, content, action, luck);
      if (damaged === undefined || damaged === content) continue;
      total++;
      const found = checkUnit(format, unit, unit, edition, damaged);
      if (found.length === 0) missed.push(`${unit.facts.id} ${action}:\n${damaged}`);
    }
    expect(missed.slice(0, 3)).toEqual([]);
  });
});
