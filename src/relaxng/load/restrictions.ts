import { isFinite } from '../grammar/name-class.ts';
import type { Grammar, Node } from '../grammar/nodes.ts';
import type { Problems } from '../syntax/problems.ts';
import type { SchemaElement } from '../syntax/tree.ts';
import { checkAttributeSets } from './attribute-sets.ts';
import { checkContentTypes } from './content-types.ts';
import { checkInterleaves } from './interleaves.ts';

/** Checks the restrictions of section 7 of the specification on a simplified schema. */
export function checkRestrictions(grammar: Grammar, root: SchemaElement, problems: Problems): void {
  const paths: Paths = { problems, seen: new Map() };
  checkPath(grammar.start, START, root, paths);
  for (const { content, where = root } of grammar.elements) checkPath(content, 0, where, paths);
  checkContentTypes(grammar, root, problems);
  checkAttributeSets(grammar, root, problems);
  checkInterleaves(grammar, root, problems);
}

/** What stands around a pattern, as bits. */
const START = 1;
const ATTRIBUTE = 2;
const LIST = 4;
const EXCEPT = 8;
const REPEATED = 16;
/** In a group or interleave that is repeated. */
const REPEATED_GROUP = 32;

interface Paths {
  readonly problems: Problems;
  /** The surroundings in which a pattern was looked at already. */
  readonly seen: Map<Node, Set<number>>;
}

const inWords: readonly (readonly [number, string])[] = [
  [START, 'the start of a grammar'],
  [ATTRIBUTE, 'an attribute'],
  [LIST, 'a list'],
  [EXCEPT, 'the exception of a datatype'],
];

/** Which surroundings each pattern is forbidden in (sections 7.1.1 to 7.1.5). */
const forbidden: Readonly<Record<Node['kind'], number>> = {
  element: ATTRIBUTE | LIST | EXCEPT,
  attribute: START | ATTRIBUTE | LIST | EXCEPT,
  text: START | LIST | EXCEPT,
  empty: START | EXCEPT,
  list: START | LIST | EXCEPT,
  group: START | EXCEPT,
  interleave: START | LIST | EXCEPT,
  oneOrMore: START | EXCEPT,
  data: START,
  value: START,
  choice: 0,
  notAllowed: 0,
};

function checkPath(node: Node, around: number, where: SchemaElement, paths: Paths): void {
  const seen = paths.seen.get(node);
  if (seen?.has(around)) return;
  if (seen === undefined) paths.seen.set(node, new Set([around]));
  else seen.add(around);
  const clash = inWords.find(([bit]) => (around & forbidden[node.kind] & bit) !== 0);
  if (clash !== undefined) {
    paths.problems.add('schema-restriction', `${named(node.kind)} cannot be in ${clash[1]}.`, where);
  } else checkInner(node, around, where, paths);
}

const named = (kind: string): string => `${/^[aeio]/.test(kind) ? 'An' : 'A'} “${kind}” pattern`;

function checkInner(node: Node, around: number, where: SchemaElement, paths: Paths): void {
  if (node.kind === 'choice') for (const one of node.of) checkPath(one, around, where, paths);
  else if (node.kind === 'group' || node.kind === 'interleave') {
    const inner = around & REPEATED ? around | REPEATED_GROUP : around;
    for (const one of node.of) checkPath(one, inner, where, paths);
  } else if (node.kind === 'oneOrMore') checkPath(node.of, around | REPEATED, where, paths);
  else if (node.kind === 'list') checkPath(node.of, around | LIST, where, paths);
  else if (node.kind === 'data' && node.except !== undefined) checkPath(node.except, EXCEPT, where, paths);
  else if (node.kind === 'attribute') {
    const at = node.where ?? where;
    if (around & REPEATED_GROUP) {
      paths.problems.add('schema-restriction', 'An attribute cannot be in a group that is repeated.', at);
    }
    if (!(around & REPEATED) && !isFinite(node.names)) {
      const fix = 'Put <oneOrMore> or <zeroOrMore> around it.';
      paths.problems.add(
        'schema-restriction',
        'An attribute with a wildcard for its name must be repeatable.',
        at,
        fix,
      );
    }
    checkPath(node.of, ATTRIBUTE, at, paths);
  }
}
