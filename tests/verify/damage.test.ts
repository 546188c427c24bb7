import { beforeAll, describe, expect, it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { chance } from '../harness/chance.ts';
import { readFolder, type ReadEdition, type SourceUnit } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
import { hasCorpus, needsCorpus, sampleEdition, volume12 } from '../harness/places.ts';
import { actions, damage, kinds } from './damages.ts';
import { findParts } from './readable.ts';

/** The proof is worth what it finds: a thousand accidents to each format, each found in the right document; and nothing is found where nothing is. */

const formats = await allFormats();

interface Tally {
  readonly counts: Record<string, number>;
  readonly missed: string[];
  total: number;
}

function damageMany(name: string, { edition, units }: ReadEdition, count: number): Tally {
  const format = formats.get(name)!;
  const luck = chance(name.length * 1000 + count);
  const written = new Map<SourceUnit, string>();
  const contentOf = (unit: SourceUnit): string => {
    const content = written.get(unit) ?? format.write(unit, edition);
    written.set(unit, content);
    return content;
  };
  const check = (unit: SourceUnit, content: string) => checkUnit(format, unit, unit, edition, content);
  const tally: Tally = { counts: {}, missed: [], total: 0 };
  for (let tries = 0; tally.total < count && tries < count * 20; tries++) {
    const unit = luck.pick(units);
    const [kind, action] = [luck.pick(kinds), luck.pick(actions)];
    const made = damage(
      contentOf(unit),
      findParts[name]!,
      unit.spine.notes.length,
      kind,
      action,
      luck,
      name === 'text (web)',
    );
    if (!made) continue;
    tally.total++;
    tally.counts[made.name] = (tally.counts[made.name] ?? 0) + 1;
    const found = check(unit, made.content);
    if (found.length === 0 || found.some(({ document }) => document !== unit.facts.id))
      tally.missed.push(`${unit.facts.id}: ${made.name}: ${made.what}`);
  }
  return tally;
}

/** Deletes words of the running text of pages; gives those whose loss was told for another page than the one they stood on. */
function wrongPages({ edition, units }: ReadEdition, count: number): string[] {
  const format = formats.get('html')!;
  const luck = chance(591);
  return Array.from({ length: count }).flatMap(() => {
    const unit = luck.pick(units);
    const content = format.write(unit, edition);
    const { items, bodies } = findParts.html!(content, unit.spine.notes.length);
    const text = items.filter(({ start }) => start < (bodies[0]?.start ?? Infinity));
    const word = luck.pick(text.filter(({ kind }) => kind === 'word'));
    const before = text.slice(0, text.indexOf(word)).findLast(({ kind }) => kind === 'page');
    const page = before === undefined ? '' : `, page ${before.text.replace(/^\[Page |\]$/g, '')}`;
    const [first] = checkUnit(format, unit, unit, edition, content.slice(0, word.start) + content.slice(word.end));
    return first?.message.startsWith(`text${page}, `)
      ? []
      : [`${unit.facts.id} “${word.text}”${page}: ${first?.message}`];
  });
}

/** Whether nothing is found in the files as they are written. */
function losses(format: Format, { edition, units }: ReadEdition): number {
  return units.reduce(
    (sum, unit) => sum + checkUnit(format, unit, unit, edition, format.write(unit, edition)).length,
    0,
  );
}

const editions = [
  ['the sample edition', sampleEdition, 200, true] as const,
  [`volume XII${needsCorpus}`, volume12, 1000, hasCorpus] as const,
];

describe.each(editions)('in %s', (_, path, count, isHere) => {
  let read: ReadEdition;
  beforeAll(() => {
    if (isHere) read = readFolder(path);
  });

  it.skipIf(!isHere).each([...formats.keys()])('nothing is missed where nothing is missing: %s', (name) => {
    expect(losses(formats.get(name)!, read)).toBe(0);
  });

  it.skipIf(!isHere)('the loss of a word is reported with the page it stood on', () => {
    expect(wrongPages(read, 200)).toEqual([]);
  });

  it.skipIf(!isHere).each(Object.keys(findParts))(`each of ${count} damages is found: %s`, (name) => {
    const { missed, counts, total } = damageMany(name, read, count);
    expect(missed).toEqual([]);
    expect(total).toBe(count);
    // Every kind of accident happened.
    expect(Object.keys(counts).length).toBe(kinds.length * actions.length);
  });
});
