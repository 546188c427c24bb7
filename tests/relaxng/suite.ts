import path from 'node:path';
import { scanXml } from '../../src/source/xml.ts';
import { sourceText } from '../../src/source/text.ts';

/** The folder with public schemas and test suites, next to the repository. */
export const shared = path.resolve(import.meta.dirname, '../../../shared');

/** A test suite is data: its elements, and the text of each as it is in the file. */
export interface SuiteElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SuiteElement[];
  /** Markup of the element itself. */
  outer: string;
  /** What is inside, references resolved. */
  text: string;
}

/** Reads a suite. Its one entity is written out beforehand, since we expand none. */
export function readSuite(xml: string): SuiteElement {
  const text = xml.replace(/<!DOCTYPE[\s\S]*?\]>/, '').replaceAll('&dii;', '<\u0e14\u0e35/>');
  const open: SuiteElement[] = [];
  let root: SuiteElement | undefined;
  const findings = scanXml(sourceText('suite.xml', text), {
    open: (tag) => {
      const attributes = Object.fromEntries(tag.attributes.map((one) => [one.name, one.value]));
      const element = { name: tag.name, attributes, children: [], outer: '', text: '' };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    },
    close: (tag, _, end) => {
      open.pop()!.outer = text.slice(tag.start, end);
    },
    text: (value) => {
      open.at(-1)!.text += value;
    },
  });
  if (root === undefined || findings.length > 0) throw new Error(JSON.stringify(findings[0]));
  return root;
}

/** All elements of a name, in the order of the file. */
export function descendants(element: SuiteElement, name: string): SuiteElement[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => descendants(child, name)),
  ];
}

/** The schemas that a case brings along, by their addresses. */
export function resources(element: SuiteElement, folder = ''): Map<string, SuiteElement> {
  const found = new Map<string, SuiteElement>();
  for (const child of element.children) {
    const name = folder + (child.attributes.name ?? '');
    if (child.name === 'resource') found.set(name, child);
    else if (child.name === 'dir') for (const [key, value] of resources(child, `${name}/`)) found.set(key, value);
  }
  return found;
}
