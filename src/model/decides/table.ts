import { ruleOf } from '../tei/elements.ts';
import { type Around, whyNot } from './places.ts';
import { readingOf, type Reading, type Row } from './reading.ts';
import { isFault, type Path, readSelector } from './selector.ts';
import type { Group } from '../tei/rule.ts';

/** The table of an edition: what it decides about elements, as the setting `elements` says it. */

/** A path that leads to an element, and what the element is then. */
export interface Decision {
  readonly path: Path;
  readonly reading: Reading;
  /** The selector as the settings have it. */
  readonly row: string;
}

export interface EditionTable {
  /** The strongest first: more tests, then more elements, then the later row. */
  readonly decisions: readonly Decision[];
  /** The selectors of the settings, in their order. */
  readonly rows: readonly string[];
  /** The models of an ODD, which are weaker than all rows. */
  readonly models: readonly string[];
}

/** What is wrong with a row. */
export interface TableFault {
  readonly row: string;
  readonly key?: string;
  readonly message: string;
  readonly fix: string;
}

/** Limits of a table: each step of it costs a little at each element of the text. */
export const mostRows = 200;
const mostStepsOfAll = 800;

/** Elements that hold a text together, or are its files: what they are, units and addresses depend on. */
const isFixed = (name: string): boolean =>
  ruleOf(name)?.unit === true || ['TEI', 'teiCorpus', 'teiHeader', 'standOff', 'floatingText'].includes(name);

/** Sides of one place: what is shown of it, all of them together decide. */
const sides: ReadonlySet<Group> = new Set<Group>(['apparatus', 'witnesses', 'choice', 'abbreviation']);
/** Elements that are what they are: parts of a table, whose places are counted; pointers, pictures, formulas, glosses, places that others point to. */
const bound: ReadonlySet<Group> = new Set<Group>(['table', 'link', 'formula', 'ruby', 'points']);
const pictures: ReadonlySet<string> = new Set('graphic media binaryObject'.split(' '));
/** Elements that hold no words: only these can become breaks and marks, and nothing else. */
const empty: ReadonlySet<string> = new Set('milestone cb gb pb lb'.split(' '));
const holdsNoWords = (as: string): boolean => ['page-break', 'line-break', 'mark'].includes(ruleOf(as)?.becomes ?? '');

type Refusal = Pick<TableFault, 'message' | 'fix'>;

/** Why elements of this name cannot be in a table at all. */
function untouchable(name: string): Refusal | undefined {
  if (name === '*')
    return {
      message: 'the last step of the selector is “*”, which could be any element',
      fix: 'Name the elements that you mean.',
    };
  if (isFixed(name))
    return {
      message: `the element “${name}” holds the text together: what it is cannot be changed`,
      fix: 'Name the elements in it.',
    };
  const group = ruleOf(name)?.group;
  return group === undefined || !sides.has(group)
    ? undefined
    : {
        message: `what is shown of the element “${name}” depends on those next to it`,
        fix: 'Name the elements around it, or in it.',
      };
}

/** Nothing would be left of what is around them. */
const emptied = (name: string): Refusal | undefined =>
  name === 'cell' || name === 'row'
    ? {
        message: `without the element “${name}” what is around it could be empty, and a table has no empty parts`,
        fix: 'Leave out the whole table, or what is in the cells.',
      }
    : undefined;

/** Why an element of this name cannot be what a row says; undefined: it can. */
export function refusal(name: string, { as, isLeftOut }: Reading): Refusal | undefined {
  const never = untouchable(name) ?? (isLeftOut ? emptied(name) : undefined);
  if (never || as === undefined || isLeftOut) return never;
  if (holdsNoWords(as) !== empty.has(name))
    return empty.has(name)
      ? {
          message: `the element “${name}” holds no words`,
          fix: 'Its kind can be one of these: page-break, line-break, mark, nothing.',
        }
      : {
          message: `the element “${name}” may hold words, and a break or a mark holds none`,
          fix: `Only these can be breaks and marks: ${[...empty].join(', ')}.`,
        };
  const rule = ruleOf(name);
  if (rule && (bound.has(rule.group) || pictures.has(name) || rule.becomes === 'mark'))
    return {
      message: `the element “${name}” cannot be something else: what is in it or around it, or what points to it, needs it`,
      fix: 'It can have a “class”, or be left out with “counted”: “no”. Name the elements in it or around it for everything else.',
    };
  return undefined;
}

/** Why an element cannot become something at its place; undefined: it can. */
export const whyNotThere = ({ as }: Reading, around: Around): string | undefined =>
  as === undefined && around.isIn !== 'pointer' ? undefined : whyNot(as ?? 'phr', around);

const named = ({ steps }: Path): string => steps[steps.length - 1]!.name;

function faultOf(row: string, paths: readonly Path[], reading: Reading): TableFault | undefined {
  const [fault] = paths.flatMap((path) => refusal(named(path), reading) ?? []);
  return fault && { row, ...fault };
}

const heavier = (a: Decision, b: Decision): number =>
  b.path.tests - a.path.tests || b.path.steps.length - a.path.steps.length;

/** Reads the setting. Rows with faults are not in the table. */
export function readTable(setting: Readonly<Record<string, Row>>): {
  readonly table: EditionTable;
  readonly faults: readonly TableFault[];
} {
  const faults: TableFault[] = [];
  const decisions: Decision[] = [];
  const all = Object.entries(setting);
  let steps = 0;
  all.forEach(([row, says], i) => {
    if (i >= mostRows) {
      if (i === mostRows)
        faults.push({ row, message: `there are more than ${mostRows} rows`, fix: 'Put selectors together with “|”.' });
      return;
    }
    const paths = readSelector(row);
    if (isFault(paths)) return faults.push({ row, message: `the selector ${paths.fault}`, fix: paths.fix });
    const reading = readingOf(says);
    if ('message' in reading) return faults.push({ row, ...reading });
    const fault = faultOf(row, paths, reading);
    if (fault) return faults.push(fault);
    steps += paths.reduce((sum, path) => sum + path.steps.length, 0);
    if (steps > mostStepsOfAll)
      return faults.push({
        row,
        message: `the table has more than ${mostStepsOfAll} steps`,
        fix: 'Name fewer elements around.',
      });
    return decisions.push(...paths.map((path) => ({ path, reading, row })));
  });
  const rows = decisions.map(({ row }) => row);
  return { table: { decisions: decisions.toReversed().sort(heavier), rows: [...new Set(rows)], models: [] }, faults };
}
