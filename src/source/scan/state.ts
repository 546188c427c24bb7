import type { Finding, Related } from '../../diagnostics/finding.ts';
import type { SourceText } from '../text.ts';
import type { XmlAttribute, XmlHandler, XmlLimits, XmlTag } from './events.ts';
import { emptyNames } from './names.ts';
import type { Names } from './names.ts';
import type { NextSigns } from './next-signs.ts';
import { initialNamespaces } from './namespaces.ts';
import type { Namespaces } from './namespaces.ts';

/** All that a scan knows while it runs. */
export interface Scan {
  readonly source: SourceText;
  readonly text: string;
  readonly limits: XmlLimits;
  /** Replaced by a deaf one where events would mean nothing any more. */
  handler: XmlHandler;
  readonly findings: Finding[];
  /** The next character to read. */
  at: number;
  /** A limit was reached: nothing more is read. */
  stopped: boolean;
  /** The elements that are open, the innermost last. */
  readonly open: XmlTag[];
  /** The root element is met. */
  root: XmlTag | undefined;
  /** A document type declaration is met. */
  doctype: boolean;
  /** Names of entities that a refused document type declaration declares. */
  readonly declaredEntities: Set<string>;
  /** Prefixes that were reported as undeclared. */
  readonly reportedPrefixes: Set<string>;
  /** End tags that are still to come and belong to a mistake that is already reported. */
  readonly forgiven: string[];
  /** Tags that may still be looked at ahead of their turn, so that a file full of mistakes is not read over and over. */
  lookahead: number;
  /** The next `<`, `&` and character that needs a second look, at or after the place where they were last asked for. */
  readonly next: NextSigns;
  readonly names: Names;
  readonly namespaces: Namespaces;
}

/** A scan of `source` that has read nothing yet. */
export function startScan(source: SourceText, handler: XmlHandler, limits: XmlLimits): Scan {
  return {
    source,
    text: source.text,
    limits,
    handler,
    findings: [],
    at: 0,
    stopped: false,
    open: [],
    root: undefined,
    doctype: false,
    declaredEntities: new Set(),
    reportedPrefixes: new Set(),
    forgiven: [],
    lookahead: 200_000,
    next: { less: -1, ampersand: -1, rare: -1, others: new Map() },
    names: emptyNames(),
    namespaces: initialNamespaces(),
  };
}

export const deaf: XmlHandler = {};

/** Lets a freshly made attribute or tag be finished. */
export type Unfinished<T extends XmlAttribute | XmlTag> = { -readonly [K in keyof T]: T[K] };

/** A mistake against well-formedness, with places as offsets. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly why?: string;
  readonly fix?: string;
  /** The range to replace and what to put there. */
  readonly edit?: readonly [start: number, end: number, newText: string];
  /** The same, where it is not certain. */
  readonly suggestion?: readonly [start: number, end: number, newText: string];
  readonly related?: readonly (readonly [message: string, start: number, end: number])[];
}

const common =
  'XML that is not well-formed cannot be read by any program: nothing of the file would reach the edition.';

/** Notes a mistake; after `limits.faults` of them the scan ends. */
export function report(scan: Scan, fault: Fault): void {
  if (scan.stopped) return;
  const { source, findings } = scan;
  findings.push({
    code: fault.code,
    severity: 'error',
    message: fault.message,
    span: source.span(fault.start, fault.end),
    why: fault.why ?? common,
    ...(fault.fix === undefined ? {} : { fix: fault.fix }),
    ...(fault.edit &&
      scan.text.slice(fault.edit[0], fault.edit[1]) !== fault.edit[2] && {
        edit: { span: source.span(fault.edit[0], fault.edit[1]), newText: fault.edit[2] },
      }),
    ...(fault.suggestion && {
      suggestion: { span: source.span(fault.suggestion[0], fault.suggestion[1]), newText: fault.suggestion[2] },
    }),
    ...(fault.related && {
      related: fault.related.map(([message, start, end]): Related => ({ message, span: source.span(start, end) })),
    }),
  });
  if (findings.length < scan.limits.faults) return;
  stop(scan, {
    code: 'too-many-mistakes',
    message: `More than ${scan.limits.faults} mistakes: the rest of the file was not read.`,
    start: fault.end,
    end: fault.end,
    fix: 'Fix the first ones and check again; often one cause, for instance a wrong encoding, is behind all of them.',
  });
}

/** Notes that a limit is reached and ends the scan. */
export function stop(scan: Scan, fault: Fault): void {
  if (scan.stopped) return;
  const { source } = scan;
  scan.findings.push({
    code: fault.code,
    severity: 'error',
    message: fault.message,
    span: source.span(fault.start, fault.end),
    why: fault.why ?? 'The rest of the file is not read, so that no file can bring the program to a halt.',
    ...(fault.fix === undefined ? {} : { fix: fault.fix }),
  });
  scan.stopped = true;
}

/** The line on which an offset stands, for messages. */
export const lineOf = (scan: Scan, offset: number): number => scan.source.locate(offset).line;
