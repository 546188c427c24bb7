import { isAllowedCoreFunction, isAllowedFunction, isAllowedPart, isReserved } from './allowed-code.ts';

/**
 * The wall before the engine: reads the compiled form of a stranger's stylesheet and names what is not allowed in it. Names are resolved there,
 * so nothing hides after a prefix, an alias or a reference to a function.
 */

export interface RefusedCode {
  /** What it is, for a person: `unparsed-text()`, `xsl:evaluate`. */
  readonly name: string;
  /** Line of the stylesheet, counted from 1, where the compiler has noted one. */
  readonly line: number | undefined;
}

type Part = Readonly<Record<string, unknown>>;

const namespaceNames: Readonly<Record<string, string>> = {
  'http://saxonica.com/ns/globalJS': 'js:',
  'http://saxonica.com/ns/interactiveXSLT': 'ixsl:',
  'http://saxon.sf.net/': 'saxon:',
  'http://www.w3.org/2005/xpath-functions': '',
};

/** Instructions by the names that authors know. */
const instructionNames: Readonly<Record<string, string>> = {
  evaluate: 'xsl:evaluate',
  resultDoc: 'xsl:result-document',
  sourceDoc: 'xsl:source-document',
};

function partsOfName(name: string): { namespace: string; local: string } | undefined {
  const match = /^Q\{([^}]*)\}([^{}]+)$/.exec(name);
  return match ? { namespace: match[1]!, local: match[2]! } : undefined;
}

function shown(name: string): string {
  const parts = partsOfName(name);
  if (!parts) return `${name}()`;
  const prefix = namespaceNames[parts.namespace];
  return prefix === undefined ? `${name}()` : `${prefix}${parts.local}()`;
}

/** Whether a function that is called or referred to by its full name may be used; `own` are those of the stylesheet itself. */
function isAllowedName(name: string, own: ReadonlySet<string>): boolean {
  const parts = partsOfName(name);
  if (!parts) return isAllowedCoreFunction(name);
  return isReserved(parts.namespace) ? isAllowedFunction(parts.namespace, parts.local) : own.has(name);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The JavaScript function that a part calls by its name, as the compiler writes `js:NAME(…)`. */
function calledByName(part: Part): string | undefined {
  const [, called] = Array.isArray(part['C']) ? (part['C'] as readonly Part[]) : [];
  const isCall = part['name'] === 'Q{http://saxonica.com/ns/interactiveXSLT}call';
  return isCall && called?.['N'] === 'str' ? `js:${textOf(called['val'])}()` : undefined;
}

/** The word for a part that is not allowed; undefined where it is. */
function refusal(part: Part, own: ReadonlySet<string>): string | undefined {
  const kind = textOf(part['N']);
  const name = textOf(part['name']);
  if (!isAllowedPart(kind)) return instructionNames[kind] ?? `<${kind}>`;
  if (kind === 'fn') return isAllowedCoreFunction(name) ? undefined : shown(name);
  if (['ifCall', 'fnRef', 'acFnRef', 'ufRef', 'ufCall', 'functionCall'].includes(kind))
    return isAllowedName(name, own) ? undefined : (calledByName(part) ?? shown(name));
  // A function of the stylesheet under a name that is reserved could be meant to stand for the engine's.
  if (kind === 'function') return isReserved(partsOfName(name)?.namespace ?? '') ? shown(name) : undefined;
  return undefined;
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** Every object of the compiled form, however it is nested, with the line that is valid for it. No recursion: depth is the author's. */
function* partsOf(root: Part): Generator<{ part: Part; line: number | undefined }> {
  const waiting: { part: Part; line: number | undefined }[] = [{ part: root, line: undefined }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { part } = next;
    const line = typeof part['line'] === 'string' ? Number(part['line']) : next.line;
    if (!Array.isArray(part)) yield { part, line };
    for (const child of Object.values(part)) if (isPart(child)) waiting.push({ part: child, line });
  }
}

/** What a compiled stylesheet (SEF, JSON text) contains that is not allowed, each name once, in the order of its lines. */
export function refusedCode(sef: string): RefusedCode[] {
  const root = JSON.parse(sef) as Part;
  const own = new Set<string>();
  for (const { part } of partsOf(root)) if (part['N'] === 'function') own.add(textOf(part['name']));
  const found = new Map<string, RefusedCode>();
  for (const { part, line } of partsOf(root)) {
    const name = refusal(part, own);
    const known = name === undefined ? undefined : found.get(name);
    if (name !== undefined && (!known || (line ?? 0) < (known.line ?? 0))) found.set(name, { name, line });
  }
  return [...found.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.name < b.name ? -1 : 1));
}
