import type { Format, ReadBack, RecordFields, TextFormat, UnitInPlace } from '../formats/format.ts';
import type { EditionContext } from '../model/edition.ts';
import type { Spine } from '../model/spine.ts';
import type { UnitContent } from '../model/unit-content.ts';
import { compareRuns } from './compare.ts';
import { structureLosses } from './compare-structure.ts';
import { noteLosses } from './compare-notes.ts';
import { readingLosses } from './compare-readings.ts';
import { sentence } from './sentence.ts';

/**
 * Checks one file of the built edition against its source. No knowledge of any format is here: each brings its own
 * `readBack`.
 */

export interface Loss {
  readonly document: string;
  readonly format: string;
  /** In words: what is lost, where. */
  readonly message: string;
}

const most = 5;

/** Differences of two spines: the running text, then the notes. `place`: where a word, page break or call of a run is in the file. */
export const spineLosses = (
  expected: Spine,
  found: Spine,
  place: NonNullable<ReadBack['place']> = () => '',
): string[] => [
  ...compareRuns(expected.text, found.text).map((difference) => sentence(difference, 'text') + place(0, difference.at)),
  ...noteLosses(expected.notes, found.notes, place),
  ...readingLosses(expected.others ?? [], found.others ?? []),
];

function fieldLosses(expected: RecordFields, found: RecordFields): string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return names.flatMap((name) => {
    const [a, b] = [expected[name], found[name]];
    if (a === b) return [];
    if (b === undefined) return [`the field ${name} is missing: “${a}”`];
    return [a === undefined ? `a field too many: ${name} “${b}”` : `the field ${name} “${a}” has become “${b}”`];
  });
}

/** Differences of lists of entries: exactly so many, in this order, each with these fields. */
export function recordLosses(expected: readonly RecordFields[], found: readonly RecordFields[]): string[] {
  const fields = expected.flatMap((entry, i) => (found[i] ? fieldLosses(entry, found[i]) : []));
  if (expected.length === found.length) return fields;
  return [`there are ${found.length} entries instead of ${expected.length}`, ...fields];
}

function textLosses(
  format: TextFormat,
  unit: UnitInPlace,
  source: UnitContent,
  edition: EditionContext,
  content: string,
): string[] {
  const expected = format.promise?.(source, unit, edition) ?? source;
  const { base, isBaseSet } = source.witnesses ?? {};
  const found = format.readBack(content, isBaseSet ? base : undefined);
  const words = spineLosses(expected.spine, found.spine, (run, at) => found.place?.(run, at) ?? '');
  return [
    ...found.faults,
    ...words,
    // Where words differ, every place behind them does.
    ...(words.length > 0 ? [] : structureLosses(expected, found)),
    ...(words.length > 0 ? [] : (found.layout?.(source, unit, edition) ?? [])),
    ...(found.frame?.(unit, edition, source) ?? []),
  ];
}

/** What a file lost; empty where nothing is. `content` is undefined where the file is missing. */
export function checkUnit(
  format: Format,
  unit: UnitInPlace,
  source: UnitContent,
  edition: EditionContext,
  content: string | undefined,
): Loss[] {
  const { id } = unit.facts;
  const loss = (message: string): Loss => ({ document: id, format: format.name, message });
  if (content === undefined) return [loss(`the file ${format.path(id)} is missing`)];
  try {
    const messages =
      format.carries === 'text'
        ? textLosses(format, unit, source, edition, content)
        : recordLosses([format.expected(unit, edition)], format.readBack(content));
    const more = messages.length - most;
    return [...messages.slice(0, most), ...(more > 0 ? [`and ${more} more differences`] : [])].map(loss);
  } catch (error) {
    return [loss(`the file ${format.path(id)} cannot be read: ${(error as Error).message}`)];
  }
}
