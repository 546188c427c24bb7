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
  /** Name of the file of the stylesheet, where there are several. */
  readonly module?: string;
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

/** The local name of a function of XPath that a part calls or refers to; undefined where it is another part. */
function coreName(kind: string, name: string): string | undefined {
  if (kind === 'fn') return name;
  const parts = kind === 'fnRef' || kind === 'acFnRef' ? partsOfName(name) : undefined;
  return parts && (namespaceNames[parts.namespace] === '' ? parts.local : undefined);
}

/** The word for a part that is not allowed; undefined where it is. */
function refusal(part: Part, own: ReadonlySet<string>, more: ReadonlySet<string>): string | undefined {
  const kind = textOf(part['N']);
  const name = textOf(part['name']);
  if (more.has(coreName(kind, name) ?? '')) return shown(name);
  if (!isAllowedPart(kind)) return instructionNames[kind] ?? `<${kind}>`;
  if (kind === 'fn') return isAllowedCoreFunction(name) ? undefined : shown(name);
  if (['ifCall', 'fnRef', 'acFnRef', 'ufRef', 'ufCall', 'functionCall'].includes(kind))
    return isAllowedName(name, own) ? undefined : (calledByName(part) ?? shown(name));
  // A function of the stylesheet under a name that is reserved could be meant to stand for the engine's.
  if (kind === 'function') return isReserved(partsOfName(name)?.namespace ?? '') ? shown(name) : undefined;
  return undefined;
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

interface PlacedPart {
  readonly part: Part;
  readonly line: number | undefined;
  readonly module: string | undefined;
}

const none: ReadonlySet<string> = new Set();

/** Every object of the compiled form, however it is nested, with the line that is valid for it. No recursion: depth is the author's. */
function* partsOf(root: Part): Generator<PlacedPart> {
  const waiting: PlacedPart[] = [{ part: root, line: undefined, module: undefined }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { part } = next;
    const line = typeof part['line'] === 'string' ? Number(part['line']) : next.line;
    const module = typeof part['module'] === 'string' ? part['module'] : next.module;
    if (!Array.isArray(part)) yield { part, line, module };
    for (const child of Object.values(part)) if (isPart(child)) waiting.push({ part: child, line, module });
  }
}

/** What a compiled stylesheet (SEF, JSON text) is examined for in addition to what nobody's may do. */
export interface Stricter {
  /** Local names of functions of XPath that are refused as well. */
  readonly functions: ReadonlySet<string>;
  /** Whether these are refused in a file of the stylesheet, by its name. */
  readonly isIn: (module: string) => boolean;
}

/** What a compiled stylesheet (SEF, JSON text) contains that is not allowed, each name once, in the order of its lines. */
export function refusedCode(sef: string, stricter?: Stricter): RefusedCode[] {
  const root = JSON.parse(sef) as Part;
  const own = new Set<string>();
  for (const { part } of partsOf(root)) if (part['N'] === 'function') own.add(textOf(part['name']));
  const found = new Map<string, RefusedCode>();
  for (const { part, line, module } of partsOf(root)) {
    const more = stricter?.isIn(module ?? '') === true ? stricter.functions : none;
    const name = refusal(part, own, more);
    const known = name === undefined ? undefined : found.get(name);
    if (name !== undefined && (!known || (line ?? 0) < (known.line ?? 0)))
      found.set(name, { name, line, ...(stricter && module !== undefined && { module }) });
  }
  return [...found.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.name < b.name ? -1 : 1));
}
