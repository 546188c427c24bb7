import type { Step } from '../numbers.ts';

/** Paths of `refsDecl` (XPath, in TEI’s `@match` and `@replacementPattern`) as far as one can follow them while the text is read: names, `/`, `//`, and tests of attributes. */

const step = /(\/{0,2})(?:[\w-]+:)?([\w-]+|\*|\.)((?:\[[^\]]*\])*)/y;
const test = /^@([\w:-]+)(?:=(?:'([^']*)'|"([^"]*)"|(\$\d)))?$/;

function testsOf(predicates: string): Step['tests'] | undefined {
  const tests: [string, string | undefined][] = [];
  for (const predicate of predicates.split(']')) {
    if (predicate === '') continue;
    for (const part of predicate.slice(1).split(' and ')) {
      const found = test.exec(part.replace(/\s*=\s*/, '=').trim());
      if (!found) return undefined;
      tests.push([found[1]!, found[2] ?? found[3] ?? found[4]]);
    }
  }
  return tests;
}

/** Elements around every text: a path may begin with them. */
const outside = new Set(['TEI', 'TEI.2', 'teiCorpus']);

/** The steps of a path; undefined where it says more than we can follow. `isTop`: it begins at the text, where a path without a slash may lead anywhere. */
export function stepsOf(path: string, isTop: boolean): Step[] | undefined {
  const steps: Step[] = [];
  const trimmed = path.trim();
  let at = 0;
  while (at < trimmed.length) {
    step.lastIndex = at;
    const found = step.exec(trimmed);
    const tests = found && testsOf(found[3]!);
    if (!found || !tests || found[0] === '') return undefined;
    const [whole, slash, name] = found;
    at += whole.length;
    // A path that goes on without a slash is none of these.
    if (at < trimmed.length && trimmed[at] !== '/') return undefined;
    if (name === '.' || (outside.has(name!) && steps.length === 0)) continue;
    // Anything but the text itself is somewhere in it.
    const isFirst = isTop && steps.length === 0 && name !== 'text';
    steps.push({ deep: slash === '//' || isFirst, name: name!, tests });
  }
  return steps.length === 0 ? undefined : steps;
}

/** The alternatives of a path: `div|ab`. */
export const alternatives = (path: string): string[] => path.split('|');
