import { fileNameOf, type NamedUnit } from '../../model/unit-ids.ts';
import type { XmlAttribute } from '../../source/xml.ts';
import type { Rule, RuleRun } from '../rule.ts';

const idOf = ({ unit }: NamedUnit): XmlAttribute | undefined =>
  unit.node.tag.attributes.find(({ name }) => name === 'xml:id');

/** A document without an id gets its address from where it stands. */
function reportWithout({ report }: RuleRun, { file, unit, id }: NamedUnit): void {
  const { tag } = unit.node;
  report(file.source, tag.start, tag.end, {
    message: `This document has no xml:id; its address is derived from its position: “${id}”.`,
    severity: 'note',
    fix: `Give it one, for instance xml:id="d${id.replace(/^\D*/, '') || '1'}".`,
  });
}

/** The pages of a text that is divided, together: a note on each of them would be as long as a table of contents. `pages` are those without an id. */
function reportPages({ report }: RuleRun, pages: readonly NamedUnit[]): void {
  const { file, unit, id } = pages[0]!;
  const { tag } = unit.node;
  report(file.source, tag.start, tag.end, {
    message: `The divisions of this text are pages; ${pages.length} of them ${pages.length === 1 ? 'has' : 'have'} no xml:id, and an address from type, n and position: “${id}”${pages.length > 1 ? ' …' : ''}.`,
    severity: 'note',
    fix: 'Give the divisions ids, so that a new chapter does not change the addresses of the others; or set “pages” in the settings.',
  });
}

/** What is not XML name is the schema's to tell. */
const isName = /^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u;

/** `twin` is the document of the same file that has this file name already. */
function reportChanged({ report }: RuleRun, unit: NamedUnit, twin: NamedUnit | undefined): void {
  const { value, start, valueEnd } = idOf(unit)!;
  const { source } = unit.file;
  const before = twin && idOf(twin);
  // The same id twice is the mistake of another rule.
  if (before?.value === value) return;
  if (before)
    report(source, start, valueEnd + 1, {
      message: `The ids “${value}” and “${before.value}” would be the same file name; this document gets the address “${unit.id}”.`,
      related: [{ message: 'The other one.', span: source.span(before.start, before.valueEnd + 1) }],
    });
  else if (fileNameOf(value) !== value && isName.test(value))
    report(source, start, valueEnd + 1, {
      message: `The id “${value}” cannot be a file name; the document gets the address “${unit.id}”.`,
    });
}

function check(run: RuleRun, units: readonly NamedUnit[]): void {
  const seen = new Map<string, NamedUnit>();
  const pages = new Map<NamedUnit['unit']['part'], NamedUnit[]>();
  for (const unit of units) {
    const { id, tag } = unit.unit.node;
    if (tag.local === 'text') continue;
    if (id === undefined) {
      const { kind, piece, part } = unit.unit;
      const others = pages.get(part);
      if (kind === 'document' && piece && others) others.push(unit);
      else if (kind === 'document' && piece) pages.set(part, [unit]);
      else if (kind === 'document') reportWithout(run, unit);
      continue;
    }
    // Documents of several files may have the same ids: then the file's id goes before them.
    const key = `${unit.fileId} ${fileNameOf(id).toLowerCase()}`;
    reportChanged(run, unit, seen.get(key));
    if (!seen.has(key)) seen.set(key, unit);
  }
  for (const withoutId of pages.values()) reportPages(run, withoutId);
}

export const documentId: Rule = {
  code: 'document-id',
  title: 'Documents whose id cannot be their address',
  why: 'The address of a document is its xml:id: an id that is not a file name is changed, and without an id the address changes when documents are added.',
  fix: 'Use letters, digits, “.”, “_” and “-”, and no two ids that differ only in case.',
  severity: 'review',
  examples: {
    good: ['<div type="document" xml:id="d1"><head>1. Note</head></div>'],
    bad: [
      { tei: '<div type="document" xml:id="con"><head>1. Note</head></div>', finds: 'xml:id="con"' },
      {
        tei: '<div type="document" xml:id="d1"><head>One</head></div><div type="document" xml:id="D1"><head>Two</head></div>',
        finds: 'xml:id="D1"',
      },
      { tei: '<div type="document" n="7"><head>7. Note</head></div>', finds: '<div type="document" n="7">' },
    ],
  },
  begin: (run) => ({ edition: ({ units }) => check(run, units) }),
};
