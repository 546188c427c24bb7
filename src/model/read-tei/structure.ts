import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import type { EditionTable } from '../decides/table.ts';
import { ruleOf } from '../tei/elements.ts';
import { isTei } from './elements.ts';

/** The skeleton of a file: the elements that can be units or hold units, its ids and its pointers. Offsets count in the file's text. */

export interface StructureNode {
  readonly tag: XmlTag;
  readonly parent: StructureNode | undefined;
  readonly children: StructureNode[];
  /** After the end tag. */
  end: number;
  readonly id: string | undefined;
  /** Chosen by the document selector. */
  readonly document: boolean;
  /** From the root, e.g. `/TEI/text/body/div[2]`: TEI names, positions among siblings of the same name. */
  readonly xpath: string;
}

export interface Pointer {
  readonly value: string;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** One text with its header: a file usually has one; a corpus, `TEI` in `TEI` and several `text` in one `TEI` are several. */
export interface Part {
  readonly root: XmlTag;
  /** The corpus, or the `TEI`, that it is directly in. */
  readonly outer: Part | undefined;
  /** The corpora it is in, the nearest first. */
  readonly around: readonly XmlTag[];
  /** From the root of the file: `/TEI`, `/teiCorpus/TEI[2]`. */
  readonly xpath: string;
  header: { start: number; end: number } | undefined;
  text: StructureNode | undefined;
  sourceDoc: StructureNode | undefined;
}

/** The header that holds for a text: its own, else that of what it is in. */
export function headerFor(part: Part): Part['header'] {
  for (let at: Part | undefined = part; at; at = at.outer) if (at.header) return at.header;
  return undefined;
}

export interface Structure {
  readonly parts: Part[];
  /** `xml:id` and the offset of the element that bears it, in order. */
  readonly ids: { id: string; offset: number }[];
  /** Attribute values that hold a `#`, in order. */
  readonly pointers: Pointer[];
  /** Root element, whatever it is. */
  root: XmlTag | undefined;
}

/** Of which witnesses there are texts: all, none, or these ids. */
export type WitnessTexts = 'all' | 'none' | readonly string[];

/** Which elements are documents: an element name and, where wanted, one attribute's value. */
export interface DocumentSelector {
  readonly element: string;
  readonly attribute?: { readonly name: string; readonly value: string };
  /** What the settings say of a text without documents, by its name (`novel.xml`, `corpus.xml#t1`); undefined: its size decides. */
  readonly pages?: (text: string) => number | string | undefined;
  /** What the settings say of the witness whose reading is in the text where an entry of an apparatus has no lemma, by file. */
  readonly base?: (file: string) => string | undefined;
  /** Of which witnesses the settings want texts; absent: of those of an apparatus that has few (`witness-texts.ts`). */
  readonly witnessTexts?: WitnessTexts;
  /** Elements that the settings take for pages. */
  readonly pageElements?: ReadonlySet<string>;
  /** What the edition decides about elements; absent: nothing. */
  readonly table?: EditionTable;
}

export const attributeOf = (tag: XmlTag, name: string): string | undefined => {
  for (const a of tag.attributes) if (a.name === name) return a.value;
  return undefined;
};

/** Whether an element is a document. */
export function selects(selector: DocumentSelector, tag: XmlTag): boolean {
  if (tag.local !== selector.element) return false;
  return !selector.attribute || attributeOf(tag, selector.attribute.name) === selector.attribute.value;
}

/** The step of an XPath to the element; `counts` says how many siblings of each name were met and is brought up to date. */
function step({ local }: XmlTag, counts: Map<string, number>): string {
  const number = (counts.get(local) ?? 0) + 1;
  counts.set(local, number);
  return number === 1 && !local.startsWith('div') ? local : `${local}[${number}]`;
}

/** An open element that holds texts, and how many children of each name it has so far. */
interface Corpus {
  readonly part: Part;
  readonly counts: Map<string, number>;
}

export function structureReader(selector: DocumentSelector): { handler: XmlHandler; structure: Structure } {
  const handler = new StructureReader(selector);
  return { handler, structure: handler.structure };
}

/** Its methods run for every tag. */
class StructureReader implements XmlHandler {
  readonly structure: Structure = { parts: [], ids: [], pointers: [], root: undefined };
  private readonly selector: DocumentSelector;
  private readonly byTag = new Map<XmlTag, StructureNode>();
  /** How many children of each name the open nodes have so far; a search of the siblings would cost the square of their number. */
  private readonly counts = new Map<StructureNode, Map<string, number>>();
  private current: StructureNode | undefined = undefined;
  /** How many headers are open, and where the outermost is. */
  private header = 0;
  private headerRange: { start: number; end: number } | undefined = undefined;
  /** The nearest first: corpora, and `TEI` in which there are others (`TEI` in `TEI`). */
  private readonly corpora: Corpus[] = [];

