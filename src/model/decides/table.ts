import { ruleOf } from '../tei/elements.ts';
import { type Around, staysInLine } from './places.ts';
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
  /** The selectors, in their order. */
  readonly rows: readonly string[];
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

/** Elements that can be read as something else: none of their parts, and nothing around them, needs them to be what they are. */
const free: ReadonlySet<Group> = new Set<Group>([
  'paragraph', 'letter and chapter parts', 'quotation', 'heading', 'name', 'phrase', 'supplied', 'state of the letters', 'genetic', 'running head', 'verse',
  'words of linguistics',
]); // prettier-ignore
/** Sides of one place: what is shown of it, all of them together decide. */
const sides: ReadonlySet<Group> = new Set<Group>(['apparatus', 'witnesses', 'choice', 'abbreviation']);
/** Elements that hold no words: only these can become breaks. */
const empty: ReadonlySet<string> = new Set('milestone cb gb pb lb'.split(' '));

/** Of these those that can come to be on lines of their own, or a note; the others are words in a line whatever is around them. */
const parts: ReadonlySet<Group> = new Set<Group>([
  'paragraph', 'letter and chapter parts', 'heading', 'running head', 'verse', 'words of linguistics',
]); // prettier-ignore

/** Why an element of this name cannot be what a row says; undefined: it can. */
function refusal(name: string, { as, isLeftOut }: Reading): Pick<TableFault, 'message' | 'fix'> | undefined {
  const rule = ruleOf(name);
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
  if (as === 'pb' || as === 'lb')
    return empty.has(name)
      ? undefined
      : {
          message: `the element “${name}” may hold words, and a break holds none`,
          fix: `Only these can be breaks: ${[...empty].join(', ')}.`,
        };
  if (rule && sides.has(rule.group))
    return {
      message: `what is shown of the element “${name}” depends on those next to it`,
      fix: 'Name the elements around it, or in it.',
    };
  if (as === undefined || isLeftOut || rule === undefined || rule.becomes === 'words') return undefined;
  const isPart = parts.has(rule.group) && !(as === 'head' && rule.group === 'words of linguistics');
  if (free.has(rule.group) && !isPart && !staysInLine(as))
    return {
      message: `the element “${name}” is words in a line: it cannot be ${as === 'head' ? 'a heading' : 'on lines of its own, nor a note'}`,
      fix: 'Give it a role or a status of words, or name the element around it.',
    };
  if (free.has(rule.group)) return undefined;
  return {
    message: `the element “${name}” cannot be something else: what is in it or around it needs it`,
    fix: 'It can have a “class”, or be left out with “counted”: “no”. Name the elements in it for everything else.',
  };
}

/** Whether an element can become something at its place. */
export function canBeThere({ as }: Reading, { isIn }: Around): boolean {
  if (isIn !== 'words' || as === undefined) return isIn !== 'pointer';
  return staysInLine(as);
}

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
  return { table: { decisions: decisions.toReversed().sort(heavier), rows: [...new Set(rows)] }, faults };
}
