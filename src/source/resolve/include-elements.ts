import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../text.ts';
import { scanXml, type XmlAttribute, type XmlLimits, type XmlTag } from '../xml.ts';
import { placed } from './placed.ts';

/** What has to be known of a file to include others in it, or it in others. */

export const xincludeNamespace = 'http://www.w3.org/2001/XInclude';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** An element, with those around it. */
export interface Node {
  readonly tag: XmlTag;
  readonly outer: Node | undefined;
}

/** The value of an attribute by its name as written. */
export const attributeOf = ({ tag }: Node, name: string): string | undefined =>
  tag.attributes.find((one) => one.name === name)?.value;

/** Whether an element is somewhere in a `teiHeader`. */
export function isInHeader(node: Node): boolean {
  let around = node.outer;
  while (around && around.tag.local !== 'teiHeader') around = around.outer;
  return around !== undefined;
}

export interface IncludeElement extends Range {
  readonly node: Node;
  /** What is inside `xi:fallback`. */
  fallback?: Range;
  /** Something in it is not as XInclude wants it. */
  wrong?: string;
}

export interface IncludeElements {
  /** In the order of the text; those in a fallback come after the include whose fallback it is. */
  readonly includes: readonly IncludeElement[];
  readonly root: (Range & { readonly node: Node }) | undefined;
  /** Elements with an `xml:id`; of those with the same the first. */
  readonly ids: ReadonlyMap<string, Range & { readonly node: Node }>;
  /** The `text` elements of a TEI file. */
  readonly texts: readonly Range[];
  /** Attributes with an address that may lead to another file, in order. */
  readonly pointers: readonly XmlAttribute[];
  /** What is not well-formed, with the places in the file itself. */
  readonly findings: readonly Finding[];
}

/** Attributes of TEI whose values are addresses. */
const addressing: ReadonlySet<string> = new Set(
  `target targetEnd ref corresp who next prev sameAs copyOf synch exclude select spanTo parent active passive mutual wit resp toWhom lemmaRef
  origin nymRef period ana rendition hand decls change facs source scheme ed edRef calendar datingMethod scribeRef decoration metDecl
  url`.split(/\s+/),
);

type Open<T> = { -readonly [K in keyof T]: T[K] };

const isXInclude = ({ tag }: Node, local: string): boolean => tag.uri === xincludeNamespace && tag.local === local;

class IncludeReader {
  readonly includes: Open<IncludeElement>[] = [];
  readonly ids = new Map<string, Open<Range> & { readonly node: Node }>();
  readonly texts: Range[] = [];
  readonly pointers: XmlAttribute[] = [];
  root: (Open<Range> & { readonly node: Node }) | undefined;
  #node: Node | undefined;
  /** What is open and will have an end. */
  readonly #waiting: { readonly node: Node; readonly end: (start: number, end: number) => void }[] = [];

  open(tag: XmlTag): void {
    const node: Node = { tag, outer: this.#node };
    this.#node = node;
    const range = { start: tag.start, end: tag.end, node };
    const ends = (take: (start: number, end: number) => void): void => void this.#waiting.push({ node, end: take });
    if (node.outer === undefined && !this.root) {
      this.root = range;
      ends((_, end) => (range.end = end));
    }
    const id = tag.attributes.find(({ name }) => name === 'xml:id')?.value.trim();
    if (id !== undefined && !this.ids.has(id)) {
      const own = { ...range };
      this.ids.set(id, own);
      ends((_, end) => (own.end = end));
    }
    if (tag.local === 'text') ends((_, end) => this.texts.push({ start: tag.start, end }));
    for (const one of tag.attributes) if (addressing.has(one.name) && /[/.]/.test(one.value)) this.pointers.push(one);
    if (tag.uri === xincludeNamespace) this.#openOwn(node, ends);
  }

  #openOwn(node: Node, ends: (take: (start: number, end: number) => void) => void): void {
    const { tag, outer } = node;
    if (tag.local === 'include') {
      const include: Open<IncludeElement> = { start: tag.start, end: tag.end, node };
      this.includes.push(include);
      ends((_, end) => (include.end = end));
      if (outer && isXInclude(outer, 'include')) this.#of(outer).wrong = '<xi:include> is directly in another one.';
      return;
    }
    const include = outer && isXInclude(outer, 'include') ? this.#of(outer) : undefined;
    if (!include || tag.local !== 'fallback') return;
    if (include.fallback) include.wrong = 'There are two <xi:fallback>.';
    include.fallback = { start: tag.end, end: tag.end };
    ends((start) => (include.fallback = { start: tag.end, end: start }));
  }

  #of(node: Node): Open<IncludeElement> {
    return this.includes.findLast((one) => one.node === node)!;
  }

  close(tag: XmlTag, start: number, end: number): void {
    this.#node = this.#node?.outer;
    while (this.#waiting.at(-1)?.node.tag === tag) this.#waiting.pop()!.end(start, end);
  }
}

/** Reads where the includes and ids of a text are; what is not well-formed is among the findings. */
export function includeElements(source: SourceText, limits: Partial<XmlLimits>): IncludeElements {
  const reader = new IncludeReader();
  const handler = { open: reader.open.bind(reader), close: reader.close.bind(reader) };
  const findings = placed(scanXml(source, handler, { limits }), [source]);
  const { includes, root, ids, texts, pointers } = reader;
  return { includes, root, ids, texts, pointers, findings };
}