  constructor(selector: DocumentSelector) {
    this.selector = selector;
  }

  open(tag: XmlTag): void {
    const { structure } = this;
    if (tag.attributes.length > 0) this.keepAttributes(tag);
    structure.root ??= tag;
    const name = tag.local;
    if (!isTei(tag) && structure.root !== tag) return;
    // What is in a header (an example, a description) is not a text of the file.
    if (this.header === 0 && (name === 'TEI' || name === 'teiCorpus' || structure.root === tag)) this.openPart(tag);
    if (name === 'teiHeader' && this.header++ === 0) this.beginHeader(tag);
    if (this.header > 0) return;
    const document = selects(this.selector, tag);
    const isPage = this.selector.pageElements?.has(name) === true;
    if (document || isPage || ruleOf(name)?.unit === true) this.enter(tag, document);
  }

  close(tag: XmlTag, _start: number, end: number): void {
    if (tag.local === 'teiHeader' && isTei(tag) && --this.header === 0) this.headerRange!.end = end;
    if (tag === this.corpora[0]?.part.root) this.corpora.shift();
    const node = this.byTag.get(tag);
    if (!node) return;
    node.end = end;
    this.counts.delete(node);
    this.current = node.parent;
  }

  private keepAttributes(tag: XmlTag): void {
    const { ids, pointers } = this.structure;
    for (const a of tag.attributes) {
      if (a.name === 'xml:id') ids.push({ id: a.value, offset: tag.start });
      else if (a.value.includes('#')) pointers.push(a);
    }
  }

  private beginHeader({ start, end }: XmlTag): void {
    this.headerRange = { start, end };
    const [corpus] = this.corpora;
    if (corpus) corpus.part.header = this.headerRange;
  }

  private openPart(tag: XmlTag): void {
    const around = this.corpora.map(({ part }) => part.root);
    const outer = this.corpora[0]?.part;
    const xpath = this.wayTo(tag);
    const part = { root: tag, outer, around, xpath, header: undefined, text: undefined, sourceDoc: undefined };
    this.structure.parts.push(part);
    this.corpora.unshift({ part, counts: new Map() });
  }

  /** The way to an element that holds texts or is one; each `TEI` in another is counted. */
  private wayTo({ local }: XmlTag): string {
    const [inside] = this.corpora;
    if (!inside) return `/${local}`;
    const number = (inside.counts.get(local) ?? 0) + 1;
    inside.counts.set(local, number);
    return `${inside.part.xpath}/${local}${local === 'TEI' || number > 1 ? `[${number}]` : ''}`;
  }

  private enter(tag: XmlTag, document: boolean): void {
    const { current } = this;
    const [corpus] = this.corpora;
    const isRoot = tag.local === 'text' || tag.local === 'sourceDoc';
    if (!corpus || (!current && !isRoot)) return;
    const { part } = corpus;
    const node: StructureNode = {
      tag,
      parent: current,
      children: [],
      end: tag.end,
      id: attributeOf(tag, 'xml:id'),
      document,
      xpath: `${current?.xpath ?? part.xpath}/${step(tag, current ? this.countsIn(current) : corpus.counts)}`,
    };
    if (current) current.children.push(node);
    else if (tag.local === 'sourceDoc') part.sourceDoc = node;
    else if (part.text) this.structure.parts.push({ ...part, text: node, sourceDoc: undefined });
    else part.text = node;
    this.byTag.set(tag, node);
    this.current = node;
  }

  private countsIn(node: StructureNode): Map<string, number> {
    const known = this.counts.get(node);
    if (known !== undefined) return known;
    const none = new Map<string, number>();
    this.counts.set(node, none);
    return none;
  }
}
