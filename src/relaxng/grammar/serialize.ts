import type { Datatype } from '../datatypes/datatype.ts';
import type { NameClass } from './name-class.ts';
import type { ElementNode, Grammar, Node } from './nodes.ts';

/** The version of the form below; a text of another version is not read. */
export const FORMAT = 'octavo-grammar 1';

/** What is written for each kind of node; the place in the list is its number. */
export const kinds = [
  'empty',
  'notAllowed',
  'text',
  'choice',
  'group',
  'interleave',
  'oneOrMore',
  'list',
  'data',
  'value',
  'attribute',
  'element',
] as const satisfies readonly Node['kind'][];

/** The first line of the text after the format, as JSON. Numbers in `nodes` point at nodes before them or into the other lists. */
export interface SerialGrammar {
  readonly strings: readonly string[];
  /** Library, name, and the facets, as numbers of strings. */
  readonly types: readonly (readonly number[])[];
  readonly names: readonly SerialNames[];
  readonly nodes: readonly number[];
  /** Names, content, documentation, three numbers an element. */
  readonly elements: readonly number[];
  readonly start: number;
}

/** `[0, uri, local]`, `[1, except?]` for any name, `[2, uri, except?]` for a namespace, `[3, …]` for a choice. */
export type SerialNames = readonly (number | SerialNames)[];

interface Writer {
  readonly strings: Map<string, number>;
  readonly types: Map<Datatype, number>;
  readonly typeList: number[][];
  readonly names: Map<string, number>;
  readonly nameList: SerialNames[];
  readonly elements: Map<ElementNode, number>;
  readonly nodes: number[];
  readonly numbers: Map<Node, number>;
  documentations: number;
}

/**
 * Writes a grammar as text that `deserializeGrammar` reads far quicker than a schema: three lines, the format, the grammar and what it
 * says in words. The same grammar gives the same text.
 */
export function serializeGrammar(grammar: Grammar): string {
  const writer: Writer = {
    strings: new Map(),
    types: new Map(),
    typeList: [],
    names: new Map(),
    nameList: [],
    elements: new Map(grammar.elements.map((element, i) => [element, i])),
    nodes: [],
    numbers: new Map(),
    documentations: 0,
  };
  const start = writeNode(grammar.start, writer);
  const elements = grammar.elements.flatMap(({ names, content, documentation }) => {
    writer.documentations = Math.max(writer.documentations, documentation);
    return [writeNames(names, writer), writeNode(content, writer), documentation];
  });
  const { typeList: types, nameList: names, nodes } = writer;
  const serial: SerialGrammar = { strings: [...writer.strings.keys()], types, names, nodes, elements, start };
  const texts = Array.from({ length: writer.documentations + 1 }, (_, i) => grammar.documentation(i));
  return `${FORMAT}\n${JSON.stringify(serial)}\n${JSON.stringify(texts)}\n`;
}

function stringNumber(text: string, { strings }: Writer): number {
  const known = strings.get(text);
  if (known !== undefined) return known;
  strings.set(text, strings.size);
  return strings.size - 1;
}

function typeNumber(type: Datatype, writer: Writer): number {
  const known = writer.types.get(type);
  if (known !== undefined) return known;
  const texts = [type.library, type.name, ...type.params.flatMap(({ name, value }) => [name, value])];
  writer.types.set(type, writer.typeList.length);
  return writer.typeList.push(texts.map((text) => stringNumber(text, writer))) - 1;
}

function writeNames(names: NameClass, writer: Writer): number {
  const serial = serialNames(names, writer);
  const key = JSON.stringify(serial);
  const known = writer.names.get(key);
  if (known !== undefined) return known;
  writer.names.set(key, writer.nameList.length);
  return writer.nameList.push(serial) - 1;
}

function serialNames(names: NameClass, writer: Writer): SerialNames {
  const text = (value: string): number => stringNumber(value, writer);
  switch (names.kind) {
    case 'name':
      return [0, text(names.uri), text(names.local)];
    case 'anyName':
      return names.except === undefined ? [1] : [1, serialNames(names.except, writer)];
    case 'nsName':
      return names.except === undefined
        ? [2, text(names.uri)]
        : [2, text(names.uri), serialNames(names.except, writer)];
    case 'choice':
      return [3, ...names.of.map((one) => serialNames(one, writer))];
  }
}

/** Children first, so that a reader needs to look back only. */
function writeNode(node: Node, writer: Writer): number {
  const known = writer.numbers.get(node);
  if (known !== undefined) return known;
  const line = [kinds.indexOf(node.kind), ...argumentsOf(node, writer)];
  writer.nodes.push(...line);
  const number = writer.numbers.size;
  writer.numbers.set(node, number);
  return number;
}

function argumentsOf(node: Node, writer: Writer): number[] {
  switch (node.kind) {
    case 'choice':
    case 'group':
    case 'interleave':
      return [node.of.length, ...node.of.map((one) => writeNode(one, writer))];
    case 'oneOrMore':
    case 'list':
      return [writeNode(node.of, writer)];
    case 'data':
      return [typeNumber(node.type, writer), node.except === undefined ? -1 : writeNode(node.except, writer)];
    case 'value':
      return [
        typeNumber(node.type, writer),
        stringNumber(node.literal, writer),
        stringNumber(node.key, writer),
        seen(node.documentation, writer),
      ];
    case 'attribute':
      return [writeNames(node.names, writer), writeNode(node.of, writer), seen(node.documentation, writer)];
    case 'element':
      return [writer.elements.get(node)!];
    default:
      return [];
  }
}

function seen(documentation: number, writer: Writer): number {
  writer.documentations = Math.max(writer.documentations, documentation);
  return documentation;
}
