import { readTests } from './read-tests.ts';
import type { Test } from './tests.ts';

/**
 * Selectors of the edition’s table: as much of the patterns of XSLT as can be decided where an element begins, by its own attributes and the elements
 * around it. `note[@type='internal']`, `div[@type='letter']//ab`, `fw | seg[contains-token(@ana,'head')]`.
 */

export interface SelectorStep {
  /** Local name in TEI, or `*`. */
  readonly name: string;
  /** Anything may be between this element and that of the step before it. */
  readonly deep: boolean;
  readonly tests: readonly Test[];
}

/** One path of a selector: its last step is the element itself. */
export interface Path {
  readonly steps: readonly SelectorStep[];
  /** How many tests it has, in brackets. */
  readonly tests: number;
}

/** What is wrong with a selector, and how it is put right. */
export interface SelectorFault {
  readonly fault: string;
  readonly fix: string;
}

export const isFault = (read: object): read is SelectorFault => 'fault' in read;

/** More of these nobody writes; without a limit a table could make each element of a text cost any time. */
export const mostSteps = 8;
export const longestSelector = 400;

const form = "Write element names and tests of their attributes: div[@type='letter']//note[not(@resp)].";
const stepStart = /[ \t\r\n]*(?:(\/{1,2})[ \t\r\n]*)?(?:tei:)?([\p{L}_][\p{L}\p{N}_.-]*|\*)[ \t\r\n]*/uy;

/** Reads a selector: its paths, of which one must agree. */
export function readSelector(selector: string): readonly Path[] | SelectorFault {
  if (selector.length > longestSelector)
    return { fault: `has ${selector.length} characters; ${longestSelector} are allowed`, fix: 'Use several rows.' };
  const paths: Path[] = [];
  let at = 0;
  do {
    const read = readPath(selector, at);
    if ('fault' in read) return read;
    paths.push(read.path);
    at = read.at;
  } while (selector[at++] === '|');
  return at > selector.length ? paths : { fault: `cannot be read from “${selector.slice(at - 1)}”`, fix: form };
}

function readPath(selector: string, from: number): { readonly path: Path; readonly at: number } | SelectorFault {
  const steps: SelectorStep[] = [];
  let at = from;
  let count = 0;
  for (;;) {
    stepStart.lastIndex = at;
    const found = stepStart.exec(selector);
    if (!found) return { fault: `has no element name at “${selector.slice(at)}”`, fix: form };
    const [, slash = '', name = ''] = found;
    if (steps.length > 0 && slash === '') return { fault: `cannot be read from “${selector.slice(at)}”`, fix: form };
    if (steps.length === 0 && slash === '/')
      return { fault: 'begins with “/”', fix: 'Leave it out: a path leads to elements wherever they are.' };
    const tests = readTests(selector, stepStart.lastIndex);
    if ('fault' in tests) return { ...tests, fix: tests.fix ?? form };
    steps.push({ name, deep: slash === '//', tests: tests.tests });
    if (steps.length > mostSteps)
      return { fault: `has more than ${mostSteps} steps`, fix: 'Name fewer elements around.' };
    count += tests.count;
    at = tests.at;
    if (at >= selector.length || selector[at] === '|') return { path: { steps, tests: count }, at };
  }
}
