import type { Pattern } from './pattern.ts';
import type { Run } from './run.ts';
import { choiceKey, MOST_PATTERNS, type PatternTable, pairKey, singleKey } from './table.ts';

/**
 * What was found out about patterns makes a validation quick, but a document can make ever new ones: of an interleave of thirty parts there
 * are a thousand million states. So the table is emptied when it has grown beyond measure, in the middle of a document if need be.
 */

type Writable = { -readonly [K in keyof Pattern]: Pattern[K] };

/** The patterns that these consist of, in the order of their ids. */
function partsOf(roots: Iterable<Pattern | undefined>): Writable[] {
  const kept = new Set<Pattern>();
  const waiting = [...roots];
  for (let one = waiting.pop(); one !== undefined || waiting.length > 0; one = waiting.pop()) {
    if (one === undefined || kept.has(one)) continue;
    kept.add(one);
    waiting.push(one.a, one.b, ...one.parts);
  }
  return [...kept].sort((a, b) => a.id - b.id);
}

function forgetSteps(one: Writable): void {
  one.opened = undefined;
  one.byName = undefined;
  one.unnamed = undefined;
  one.afterText = undefined;
  one.afterClose = undefined;
  one.withoutAttributes = undefined;
  one.attributeSteps = undefined;
  one.info = undefined;
  one.values = undefined;
}

/** Enters a pattern under its new id. Equal patterns stay the same object. */
function enter(table: PatternTable, one: Pattern): void {
  const { kind, a, b, parts } = one;
  if (kind === 'group' || kind === 'interleave' || kind === 'after') table.pairs.set(pairKey(kind, a!, b!), one);
  else if (kind === 'oneOrMore' || kind === 'list') table.singles.set(singleKey(kind, a!), one);
  else if (kind === 'choice') table.choices.set(choiceKey(parts), one);
}

/** What a run still needs; of earlier turns only the last of each open element, since only messages look at them. */
function* rootsOf(run: Run): Generator<Pattern | undefined> {
  const { table } = run;
  yield* [table.empty, table.notAllowed, table.text, table.anything, run.schema.start, run.current];
  yield* table.fromNodes.values();
  for (const element of run.open) {
    element.turns = element.turns?.slice(-1);
    yield* [element.rest, element.start, element.loose?.inner];
    for (const { next } of element.turns ?? []) yield next;
  }
}

/** Keeps of all patterns only those of the schema and those that the run is at. */
export function forget(run: Run): void {
  const { table } = run;
  const kept = partsOf(rootsOf(run));
  for (const map of [table.pairs, table.singles, table.choices, run.expected, run.meant]) map.clear();
  kept.forEach((one, id) => {
    forgetSteps(one);
    one.id = id;
  });
  for (const one of kept) enter(table, one);
  table.count = kept.length;
  table.forgetAbove = Math.max(MOST_PATTERNS, 2 * kept.length);
}
