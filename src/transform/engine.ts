import { createRequire } from 'node:module';
import { packageFile } from '../source/package-files.ts';
import { type EngineModule, refuseNetwork, runModule } from './engine-code.ts';

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
  readonly lastChild?: EngineNode | null;
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
  getPlatform(): Record<string, unknown>;
  XPath: { evaluate(expression: string, context: unknown, options: object): unknown };
}

let loaded: EngineModule | undefined;

/** What that program loads. */
export const compilerModules: readonly string[] = ['fs', 'path', 'url', 'util', 'stream', 'saxon-js'];

/** The file of the engine. */
export const engineProgram = (): string => createRequire(import.meta.url).resolve('saxon-js');

function engine(): EngineModule {
  if (loaded) return loaded;
  loaded = runModule(engineProgram(), packageFile('lib', 'engine.code'), { axios: refuseNetwork });
  return loaded;
}

const saxon = (): Saxon => engine().exports as Saxon;

/** What to keep in `lib/engine.code`. */
export const engineCode = (): Buffer => engine().compiledCode();

/** The program that compiles stylesheets for the engine. */
export const compilerProgram = (): string => createRequire(import.meta.url).resolve('xslt3');

type EngineError = new (message: string, code: string) => Error;

/** The class of the engine's own errors, which it does not give away otherwise: it takes any other for the text of a document. */
function engineError(): EngineError {
  try {
    saxon().XPath.evaluate('error()', null, {});
  } catch (error) {
    return (error as Error).constructor as EngineError;
  }
  throw new Error('the engine has no errors');
}

/**
 * Takes from the engine, for the rest of the process's life, all it could reach the world with: it finds no JavaScript by name, opens no
 * connection and writes nothing. Documents are what `read` answers for their addresses; where it throws, they are not there.
 */
export function confineEngine(read: (address: string) => string): void {
  const platform = saxon().getPlatform();
  const refuse = (): never => {
    throw new Error('out of reach for a stylesheet');
  };
  const doors = 'makeHttpRequest writeFileAsync writeFileSync resourcePromise resource expose getStdOut makeBuffer cwd';
  for (const name of doors.split(' ')) platform[name] = refuse;
  const NotThere = engineError();
  platform['readFile'] = (address: unknown) => {
    try {
      return read(String(address));
    } catch (error) {
      throw new NotThere(`${String(address).replace(/^.*\//, '')}: ${(error as Error).message}`, 'FODC0002');
    }
  };
  platform['saxonPrint'] = (): void => undefined;
  platform['globalObject'] = Object.freeze(Object.create(null));
}

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
  throw new Error('the stylesheet did not create an element');
}

/** Runs a stylesheet of a user over an XML text; the result as text. Throws what SaxonJS throws. */
export function transformText(stylesheet: Stylesheet, xml: string, addresses: Addresses): string {
  const { principalResult } = saxon().transform(
    {
      stylesheetInternal: stylesheet,
      stylesheetBaseURI: addresses.stylesheet,
      sourceText: xml,
      sourceBaseURI: addresses.source,
      destination: 'serialized',
    },
    'sync',
  );
  return principalResult as unknown as string;
}

/** Where a stylesheet of a user finds itself. */
export interface Addresses {
  /** Of the source, as `base-uri()` answers it. */
  readonly source: string;
  /** Of the stylesheet: `document('')` reads it, and other addresses are relative to it. */
  readonly stylesheet: string;
}
