import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import { inTei } from './elements.ts';

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

/** One `TEI` element: a file has one, a corpus several. */
export interface Part {
  readonly root: XmlTag;
  /** The corpora it is in, the nearest first. */
  readonly around: readonly XmlTag[];
  /** From the root of the file: `/TEI`, `/teiCorpus/TEI[2]`. */
  readonly xpath: string;
  header: { start: number; end: number } | undefined;
  text: StructureNode | undefined;
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

/** Which elements are documents: an element name and, where wanted, one attribute's value. */
export interface DocumentSelector {
  readonly element: string;
  readonly attribute?: { readonly name: string; readonly value: string };
}

const structural = new Set('text group front body back titlePage div div1 div2 div3 div4 div5 div6 div7'.split(' '));

export const attributeOf = (tag: XmlTag, name: string): string | undefined => {
  for (const a of tag.attributes) if (a.name === name) return a.value;
  return undefined;
};

function selects(selector: DocumentSelector, tag: XmlTag): boolean {
  if (tag.local !== selector.element) return false;
  return !selector.attribute || attributeOf(tag, selector.attribute.name) === selector.attribute.value;
}

/** The step of an XPath to the element; `counts` says how many siblings of each name were met and is brought up to date. */
function step({ local }: XmlTag, counts: Map<string, number>): string {
  const number = (counts.get(local) ?? 0) + 1;
  counts.set(local, number);
  return number === 1 && !local.startsWith('div') ? local : `${local}[${number}]`;
}

export function structureReader(selector: DocumentSelector): { handler: XmlHandler; structure: Structure } {
  const structure: Structure = { parts: [], ids: [], pointers: [], root: undefined };
  const byTag = new Map<XmlTag, StructureNode>();
  /** How many children of each name the open nodes have so far; a search of the siblings would cost the square of their number. */
  const counts = new Map<StructureNode, Map<string, number>>();
  const countsIn = (node: StructureNode | undefined): Map<string, number> => {
    const known = node && counts.get(node);
    if (known !== undefined) return known;
    const none = new Map<string, number>();
    if (node !== undefined) counts.set(node, none);
    return none;
  };
  let current: StructureNode | undefined;
  let header = 0;
  /** Open elements that hold texts, the nearest first: corpora, and `TEI` in which there are others (`TEI` in `TEI`). */
  const corpora: { readonly tag: XmlTag; readonly xpath: string; readonly counts: Map<string, number> }[] = [];

  const keepAttributes = (tag: XmlTag): void => {
    for (const a of tag.attributes) {
      if (a.name === 'xml:id') structure.ids.push({ id: a.value, offset: tag.start });
      else if (a.value.includes('#')) structure.pointers.push(a);
    }
  };
  /** The way to an element that holds texts or is one; each `TEI` in another is counted. */
  const wayTo = ({ local }: XmlTag): string => {
    const [inside] = corpora;
    if (!inside) return `/${local}`;
    const number = (inside.counts.get(local) ?? 0) + 1;
    inside.counts.set(local, number);
    return `${inside.xpath}/${local}${local === 'TEI' || number > 1 ? `[${number}]` : ''}`;
  };
  const newPart = (root: XmlTag, xpath: string): Part => ({
    root,
    around: corpora.map(({ tag }) => tag),
    xpath,
    header: undefined,
    text: undefined,
  });
  const openPart = (tag: XmlTag): void => {
    const xpath = wayTo(tag);
    if (tag.local === 'TEI' || structure.root === tag) structure.parts.push(newPart(tag, xpath));
    if (tag.local === 'TEI' || tag.local === 'teiCorpus') corpora.unshift({ tag, xpath, counts: new Map() });
  };
  const enter = (tag: XmlTag, document: boolean): void => {
    const part = structure.parts[structure.parts.length - 1];
    if (!part || (!current && tag.local !== 'text')) return;
    const siblings = current?.children ?? [];
    const base = current?.xpath ?? part.xpath;
    const node: StructureNode = {
      tag,
      parent: current,
      children: [],
      end: tag.end,
      id: attributeOf(tag, 'xml:id'),
      document,
      xpath: `${base}/${step(tag, countsIn(current))}`,
    };
    siblings.push(node);
    if (!current) part.text = node;
    byTag.set(tag, node);
    current = node;
  };

  const open = (tag: XmlTag): void => {
    if (tag.attributes.length > 0) keepAttributes(tag);
    structure.root ??= tag;
    const name = tag.local;
    if (name === 'TEI' || name === 'teiCorpus' || structure.root === tag) openPart(tag);
    if (name === 'teiHeader' && header++ === 0) structure.parts.at(-1)!.header = { start: tag.start, end: tag.end };
    if (header > 0) return;
    const document = selects(selector, tag);
    if ((document || structural.has(name)) && inTei(tag) === tag) enter(tag, document);
  };
  const close = (tag: XmlTag, _start: number, end: number): void => {
    if (tag.local === 'teiHeader' && --header === 0) structure.parts.at(-1)!.header!.end = end;
    if (tag === corpora[0]?.tag) corpora.shift();
    const node = byTag.get(tag);
    if (!node) return;
    node.end = end;
    counts.delete(node);
    current = node.parent;
  };
  return { handler: { open, close }, structure };
}
