import { createRequire } from 'node:module';
import { packageFile } from '../source/package-files.ts';
import { type EngineModule, runModule } from './engine-code.ts';

/** The XSLT engine. The only file that knows SaxonJS; it is loaded at the first transformation, since loading costs 0.15 s. */

/** A node of a result tree, as much of the DOM as we use. */
export interface ResultNode {
  /** 1 element, 3 text, 9 document. */
  readonly nodeType: number;
  readonly localName: string;
  readonly data?: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<ResultNode>;
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>;
}

/** A node of a tree that is made for the engine, as much of the DOM (level 2) as we use. */
export interface EngineNode {
  appendChild(child: EngineNode): void;
  setAttributeNode(attribute: EngineNode): void;
  value?: string;
  nodeValue: string | null;
}

export interface EngineDocument extends EngineNode {
  createElementNS(uri: string, name: string): EngineNode;
  createAttributeNS(uri: string, name: string): EngineNode;
  createTextNode(value: string): EngineNode;
  createComment(value: string): EngineNode;
  createProcessingInstruction(target: string, data: string): EngineNode;
}

interface Implementation {
  createDocument(uri: string, name: string, doctype: null): EngineDocument;
}

/** A stylesheet ready to run; opaque. */
export type Stylesheet = object;

interface Saxon {
  transform(options: object, mode: 'sync'): { principalResult: ResultNode | null; stylesheetInternal: Stylesheet };
  XPath: { evaluate(expression: string, context: unknown, options: object): unknown };
}

let loaded: EngineModule | undefined;

/**
 * Puts an empty module in the place of the engine's HTTP client. A stylesheet or a document must never call out, and not loading the client
 * saves a quarter of the engine's start.
 */
function withoutNetwork(load: NodeJS.Require): void {
  const fromEngine = createRequire(load.resolve('saxon-js'));
  const path = fromEngine.resolve('axios');
  const refuse = (): never => {
    throw new Error('the network is out of reach for stylesheets');
  };
  load.cache[path] ??= {
    id: path,
    filename: path,
    loaded: true,
    exports: Object.assign(refuse, { get: refuse }),
  } as unknown as NodeModule;
}

function engine(): EngineModule {
  if (loaded) return loaded;
  const load = createRequire(import.meta.url);
  withoutNetwork(load);
  loaded = runModule(load.resolve('saxon-js'), packageFile('lib', 'engine.code'));
  return loaded;
}

const saxon = (): Saxon => engine().exports as Saxon;

/** What to keep in `lib/engine.code`. */
export const engineCode = (): Buffer => engine().compiledCode();

/** The program that compiles stylesheets for the engine. */
export const compilerProgram = (): string => createRequire(import.meta.url).resolve('xslt3');

/** Loads the engine now, for those who afterwards can read no files. */
export const loadEngine = (): void => void saxon();

let implementation: Implementation | undefined;

/** A document of the engine with nothing in it. The engine gives its DOM away with any document it has parsed. */
export function emptyDocument(): EngineDocument {
  const parse = (): unknown => saxon().XPath.evaluate("parse-xml('<none/>')", null, {});
  implementation ??= (parse() as { implementation: Implementation }).implementation;
  return implementation.createDocument('', '', null);
}

/** Makes a stylesheet from its compiled form (SEF, JSON text). */
export const loadStylesheet = (sef: string): Stylesheet => JSON.parse(sef) as Stylesheet;

/** Runs a stylesheet over a tree; the result is its document element. Throws what SaxonJS throws: a fault of the stylesheet or of the program. */
export function transform(stylesheet: Stylesheet, source: EngineDocument): ResultNode {
  const { principalResult } = saxon().transform(
    { stylesheetInternal: stylesheet, sourceNode: source, destination: 'document' },
    'sync',
  );
  const children = principalResult?.childNodes;
  for (let i = 0; children && i < children.length; i++) if (children[i]!.nodeType === 1) return children[i]!;
  throw new Error('the stylesheet made no element');
}

/** Where a stylesheet of a user finds itself, and what it may look at besides the source. */
export interface Surroundings {
  /** Address of the source, as `base-uri()` tells it. */
  readonly source: string;
  /** Address of the stylesheet: `document('')` reads it, and other addresses are relative to it. */
  readonly stylesheet: string;
  /** XML texts by their addresses. */
  readonly documents: Readonly<Record<string, string>>;
}

/** Runs a stylesheet of a user over an XML text; the result as text. Throws what SaxonJS throws. */
export function transformAmong(stylesheet: Stylesheet, xml: string, surroundings: Surroundings): string {
  const api = saxon();
  const parse = (text: string): unknown => api.XPath.evaluate('parse-xml($text)', null, { params: { text } });
  const pool = Object.entries(surroundings.documents).map(([address, text]) => [address, parse(text)] as const);
  const { principalResult } = api.transform(
    {
      stylesheetInternal: stylesheet,
      stylesheetBaseURI: surroundings.stylesheet,
      sourceText: xml,
      sourceBaseURI: surroundings.source,
      documentPool: Object.fromEntries(pool),
      destination: 'serialized',
    },
    'sync',
  );
  return principalResult as unknown as string;
}
