import { readFileSync } from 'node:fs';
import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';

/** An element of a stylesheet. */
export interface XmlNode {
  /** Local name; with `xsl:` before it where it is an instruction. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** A stylesheet as a tree of elements, and its first comment. */
export function readXml(path: string): { readonly root: XmlNode; readonly comment: string } {
  const top: XmlNode[] = [];
  const stack: XmlNode[][] = [top];
  let comment: string | undefined;
  const findings = scanXml(sourceText(path, readFileSync(path, 'utf8')), {
    open: (tag) => {
      const name = tag.uri === 'http://www.w3.org/1999/XSL/Transform' ? `xsl:${tag.local}` : tag.name;
      const attributes = Object.fromEntries(tag.attributes.map(({ name, value }) => [name, value]));
      const children: XmlNode[] = [];
      stack.at(-1)!.push({ name, attributes, children });
      stack.push(children);
    },
    close: () => void stack.pop(),
    comment: (value) => void (comment ??= value),
  });
  if (findings.length > 0) throw new Error(`${path}: ${findings[0]!.message}`);
  return { root: top[0]!, comment: (comment ?? '').replace(/\s+/g, ' ').trim() };
}
