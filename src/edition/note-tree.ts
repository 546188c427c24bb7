import { isInTei } from '../model/read-tei/elements.ts';
import type { SourceText } from '../source/text.ts';
import { scanXml, type XmlTag } from '../source/xml.ts';
import { madeLimits } from '../source/scan/events.ts';

/** A file as a light tree, in which the places of its tags are known. */

export interface TreeText {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly parent: TreeElement;
}

export interface TreeElement {
  readonly name: string;
  readonly tag: XmlTag;
  readonly parent: TreeElement | undefined;
  readonly children: (TreeElement | TreeText)[];
  /** Where its end tag begins and ends. */
  endTag: number;
  end: number;
}

export const isElement = (node: TreeElement | TreeText): node is TreeElement => 'tag' in node;

export function attribute({ tag }: TreeElement, name: string): string {
  for (const one of tag.attributes) if (one.name === name) return one.value;
  return '';
}

/** The tree of a file. An element of another namespace has no name. */
export function treeOf(source: SourceText): TreeElement {
  const tag: XmlTag = { name: '', local: '', uri: '', attributes: [], start: -1, end: 0, empty: false };
  const root: TreeElement = { name: '', tag, parent: undefined, children: [], endTag: 0, end: 0 };
  let at = root;
  scanXml(
    source,
    {
      open: (opened) => {
        const name = isInTei(opened) ? opened.local : '';
        const element: TreeElement = { name, tag: opened, parent: at, children: [], endTag: 0, end: 0 };
        at.children.push(element);
        at = element;
      },
      close: (_, start, end) => {
        [at.endTag, at.end] = [start, end];
        at = at.parent!;
      },
      text: (value, start, end) => {
        at.children.push({ value, start, end, parent: at });
      },
    },
    { limits: madeLimits },
  );
  return root;
}

/** The nearest element around a node of which something is true. */
export function nearest(
  node: TreeElement | TreeText,
  test: (element: TreeElement) => boolean,
): TreeElement | undefined {
  let at = node.parent;
  while (at && !test(at)) at = at.parent;
  return at;
}

/** What language an element is in: what it says, else what is around it says. */
export const languageOf = (element: TreeElement | undefined): string | undefined => {
  for (let at = element; at; at = at.parent) {
    const own = at.tag.attributes.find(({ name }) => name === 'xml:lang');
    if (own) return own.value;
  }
  return undefined;
};
