import type { FileReading } from '../model/read-tei/read-file.ts';
import type { FilePointer } from './file-pointers.ts';
import type { RuleRun } from './rule.ts';
import { groupBy, often } from './tally.ts';

/** What is said of hands, speakers, witnesses and categories that are described nowhere: never more than a person wants to read. */

/** A missing id, with all places that point to it. */
export interface MissingId {
  /** The first of its pointers. */
  readonly pointer: FilePointer;
  readonly count: number;
  /** The first places, in the order of the file. */
  readonly places: readonly (readonly [start: number, end: number])[];
}

/** Places of one finding that are shown; a file can have thousands. */
const mostPlaces = 10;

/** Gathers the pointers to each missing id, ids in the order of the file. */
export function missingIds(pointers: readonly FilePointer[]): MissingId[] {
  const groups = groupBy(pointers, ({ name, id }) => `${name}#${id}`);
  const all = [...groups.values()].map((list): MissingId => {
    const places = list.flatMap(({ starts, ends }) => starts.map((start, i) => [start, ends[i]!] as const));
    places.sort(([a], [b]) => a - b);
    const pointer = list.reduce((a, b) => (b.starts[0]! < a.starts[0]! ? b : a));
    return { pointer, count: places.length, places: places.slice(0, mostPlaces) };
  });
  return all.sort((a, b) => a.places[0]![0] - b.places[0]![0]);
}

/** Ids that one attribute points to and that are not there, with what could have been meant by each. */
export interface Undescribed {
  readonly attribute: string;
  readonly ids: readonly MissingId[];
  /** Whether other ids of the attribute are where they should be: then the list is here, and some of it is missing. */
  readonly someHere: boolean;
  readonly near: (missing: MissingId) => readonly string[];
}

/** So many missing ids of one attribute are mistakes to be looked at one by one; more are a list that is elsewhere. */
const mostAlone = 5;

/** An id that is written so rarely, and is like another one, is a slip of the pen. */
const rarely = 2;

/** One finding for each id, or one for all ids of the attribute where there are many or none of them is here. */
export function reportUndescribed(
  run: RuleRun,
  file: FileReading,
  { attribute, ids, someHere, near }: Undescribed,
): void {
  const alone = ids.length === 1 || (someHere && ids.length <= mostAlone);
  const isSlip = (one: MissingId): boolean => someHere && one.count <= rarely && near(one).length > 0;
  const each = ids.filter((one) => alone || isSlip(one));
  for (const one of each) reportOne(run, file, one, near(one));
  const rest = ids.filter((one) => !each.includes(one));
  if (rest.length > 0) reportList(run, file, attribute, rest, someHere);
}

function reportOne({ report }: RuleRun, { source }: FileReading, missing: MissingId, near: readonly string[]): void {
  const { pointer, count, places } = missing;
  const [start, end] = places[0]!;
  const said = `“${pointer.value}” (${pointer.attribute}) is not described anywhere${often(count)}.`;
  report(source, start, end, {
    message: near.length > 0 ? `${said} Did you mean “#${near[0]}”?` : said,
    severity: 'review',
    why: 'What the pointer says about the text (who speaks, which witness, hand or category) cannot be looked up.',
    fix: 'Describe it in the header, or fix the pointer.',
    expected: near.map((one) => `${pointer.name}#${one}`),
  });
}

function reportList(
  { report }: RuleRun,
  { source }: FileReading,
  attribute: string,
  ids: readonly MissingId[],
  someHere: boolean,
): void {
  const { name } = ids[0]!.pointer;
  const where = name === '' ? 'in this file' : `in ${name}`;
  const total = ids.reduce((sum, { count }) => sum + count, 0);
  const common = ids.toSorted((a, b) => b.count - a.count).slice(0, 5);
  const shown = common.map(({ pointer, count }) => `${pointer.id} (${count})`).join(', ');
  const more = ids.length > 5 ? `, and ${ids.length - 5} more` : '';
  const [start, end] = ids[0]!.places[0]!;
  report(source, start, end, {
    message: someHere
      ? `${ids.length} ids to which ${attribute} points are not ${where} (${total} times): ${shown}${more}.`
      : `None of the ${ids.length} ids to which ${attribute} points is ${where} (${total} times): ${shown}${more}.`,
    severity: 'review',
    why: someHere
      ? 'What these pointers say about the text cannot be looked up.'
      : 'Their list is probably in another file of the same corpus; without it, what they say about the text cannot be looked up.',
    fix: 'Check this file together with the one that has the list, often the root of the corpus; or fix the pointers.',
  });
}
