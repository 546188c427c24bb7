import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import { scanXml } from '../../source/xml.ts';
import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import type { SchemaAttribute, SchemaElement, SchemaNode } from './tree.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';

type Growing = SchemaElement & { children: SchemaNode[]; end: number };

/** Reads a schema in XML syntax; `root` is missing where the file is not well-formed. */
export function readSchemaXml(source: SourceText): { root?: SchemaElement; findings: Finding[] } {
  const builder = treeBuilder(source);
  const findings = scanXml(source, builder.handler);
  const root = builder.root();
  return findings.length > 0 || root === undefined ? { findings } : { root, findings };
}

function treeBuilder(source: SourceText): { handler: XmlHandler; root: () => SchemaElement | undefined } {
  const open: Growing[] = [];
  let root: SchemaElement | undefined;
  const noNamespaces: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
  const handler: XmlHandler = {
    open: (tag) => {
      const parent = open.at(-1);
      const element = makeElement(source, tag, parent?.namespaces ?? noNamespaces);
      if (parent === undefined) root = element;
      else parent.children.push(element);
      open.push(element);
    },
    close: (_, __, end) => {
      const element = open.pop();
      if (element !== undefined) element.end = end;
    },
    text: (value) => {
      const children = open.at(-1)!.children;
      const last = children.at(-1);
      if (last?.kind === 'text') children[children.length - 1] = { kind: 'text', value: last.value + value };
      else children.push({ kind: 'text', value });
    },
    comment: (value) => open.at(-1)?.children.push({ kind: 'comment', value }),
  };
  return { handler, root: () => root };
}

function makeElement(source: SourceText, tag: XmlTag, outer: ReadonlyMap<string, string>): Growing {
  const declarations = tag.attributes.filter((one) => one.uri === XMLNS);
  const namespaces =
    declarations.length === 0
      ? outer
      : new Map([...outer, ...declarations.map((one) => [one.name === 'xmlns' ? '' : one.local, one.value] as const)]);
  return {
    kind: 'element',
    uri: tag.uri,
    local: tag.local,
    prefix: prefixOf(tag.name, tag.local),
    attributes: tag.attributes.filter((one) => one.uri !== XMLNS).map(makeAttribute),
    children: [],
    namespaces,
    source,
    start: tag.start,
    end: tag.end,
  };
}

const prefixOf = (name: string, local: string): string => (name === local ? '' : name.slice(0, -local.length - 1));

function makeAttribute(one: XmlTag['attributes'][number]): SchemaAttribute {
  const { uri, local, value, start } = one;
  return { uri, local, prefix: prefixOf(one.name, local), value, start, end: one.valueEnd + 1 };
}
