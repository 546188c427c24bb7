/** The import of one text, from value to value: TEI, the decisions made on the way, and what a person should know. */
import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import { firstDifference, sourceFromTei, withoutSpace } from './conservation.ts';
import { markDoubts } from './certainty.ts';
import { decisionFindings } from './decision-findings.ts';
import { type Decision, createChooser } from './decisions.ts';
import { guessReader, readerFor, readers } from './kinds.ts';
import type { Metadata } from './metadata.ts';
import type { AttachedFile, ReadResult } from './reader.ts';
import { limitFinding } from './limits.ts';
import { writeTei } from './tei-writer.ts';

export interface ImportTextOptions {
  /** The kind of source; guessed when left out. */
  readonly from?: string;
  readonly metadata?: Metadata;
  /** Entries of a decisions file with answers of a person. */
  readonly answers?: readonly Decision[];
}

export interface ImportedText {
  /** The file; undefined where the text could not be imported, and then a finding says why. */
  readonly tei?: string;
  /** Files that go with it. */
  readonly files?: readonly AttachedFile[];
  /** The id of the document, the name of its page: `d194`. */
  readonly id: string;
  readonly decisions: readonly Decision[];
  readonly findings: readonly Finding[];
}

const baseName = (file: string): string => file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');

/** An id from what is reported, the number, or the name of the file; a valid name in XML, whatever these are. */
function documentId(file: string, number: string | undefined, metadata: Metadata): string {
  const told = metadata.id ?? (number ? `d${number}` : (/-(d\d+[a-z]?)$/.exec(baseName(file))?.[1] ?? baseName(file)));
  const clean = told.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return /^[\p{L}_]/u.test(clean) ? clean : `d${clean}`;
}

function refusal(source: SourceText, message: string, fix: string): Finding {
  return { code: 'import-kind', severity: 'error', message, span: source.span(0, 0), fix };
}

/** Checks the TEI against the source; a finding where they part. */
function lossOf(source: SourceText, result: ReadResult, tei: string, noteIds: readonly string[]): Finding | undefined {
  const expected = withoutSpace(result.expected);
  const found = sourceFromTei(tei, result.document.notes, noteIds);
  const at = firstDifference(expected, found);
  if (at === undefined) return undefined;
  const place = result.placeOf(at);
  return {
    code: 'import-loss',
    severity: 'error',
    message: `The import of ${source.file} would not keep every character; it was stopped here: the source has “${expected.slice(at, at + 24)}”, the TEI would have “${found.slice(at, at + 24)}”.`,
    span: source.span(place, place + 1),
    why: 'An import may not lose, add or move a single character of the source.',
    fix: 'Nothing was written. Please report this file; meanwhile simplify the place (a control character, an unusual list) and import again.',
  };
}

/** Imports one text. Whatever is wrong with the text is a finding. */
export function importText(source: SourceText, options: ImportTextOptions = {}): ImportedText {
  try {
    return importShallow(source, options);
  } catch (error) {
    const limit = limitFinding(error, source);
    if (!limit) throw error;
    const id = documentId(source.file, undefined, options.metadata ?? {});
    return { id, decisions: [], findings: [limit] };
  }
}

function importShallow(source: SourceText, options: ImportTextOptions): ImportedText {
  const fallback = documentId(source.file, undefined, options.metadata ?? {});
  const reader = options.from ? readerFor(options.from) : guessReader(source);
  if (!reader) {
    const kinds = readers.map((r) => `${r.kind} (${r.title})`).join('; ');
    const message = options.from
      ? `Octavo has no reader “${options.from}”.`
      : `${source.file} is not of a kind that Octavo can read.`;
    return { id: fallback, decisions: [], findings: [refusal(source, message, `Use --from with one of: ${kinds}.`)] };
  }
  if (reader.reads?.(source) === false) {
    const message = `${source.file} is not ${reader.title}.`;
    return {
      id: fallback,
      decisions: [],
      findings: [refusal(source, message, 'Leave --from out, or name another kind.')],
    };
  }
  const chooser = createChooser(source, options.answers);
  const result = reader.read(source, chooser);
  const metadata: Metadata = { ...result.metadata, ...options.metadata };
  const id = documentId(source.file, result.document.facts.number, metadata);
  const document = markDoubts(result.document, chooser.log());
  const { tei, noteIds } = writeTei(document, { id, metadata, from: reader.kind });
  const loss = lossOf(source, result, tei, noteIds);
  const decisions = chooser
    .log()
    .map(({ start: _start, end: _end, answered: _answered, ...decision }): Decision => decision);
  if (loss) return { id, decisions, findings: [...result.findings, loss] };
  const { files = [] } = result;
  return { tei, files, id, decisions, findings: [...result.findings, ...decisionFindings(source, chooser)] };
}
