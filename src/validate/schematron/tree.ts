import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import { scanXml, type XmlTag } from '../../source/xml.ts';

/** A Schematron file as a small tree with places. */

export const schematronNamespace = 'http://purl.oclc.org/dsdl/schematron';

export interface SchNode {
  readonly tag: XmlTag;
  readonly uri: string;
  readonly local: string;
  readonly children: (SchNode | string)[];
  /** After the end tag. */
  end: number;
  readonly source: SourceText;
}

/** Reads a file; the tree is missing where it is not well-formed, which `findings` tell. */
export function readTree(source: SourceText): { root?: SchNode; findings: Finding[] } {
  const open: SchNode[] = [];
  let root: SchNode | undefined;
  const findings = scanXml(source, {
    open: (tag) => {
      const node: SchNode = { tag, uri: tag.uri, local: tag.local, children: [], end: tag.end, source };
      open[open.length - 1]?.children.push(node);
      root ??= node;
      open.push(node);
    },
    text: (value) => {
      open[open.length - 1]?.children.push(value);
    },
    close: (_tag, _start, end) => {
      open.pop()!.end = end;
    },
  });
  return findings.length > 0 || !root ? { findings } : { root, findings };
}

export const attribute = (node: SchNode, name: string): string | undefined =>
  node.tag.attributes.find((one) => one.name === name)?.value;

/** Child elements of Schematron; all, or those of a name. */
export const childNodes = (node: SchNode, ...names: readonly string[]): SchNode[] =>
  node.children.filter(
    (child): child is SchNode =>
      typeof child !== 'string' &&
      child.uri === schematronNamespace &&
      (names.length === 0 || names.includes(child.local)),
  );

/** Child elements of other namespaces. */
export const foreignNodes = (node: SchNode): SchNode[] =>
  node.children.filter((child): child is SchNode => typeof child !== 'string' && child.uri !== schematronNamespace);

/** The words in an element, white space made single. */
export const wordsOf = (node: SchNode): string =>
  node.children
    .map((child) => (typeof child === 'string' ? child : wordsOf(child)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
