import { madeLimits } from '../source/scan/events.ts';
import { sourceText } from '../source/text.ts';
import { scanXml, type XmlHandler, type XmlTag } from '../source/xml.ts';
import { LinesOfExamples } from './example-lines.ts';
import { type EngineDocument, type EngineNode, emptyDocument } from './engine.ts';

/**
 * XML texts as a tree of the engine. Our own scanner reads them: it has read the file before, so it is warm, and costs less than half of the
 * engine's parser.
 */

const tei = 'http://www.tei-c.org/ns/1.0';

/** Attributes that phase 1 gives to nodes and TEI does not have. What a source may have by such a name says nothing, as any attribute that nobody knows. */
const made = new Set(['id', 'indent', 'is', 'lang', 'looks', 'tei', 'title']);

/** Adds what an XML text holds to `parent`. Throws where the text is not well-formed: a source is checked before it comes here. */
function addXml(document: EngineDocument, parent: EngineNode, xml: string): void {
  let into = parent;
  const outer: EngineNode[] = [];
  let words = '';
  const examples = new LinesOfExamples();
  const endText = (): void => {
    if (words !== '') into.appendChild(document.createTextNode(words));
    words = '';
  };
  const handler: XmlHandler = {
    open: (tag) => {
      endText();
      const element = elementOf(document, tag);
      into.appendChild(element);
      outer.push(into);
      into = element;
      examples.enter(tag);
    },
    close: () => {
      endText();
      into = outer.pop()!;
      examples.leave();
    },
    text: (value) => {
      const lines = examples.read(value);
      if (lines === undefined) words = words === '' ? value : words + value;
      for (const line of lines ?? []) {
        if (line.ends > 0) endText();
        for (let i = 1; i <= line.ends; i++) into.appendChild(lineBreak(document, i === line.ends ? line.indent : 0));
        words += line.words;
      }
    },
    comment: (value) => {
      endText();
      into.appendChild(document.createComment(value));
    },
    instruction: (target, data) => {
      endText();
      into.appendChild(document.createProcessingInstruction(target, data));
    },
  };
  const [fault] = scanXml(sourceText('', xml), handler, { limits: madeLimits });
  if (fault) throw new Error(`phase 1 got XML that is not well-formed: ${fault.message}`);
}

function lineBreak(document: EngineDocument, indent: number): EngineNode {
  const element = document.createElementNS(tei, 'lb');
  if (indent === 0) return element;
  const attribute = document.createAttributeNS('', 'indent');
  attribute.value = String(indent);
  attribute.nodeValue = attribute.value;
  element.setAttributeNode(attribute);
  return element;
}

function elementOf(document: EngineDocument, { name, uri, attributes }: XmlTag): EngineNode {
  const element = document.createElementNS(uri, name);
  for (const attribute of attributes) {
    if (attribute.uri === '' && uri === tei && made.has(attribute.name)) continue;
    const node = document.createAttributeNS(attribute.uri, attribute.name);
    node.value = attribute.value;
    node.nodeValue = attribute.value;
    element.setAttributeNode(node);
  }
  return element;
}

/** The tree of an element in no file, named by namespace and name, that holds the XML texts one after the other. `done`: told of the element of each text. */
export function treeOfMany(
  uri: string,
  name: string,
  texts: readonly string[],
  done?: (document: EngineDocument, element: EngineNode, text: number) => void,
): EngineDocument {
  const document = emptyDocument();
  const root = document.createElementNS(uri, name);
  document.appendChild(root);
  texts.forEach((text, i) => {
    addXml(document, root, text);
    done?.(document, root.lastChild!, i);
  });
  return document;
}
