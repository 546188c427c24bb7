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

/** Adds what an XML text holds to an element. Text that comes in pieces is one node. */
class TreeBuilder implements XmlHandler {
  private readonly document: EngineDocument;
  private into: EngineNode;
  private readonly outer: EngineNode[] = [];
  private words = '';
  private readonly examples = new LinesOfExamples();

  constructor(document: EngineDocument, parent: EngineNode) {
    this.document = document;
    this.into = parent;
  }

  open(tag: XmlTag): void {
    const element = this.add(elementOf(this.document, tag));
    this.outer.push(this.into);
    this.into = element;
    this.examples.enter(tag);
  }

  close(): void {
    this.endText();
    this.into = this.outer.pop()!;
    this.examples.leave();
  }

  text(value: string): void {
    const lines = this.examples.read(value);
    if (lines === undefined) this.words = this.words === '' ? value : this.words + value;
    for (const { ends, indent, words } of lines ?? []) {
      for (let i = 1; i <= ends; i++) this.add(lineBreak(this.document, i === ends ? indent : 0));
      this.words += words;
    }
  }

  comment(value: string): void {
    this.add(this.document.createComment(value));
  }

  instruction(target: string, data: string): void {
    this.add(this.document.createProcessingInstruction(target, data));
  }

  private endText(): void {
    if (this.words !== '') this.into.appendChild(this.document.createTextNode(this.words));
    this.words = '';
  }

  private add(node: EngineNode): EngineNode {
    this.endText();
    this.into.appendChild(node);
    return node;
  }
}

/** Adds what an XML text holds to `parent`. Throws where the text is not well-formed: a source is checked before it comes here. */
function addXml(document: EngineDocument, parent: EngineNode, xml: string): void {
  const [fault] = scanXml(sourceText('', xml), new TreeBuilder(document, parent), { limits: madeLimits });
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
