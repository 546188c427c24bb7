/** Makes up documents that a grammar allows: the same ones every time. */
import { namesOf, patterns, type Grammar, type Node } from '../../../scripts/schema/read-grammar.ts';
import { valueOf } from './values.ts';

/** For each of the named elements, some documents with it as their root, by file name. */
export function variants(grammar: Grammar, names: readonly string[], each: number): Record<string, string> {
  const files: Record<string, string> = {};
  const maker = makerOf(grammar);
  for (const name of names) {
    for (let number = 1; number <= each; number++) files[`${name}-${number}.xml`] = maker(name);
  }
  return files;
}

interface Parts {
  attributes: string;
  content: string;
}

const NONE: Parts = { attributes: '', content: '' };

function makerOf(grammar: Grammar): (name: string) => string {
  const heights = heightsOf(grammar);
  const random = randomNumbers(194);
  let made = 0;
  const pick = <T>(options: readonly T[]): T => options[random(options.length)]!;
  const body = (ref: Node): readonly Node[] => grammar.definitions.get(ref.attributes.name!)!.body;
  const height = (node: Node): number => heights.get(node) ?? Infinity;

  const all = (nodes: readonly Node[], room: number): Parts => {
    const made = nodes.map((node) => make(node, room));
    return {
      attributes: made.map((part) => part.attributes).join(''),
      content: made.map((part) => part.content).join(''),
    };
  };
  const times = (node: Node, room: number, least: number): Parts => {
    const fits = patterns(node).every((part) => height(part) <= room);
    const count = fits ? least + random(3 - least) : least;
    return all(Array.from({ length: count }, () => patterns(node)).flat(), room);
  };
  const make = (node: Node, room: number): Parts => {
    switch (node.name) {
      case 'ref':
        return all(body(node), room);
      case 'element':
        return { attributes: '', content: element(node, room - 1) };
      case 'attribute':
        return { attributes: ` ${namesOf(node)![0]}="${value(patterns(node), room)}"`, content: '' };
      case 'choice': {
        const fitting = patterns(node).filter((part) => height(part) <= room);
        const lowest = patterns(node).toSorted((one, other) => height(one) - height(other))[0]!;
        return make(fitting.length > 0 ? pick(fitting) : lowest, room);
      }
      case 'optional':
        return patterns(node).every((part) => height(part) <= room) && random(3) === 0
          ? all(patterns(node), room)
          : NONE;
      case 'zeroOrMore':
        return isWildcard(patterns(node)[0]!) ? NONE : times(node, room, 0);
      case 'oneOrMore':
        return times(node, room, 1);
      case 'group':
        return all(patterns(node), room);
      case 'list':
        return {
          attributes: '',
          content: patterns(node)
            .map((part) => spaced(part, room))
            .join(' '),
        };
      case 'text':
        return { attributes: '', content: ' words ' };
      case 'data':
      case 'value':
        return { attributes: '', content: valueOf(node) };
      case 'empty':
        return NONE;
      default:
        throw new Error(`<${node.name}> cannot be made up`);
    }
  };
  const value = (nodes: readonly Node[], room: number): string =>
    nodes.length === 0 ? 'words' : all(nodes, room).content.trim();
  /** Values in a list are separated by spaces. */
  const spaced = (node: Node, room: number): string => {
    if (node.name === 'ref')
      return body(node)
        .map((part) => spaced(part, room))
        .join(' ');
    if (['group', 'oneOrMore', 'zeroOrMore', 'optional'].includes(node.name)) {
      const count = node.name === 'oneOrMore' ? 1 + random(2) : node.name === 'group' ? 1 : random(2);
      return Array.from({ length: count }, () =>
        patterns(node)
          .map((part) => spaced(part, room))
          .join(' '),
      ).join(' ');
    }
    // An empty value cannot be in a list.
    return make(node, room).content || 'und';
  };
  const element = (node: Node, room: number): string => {
    const name = namesOf(node)?.[0];
    if (name === undefined) return '<x xmlns="urn:example:other"/>';
    made += 1;
    const { attributes, content } = all(patterns(node), made > ENOUGH ? 0 : room);
    const [, ns, local] = /^(?:\{(.*)\})?(.*)$/.exec(name)!;
    return `<${local}${ns ? ` xmlns="${ns}"` : ''}${attributes}>${content}</${local}>`;
  };
  return (name) => {
    const node = grammar.definitions.get(name)!.body[0]!;
    made = 0;
    const text = element(node, height(node) + 2);
    return text.includes(`<${name} xmlns`)
      ? text
      : text.replace(`<${name}`, `<${name} xmlns="http://www.tei-c.org/ns/1.0"`);
  };
}

/** After so many elements a document is brought to its end as soon as the grammar allows. */
const ENOUGH = 50;

const isWildcard = (node: Node): boolean => node.name === 'attribute' && namesOf(node) === undefined;

/** Numbers below a limit that look random and are the same every time (a linear congruential generator). */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** How many elements must at least are in one another to satisfy each pattern. */
function heightsOf(grammar: Grammar): Map<Node, number> {
  const heights = new Map<Node, number>();
  const bodies = [...grammar.definitions.values()];
  const measure = (node: Node): number => {
    const parts = patterns(node).map((part) => measure(part));
    const most = Math.max(0, ...parts);
    const kinds: Record<string, number> = {
      optional: 0,
      zeroOrMore: 0,
      attribute: 0,
      notAllowed: Infinity,
      element: most + 1,
    };
    const found =
      node.name === 'ref'
        ? ofDefinition(node.attributes.name!)
        : node.name === 'choice'
          ? Math.min(...parts)
          : (kinds[node.name] ?? most);
    heights.set(node, found);
    return found;
  };
  const known = new Map<string, number>();
  const ofDefinition = (name: string): number => known.get(name) ?? Infinity;
  for (let changed = true; changed;) {
    changed = false;
    for (const { name, body } of bodies) {
      const found = Math.max(0, ...body.map(measure));
      if (found !== ofDefinition(name)) changed = true;
      known.set(name, found);
    }
  }
  return heights;
}
