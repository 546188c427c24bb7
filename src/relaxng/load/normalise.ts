import { EMPTY, NOT_ALLOWED } from '../grammar/nodes.ts';
import type { ElementNode, Grammar, Node } from '../grammar/nodes.ts';
import type { Problems } from '../syntax/problems.ts';
import type { Definition, Raw } from './raw.ts';

type RawElement = Extract<Raw, { kind: 'element' | 'attribute' }>;

interface Work {
  readonly problems: Problems;
  readonly done: Map<Raw, Node>;
  /** The contents of elements, which are looked into only when the element turns out to be reached. */
  readonly contents: Map<Node, Raw>;
  /** Numbers of documentations. */
  readonly documentations: Map<string, number>;
  /** Definitions that are being looked into. */
  readonly inside: Set<Definition>;
}

/** Takes references away and what can never match (sections 4.18 to 4.21). Only what the start can reach is looked at. */
export function normalise(start: Raw, problems: Problems): Grammar {
  const work: Work = {
    problems,
    done: new Map(),
    contents: new Map(),
    documentations: new Map([['', 0]]),
    inside: new Set(),
  };
  const node = simplify(start, work);
  const elements: ElementNode[] = [];
  const seen = new Set<Node>();
  findElements(node, elements, seen);
  for (const element of elements) {
    work.inside.clear();
    element.content = simplify(work.contents.get(element)!, work);
    findElements(element.content, elements, seen);
  }
  const texts = [...work.documentations.keys()];
  return { start: node, elements, documentation: (index) => texts[index] ?? '' };
}

/** Adds the elements that a pattern holds and that are not seen yet. */
function findElements(node: Node, elements: ElementNode[], seen: Set<Node>): void {
  if (seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'element') elements.push(node);
  else if (node.kind === 'choice' || node.kind === 'group' || node.kind === 'interleave') {
    for (const one of node.of) findElements(one, elements, seen);
  } else if (node.kind === 'oneOrMore') findElements(node.of, elements, seen);
}

function simplify(raw: Raw, work: Work): Node {
  const known = work.done.get(raw);
  if (known !== undefined) return known;
  const node = simplified(raw, work);
  work.done.set(raw, node);
  return node;
}

function simplified(raw: Raw, work: Work): Node {
  switch (raw.kind) {
    case 'empty':
    case 'text':
    case 'notAllowed':
      return raw;
    case 'value':
      return { ...raw, documentation: numberOf(raw.documentation, work) };
    case 'ref':
      return follow(raw, work);
    case 'element':
      return element(raw, work);
    case 'attribute':
      return attribute(raw, work);
    case 'data': {
      const except = raw.except === undefined ? undefined : simplify(raw.except, work);
      return { ...raw, except: except?.kind === 'notAllowed' ? undefined : except };
    }
    case 'oneOrMore':
    case 'list': {
      const of = simplify(raw.of, work);
      if (of.kind === 'notAllowed' || (of.kind === 'empty' && raw.kind === 'oneOrMore')) return of;
      return { kind: raw.kind, of };
    }
    case 'choice':
      return choice(raw.of.map((one) => simplify(one, work)));
    default:
      return sequence(
        raw.kind,
        raw.of.map((one) => simplify(one, work)),
      );
  }
}

function numberOf(documentation: string, { documentations }: Work): number {
  const known = documentations.get(documentation);
  if (known !== undefined) return known;
  documentations.set(documentation, documentations.size);
  return documentations.size - 1;
}

function follow(raw: Extract<Raw, { kind: 'ref' }>, work: Work): Node {
  const { definition } = raw;
  if (work.inside.has(definition)) {
    const name = definition.name === '' ? 'The start' : `“${definition.name}”`;
    work.problems.add(
      'schema-recursion',
      `${name} refers to itself without an element in between.`,
      raw.where,
      'Put an element around the reference, or use <zeroOrMore> or <oneOrMore>.',
    );
    return NOT_ALLOWED;
  }
  if (definition.body === undefined) return NOT_ALLOWED;
  work.inside.add(definition);
  const node = simplify(definition.body, work);
  work.inside.delete(definition);
  return node;
}

/** Contents are left for later, so that elements can contain each other. */
function element({ names, of, documentation, where }: RawElement, work: Work): Node {
  const number = numberOf(documentation, work);
  const node: ElementNode = { kind: 'element', names, content: NOT_ALLOWED, documentation: number, where };
  work.contents.set(node, of);
  return node;
}

function attribute({ names, of, documentation, where }: RawElement, work: Work): Node {
  const value = simplify(of, work);
  if (value.kind === 'notAllowed') return NOT_ALLOWED;
  return { kind: 'attribute', names, of: value, documentation: numberOf(documentation, work), where };
}

function choice(parts: readonly Node[]): Node {
  const possible = parts.filter((one) => one.kind !== 'notAllowed');
  const filled = possible.filter((one) => one.kind !== 'empty');
  const of = filled.length < possible.length ? [...filled, EMPTY] : filled;
  return of.length === 0 ? NOT_ALLOWED : of.length === 1 ? of[0]! : { kind: 'choice', of };
}

function sequence(kind: 'group' | 'interleave', parts: readonly Node[]): Node {
  if (parts.some((one) => one.kind === 'notAllowed')) return NOT_ALLOWED;
  const of = parts.filter((one) => one.kind !== 'empty');
  return of.length === 0 ? EMPTY : of.length === 1 ? of[0]! : { kind, of };
}
