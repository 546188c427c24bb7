import fs from 'node:fs';
import { deserialize } from 'node:v8';
import { confine } from '../confine.ts';
import {
  confineEngine,
  loadStylesheet,
  type ResultNode,
  type Stylesheet,
  transform,
  transformText,
} from '../engine.ts';
import { TreeNumbers } from '../number-tree.ts';
import { treeOfMany } from '../source-tree.ts';
import type { OverlayAnswer, OverlayError, OverlayQuestion, SentNode } from './messages.ts';

/**
 * The process in which stylesheets of an edition run (`lib/overlay-process.js`, an entry of its own): confined. Each unit is a tree of its own, so that no template
 * can look at another one.
 */

const write = fs.writeSync;

function sent(node: ResultNode): SentNode {
  if (node.nodeType === 3) return node.data ?? node.nodeValue ?? '';
  const attributes: string[] = [];
  for (let i = 0; i < (node.attributes?.length ?? 0); i++)
    attributes.push(node.attributes![i]!.name, node.attributes![i]!.value);
  const children: SentNode[] = [];
  for (let i = 0; i < node.childNodes.length; i++) {
    const { nodeType } = node.childNodes[i]!;
    if (nodeType === 1 || nodeType === 3) children.push(sent(node.childNodes[i]!));
  }
  return [node.localName, attributes, children];
}

const elementsIn = ({ childNodes }: ResultNode): ResultNode[] =>
  Array.from(childNodes).filter(({ nodeType }) => nodeType === 1);

/** The section of a unit in a result: nothing else may be around it. */
function sectionIn(batch: ResultNode): ResultNode {
  const [unit, ...units] = batch.localName === 'batch' ? elementsIn(batch) : [];
  const [section] = unit?.localName === 'unit' && units.length === 0 ? elementsIn(unit) : [];
  if (section?.localName !== 'section')
    throw new Error('the unit as a whole did not become a section: a template took its place');
  return section;
}

function result(stylesheet: Stylesheet, { xml, numbering }: OverlayQuestion['units'][number]): SentNode {
  const tree = treeOfMany('urn:octavo:unit', 'o:batch', [xml], (document, element) => {
    if (numbering) new TreeNumbers(document, numbering).number(element);
  });
  return sent(sectionIn(transform(stylesheet, tree)));
}

function errorOf(error: unknown, unit: number): OverlayError {
  if (!(error instanceof Error)) return { unit, message: String(error) };
  const { xsltLineNr: line, xsltModule: module } = error as { xsltLineNr?: string; xsltModule?: string } & Error;
  const isDeep = error instanceof RangeError;
  return {
    unit,
    message: isDeep ? 'its templates call each other without end, or nearly so' : error.message,
    ...(line !== undefined && { line: Number(line) }),
    ...(module !== undefined && { module }),
  };
}

const nowhere = { source: 'urn:octavo:unit', stylesheet: 'urn:octavo:stylesheet' };

function answerOf({ sef, as, units }: OverlayQuestion): OverlayAnswer {
  const stylesheet = loadStylesheet(sef);
  const sections: SentNode[] = [];
  for (const [i, unit] of units.entries()) {
    try {
      sections.push(as === 'text' ? transformText(stylesheet, unit.xml, nowhere) : result(stylesheet, unit));
    } catch (error) {
      return { error: errorOf(error, i) };
    }
  }
  return { sections };
}

function work(): void {
  const question = deserialize(fs.readFileSync(0)) as OverlayQuestion;
  confineEngine(() => {
    throw new Error('it is out of reach');
  });
  confine();
  const bytes = Buffer.from(JSON.stringify(answerOf(question)), 'utf8');
  for (let at = 0; at < bytes.length;) {
    try {
      at += write(1, bytes, at, bytes.length - at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

work();
