import { singleNames } from '../grammar/name-class.ts';
import type { Grammar, Node } from '../grammar/nodes.ts';
import { patternOf } from './build.ts';
import { intern } from './names.ts';
import type { QName } from './names.ts';
import type { Pattern } from './pattern.ts';
import { MOST_PATTERNS, newTable } from './table.ts';
import type { PatternTable } from './table.ts';

/** A schema ready to validate with. It learns while it is used; one at a time may use it, which in one thread is always so. */
export interface Schema {
  readonly grammar: Grammar;
  /** Replaced when it has grown beyond measure. */
  table: PatternTable;
  start: Pattern;
  /** The element patterns of each name that the schema gives. */
  byName: ReadonlyMap<QName, readonly Pattern[]>;
  /** The local names of all attributes; found when first asked for. */
  attributeNames: ReadonlySet<string> | undefined;
}

/** Makes a schema of a grammar. */
export function makeSchema(grammar: Grammar): Schema {
  return { grammar, ...learnNothing(grammar), attributeNames: undefined };
}

/** Forgets what was learnt, if that is too much to keep. Called between documents. */
export function tidy(schema: Schema): void {
  if (schema.table.count > MOST_PATTERNS) Object.assign(schema, learnNothing(schema.grammar));
}

function learnNothing(grammar: Grammar): Pick<Schema, 'table' | 'start' | 'byName'> {
  const table = newTable();
  table.forgetAbove = MOST_PATTERNS;
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

/** The local names of all attributes that some element of the schema can have. */
export function attributeNames(schema: Schema): ReadonlySet<string> {
  if (schema.attributeNames !== undefined) return schema.attributeNames;
  const names = new Set<string>();
  const seen = new Set<Node>();
  const look = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'attribute') for (const { local } of singleNames(node.names)) names.add(local);
    else if (node.kind === 'oneOrMore') look(node.of);
    else if (node.kind === 'choice' || node.kind === 'group' || node.kind === 'interleave') node.of.forEach(look);
  };
  for (const element of schema.grammar.elements) look(element.content);
  return (schema.attributeNames = names);
}
