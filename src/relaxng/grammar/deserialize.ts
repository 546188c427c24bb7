import type { Datatype, Param } from '../datatypes/datatype.ts';
import { findDatatype } from '../datatypes/library.ts';
import type { NameClass } from './name-class.ts';
import { EMPTY, NOT_ALLOWED, TEXT } from './nodes.ts';
import type { Documentation, ElementNode, Grammar, Node } from './nodes.ts';
import { FORMAT, kinds } from './serialize.ts';
import type { SerialGrammar, SerialNames } from './serialize.ts';

/** Reads what `serializeGrammar` wrote; `undefined` where the text is of another version or damaged. */
export function deserializeGrammar(text: string): Grammar | undefined {
  const first = text.indexOf('\n');
  const second = text.indexOf('\n', first + 1);
  if (second < 0 || text.slice(0, first) !== FORMAT) return undefined;
  try {
    const serial = JSON.parse(text.slice(first + 1, second)) as SerialGrammar;
    return readGrammar(serial, documentationLater(text.slice(second + 1)));
  } catch {
    // Whatever is wrong with it, the schema itself is available and can be read instead.
    return undefined;
  }
}

/** What the schema says in words is read when somebody asks. */
function documentationLater(json: string): Documentation {
  let texts: readonly string[] | undefined;
  return (index) => (texts ??= JSON.parse(json) as readonly string[])[index] ?? '';
}

interface Reader {
  readonly serial: SerialGrammar;
  readonly types: (Datatype | undefined)[];
  readonly names: readonly NameClass[];
  readonly elements: readonly ElementNode[];
  readonly nodes: Node[];
  at: number;
}

function readGrammar(serial: SerialGrammar, documentation: Documentation): Grammar {
  const names = serial.names.map((one) => readNames(one, serial.strings));
  const elements: ElementNode[] = [];
  for (let i = 0; i < serial.elements.length; i += 3) {
    const [nameNumber, , number] = serial.elements.slice(i, i + 3) as [number, number, number];
    elements.push({ kind: 'element', names: names[nameNumber]!, content: NOT_ALLOWED, documentation: number });
  }
  const reader: Reader = { serial, types: [], names, elements, nodes: [], at: 0 };
  while (reader.at < serial.nodes.length) reader.nodes.push(readNode(reader));
  elements.forEach((element, i) => {
    element.content = nodeAt(reader, serial.elements[i * 3 + 1]!);
  });
  return { start: nodeAt(reader, serial.start), elements, documentation };
}

function nodeAt(reader: Reader, number: number): Node {
  const node = reader.nodes[number];
  if (node === undefined) throw new RangeError('a grammar refers to a node that it does not have');
  return node;
}

function readNames(serial: SerialNames, strings: readonly string[]): NameClass {
  const [kind, ...rest] = serial;
  const text = (number: number | SerialNames | undefined): string => strings[number as number]!;
  const inner = (one: number | SerialNames | undefined): NameClass | undefined =>
    one === undefined ? undefined : readNames(one as SerialNames, strings);
  if (kind === 0) return { kind: 'name', uri: text(rest[0]), local: text(rest[1]) };
  if (kind === 1) return { kind: 'anyName', except: inner(rest[0]) };
  if (kind === 2) return { kind: 'nsName', uri: text(rest[0]), except: inner(rest[1]) };
  return { kind: 'choice', of: rest.map((one) => readNames(one as SerialNames, strings)) };
}

function readNode(reader: Reader): Node {
  const { strings, nodes } = reader.serial;
  const next = (): number => nodes[reader.at++]!;
  const kind = kinds[next()];
  switch (kind) {
    case 'empty':
      return EMPTY;
    case 'notAllowed':
      return NOT_ALLOWED;
    case 'text':
      return TEXT;
    case 'choice':
    case 'group':
    case 'interleave': {
      const of: Node[] = [];
      for (let left = next(); left > 0; left--) of.push(nodeAt(reader, next()));
      return { kind, of };
    }
    case 'oneOrMore':
    case 'list':
      return { kind, of: nodeAt(reader, next()) };
    case 'data': {
      const type = typeAt(reader, next());
      const except = next();
      return { kind, type, except: except < 0 ? undefined : nodeAt(reader, except) };
    }
    case 'value': {
      const type = typeAt(reader, next());
      return { kind, type, literal: strings[next()]!, key: strings[next()]!, documentation: next() };
    }
    case 'attribute': {
      const names = reader.names[next()]!;
      return { kind, names, of: nodeAt(reader, next()), documentation: next() };
    }
    case 'element':
      return reader.elements[next()]!;
    default:
      throw new RangeError('a grammar contains a node of an unknown kind');
  }
}

function typeAt(reader: Reader, number: number): Datatype {
  const known = reader.types[number];
  if (known !== undefined) return known;
  const texts = reader.serial.types[number]!.map((one) => reader.serial.strings[one]!);
  const [library, name, ...facets] = texts as [string, string, ...string[]];
  const params: Param[] = [];
  for (let i = 0; i < facets.length; i += 2) params.push({ name: facets[i]!, value: facets[i + 1]! });
  const type = findDatatype(library, name, params);
  if (typeof type === 'string') throw new RangeError(type);
  reader.types[number] = type;
  return type;
}
