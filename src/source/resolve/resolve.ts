import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceFile } from '../files.ts';
import { defaultLimits } from '../scan/events.ts';
import type { SourceText } from '../text.ts';
import type { XmlLimits } from '../xml.ts';
import { Assembly, type Included } from './assembly.ts';
import { composedText } from './composed.ts';
import { type Document, Documents } from './documents.ts';
import { expandEntities } from './expand-entities.ts';
import { includedInPart } from './findings.ts';
import { xincludeNamespace } from './include-elements.ts';
import { type ResolveLimits, resolveLimits } from './limits.ts';

/**
 * One text for each file that is read: its includes followed, its entities expanded. Whoever reads it sees a file like any other; where a
 * character comes from is known to `SourceText.origin` alone.
 */

export interface Resolved {
  readonly source: SourceText;
  /** With places in the files themselves. */
  readonly findings: readonly Finding[];
  /** Something that should be in the text is not, so that what it lacks proves nothing. */
  readonly incomplete: boolean;
}

/** A text with the entities that it declares itself, and without any file but itself; undefined where it declares none. */
export function withEntities(source: SourceText, { fileLength }: Partial<XmlLimits>): Resolved | undefined {
  const expanded = expandEntities(source, { ...resolveLimits, length: fileLength ?? defaultLimits.fileLength });
  if (!expanded) return undefined;
  const { pieced, findings } = expanded;
  const text = composedText(source, pieced, { parts: [], absent: [] });
  return { source: text, findings, incomplete: isFaulty(findings) };
}

/** Whether a file may include others, by its bytes. */
export function mayInclude(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const wide =
    first === 0 || second === 0 || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return wide || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(xincludeNamespace);
}

export interface ResolverOptions {
  readonly folder: string;
  /** Files that are read already: these are what is included, whatever is on the disk. */
  readonly files: readonly SourceFile[];
  readonly limits: Partial<XmlLimits>;
}

export class Resolver {
  readonly #documents: Documents;
  readonly #limits: ResolveLimits;
  /** What each file that was resolved includes. */
  readonly #included = new Map<string, ReadonlyMap<string, Included>>();

  constructor({ folder, files, limits: reading }: ResolverOptions) {
    this.#limits = { ...resolveLimits, length: reading.fileLength ?? defaultLimits.fileLength };
    this.#documents = new Documents({ folder, files, limits: this.#limits, reading });
  }

  /** Resolves a file; undefined where nothing is to be done, which a search for two words finds out. */
  resolve(source: SourceText): Resolved | undefined {
    const { text } = source;
    const hasDeclarations = text.includes('<!DOCTYPE');
    if (!hasDeclarations && !text.includes(xincludeNamespace)) return undefined;
    const document = this.#documents.of(source);
    const { pieced, findings, changed } = document;
    if (pieced.text.includes(xincludeNamespace) && document.elements.includes.length > 0)
      return this.#assemble(source, document);
    return changed ? { source: document.source, findings, incomplete: isFaulty(findings) } : undefined;
  }

  #assemble(source: SourceText, document: Document): Resolved {
    const assembly = new Assembly(this.#documents, this.#limits, document);
    const pieced = assembly.finish();
    const { included, absent } = assembly;
    this.#included.set(source.file, included);
    const parts = [...included.keys()].filter((path) => path !== source.file);
    const findings = [...document.findings, ...assembly.findings];
    return {
      source: composedText(source, pieced, { parts, absent: [...absent] }),
      findings,
      incomplete: assembly.incomplete || isFaulty(document.findings),
    };
  }

  /** Files that others include, and that are therefore no texts of their own; but for those that include each other. */
  parts(): ReadonlySet<string> {
    const parts = new Set<string>();
    for (const [file, included] of this.#included)
      for (const path of included.keys())
        if (path !== file && this.#included.get(path)?.has(file) !== true) parts.add(path);
    return parts;
  }

  /** Files of which only elements are included though there are words around these. */
  leftOut(paths: readonly string[]): Finding[] {
    return paths.flatMap((path) => {
      const all = [...this.#included].flatMap(([file, included]) => (file === path ? [] : [included.get(path) ?? []]));
      const document = all.includes('whole') ? undefined : this.#documents.xml(path);
      if (!document || 'trouble' in document) return [];
      const ranges = all.flatMap((one) => (one === 'whole' ? [] : one));
      const { tag } = document.elements.root?.node ?? {};
      if (!tag || !hasWordsOutside(document, ranges)) return [];
      return [
        includedInPart(document.source.origin?.at(tag.start, tag.end).span ?? document.source.span(tag.start, tag.end)),
      ];
    });
  }

  /** Files that were read because others include them, and were not given. */
  get loaded(): readonly SourceFile[] {
    return this.#documents.loaded;
  }
}

const isFaulty = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === 'error');

/** Words in a `text` that are in none of these ranges. */
function hasWordsOutside({ pieced, elements }: Document, ranges: readonly (readonly [number, number])[]): boolean {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  return elements.texts.some(({ start, end }) => {
    let rest = '';
    let at = start;
    for (const [from, to] of sorted) {
      if (to <= at || from >= end) continue;
      rest += pieced.text.slice(at, Math.max(at, from));
      at = Math.max(at, to);
    }
    rest += pieced.text.slice(at, Math.max(at, end));
    return /\S/.test(rest.replace(/<!--[^]*?-->|<[^<>]*>/g, ''));
  });
}
