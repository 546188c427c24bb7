import { createRequire } from 'node:module';

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

/** A stylesheet ready to run; opaque. */
export type Stylesheet = object;

interface Saxon {
  transform(options: object, mode: 'sync'): { principalResult: ResultNode | null; stylesheetInternal: Stylesheet };
  XPath: { evaluate(expression: string, context: unknown, options: object): unknown };
}

let loaded: Saxon | undefined;

function saxon(): Saxon {
  loaded ??= createRequire(import.meta.url)('saxon-js') as Saxon;
  return loaded;
}

/** Makes a stylesheet from its compiled form (SEF, JSON text). */
export const loadStylesheet = (sef: string): Stylesheet => JSON.parse(sef) as Stylesheet;

/** Runs a stylesheet over an XML text; the result is its document element. Throws what SaxonJS throws: a fault of the stylesheet or of the program. */
export function transform(stylesheet: Stylesheet, xml: string): ResultNode {
  const { principalResult } = saxon().transform(
    { stylesheetInternal: stylesheet, sourceText: xml, destination: 'document' },
    'sync',
  );
  const children = principalResult?.childNodes;
  for (let i = 0; children && i < children.length; i++) if (children[i]!.nodeType === 1) return children[i]!;
  throw new Error('the stylesheet made no element');
}
