/** A flow of blocks and its notes as a document: heading found, sections nested, facts gathered. */
import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import type { Chooser } from './decisions.ts';
import type { ImportedDocument, Note } from './document.ts';
import type { FlowBlock } from './flow.ts';
import { readFacts } from './frus-text/header.ts';
import { settle } from './frus-text/settle.ts';
import { readCorrespondents } from './frus-text/correspondents.ts';
import { nestSections, pageLabels } from './sections.ts';
import { titleOf } from './title-of-flow.ts';
import { wordsOf } from './words-of.ts';

export interface FlowReading {
  readonly source: SourceText;
  readonly chooser: Chooser;
  readonly flow: readonly FlowBlock[];
  readonly notes: readonly Note[];
  /** What the source calls itself, next to its text. */
  readonly title?: string | undefined;
}

export interface FlowDocument {
  readonly document: ImportedDocument;
  /** A heading that is not the source's; the proof begins with it. */
  readonly supplied: string;
  readonly findings: readonly Finding[];
}

function suppliedHeading(source: SourceText, supplied: string | undefined): Finding[] {
  if (supplied === undefined) return [];
  return [
    {
      code: 'import-heading-supplied',
      severity: 'note',
      message: `The text has no heading of its own; it was given one: “${supplied}”.`,
      span: source.span(0, 0),
      why: 'A document without a heading cannot be found in a list of contents.',
      fix: 'Supply a better one with --metadata (title), or write it into the text.',
    },
  ];
}

/** Makes the document. */
export function documentOfFlow({ source, chooser, flow, notes, title }: FlowReading): FlowDocument {
  const titled = titleOf({ flow, told: title, source, chooser });
  const { head, correspondents } =
    titled.supplied === undefined ? readCorrespondents(titled.head) : { head: [...titled.head], correspondents: [] };
  const blocks = settle(nestSections(titled.rest));
  const number = titled.supplied === undefined ? /^\[?(\d{1,4}[a-z]?)\]?\.\s+\S/u.exec(wordsOf(head))?.[1] : undefined;
  const pages = pageLabels([...flow, ...notes.flatMap((n) => n.blocks)]).map((label) => ({ label, start: 0, end: 0 }));
  const facts = readFacts({
    head,
    ...(number === undefined ? {} : { number }),
    correspondents,
    before: titled.before,
    blocks,
    notes,
    pages,
  });
  return {
    document: { facts, before: titled.before, head, blocks, notes },
    supplied: titled.supplied ?? '',
    findings: suppliedHeading(source, titled.supplied),
  };
}
