import { singleNames } from '../grammar/name-class.ts';
import type { Grammar } from '../grammar/nodes.ts';
import { patternOf } from './build.ts';
import { intern } from './names.ts';
import type { QName } from './names.ts';
import type { Pattern } from './pattern.ts';
import { newTable } from './table.ts';
import type { PatternTable } from './table.ts';

/** A schema ready to validate with. It learns while it is used; one at a time may use it, which in one thread is always so. */
export interface Schema {
  readonly grammar: Grammar;
  /** Replaced when it has grown beyond measure. */
  table: PatternTable;
  start: Pattern;
  /** The element patterns of each name that the schema gives. */
  byName: ReadonlyMap<QName, readonly Pattern[]>;
}

/** More patterns than any sane edition makes; then the schema forgets what it learnt. */
const MOST_PATTERNS = 500_000;

/** Makes a schema of a grammar. */
export function makeSchema(grammar: Grammar): Schema {
  return { grammar, ...learnNothing(grammar) };
}

/** Forgets what was learnt, if that is too much to keep. Called between documents. */
export function tidy(schema: Schema): void {
  if (schema.table.count > MOST_PATTERNS) Object.assign(schema, learnNothing(schema.grammar));
}

function learnNothing(grammar: Grammar): Pick<Schema, 'table' | 'start' | 'byName'> {
  const table = newTable();
  const byName = new Map<QName, Pattern[]>();
  for (const node of grammar.elements) {
    const pattern = patternOf(table, node);
    for (const { uri, local } of singleNames(node.names)) {
      const name = intern(table.names, uri, local);
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [pattern]);
      else same.push(pattern);
    }
  }
  return { table, start: patternOf(table, grammar.start), byName };
}
