/** An imported document as a TEI file: valid, indented without changing a word, with ids that depend on the text alone. */
import type { ImportedDocument, Note, PageBreak } from './document.ts';
import type { Metadata } from './metadata.ts';
import { blockContext, writeBlocks } from './tei-blocks.ts';
import { writeHeader } from './tei-header.ts';
import { createIds, writeInline } from './tei-inline.ts';
import { type Lines, element, layOut, textElement } from './tei-markup.ts';

export interface WriterOptions {
  /** The id of the document: `d194`. */
  readonly id: string;
  readonly metadata: Metadata;
  /** The kind of source, for the header. */
  readonly from: string;
}

/** Notes that the text never calls keep their place in the list of notes, and get none in the text. */
function uncalled(notes: readonly Note[], context: ReturnType<typeof blockContext>): Lines {
  const lines = notes
    .flatMap((note, i) => (note.called ? [] : [{ note, id: context.noteIds[i]! }]))
    .flatMap(({ note, id }) =>
      textElement(
        'note',
        { n: note.label, 'xml:id': id, type: note.source ? 'source' : undefined },
        context.noteBody(note),
      ),
    );
  return lines.length > 0 ? element('div', { type: 'notes' }, lines) : [];
}

export interface WrittenTei {
  readonly tei: string;
  /** The id of each note, in the order of the notes. */
  readonly noteIds: readonly string[];
}

/** Writes the file. */
export function writeTei(document: ImportedDocument, options: WriterOptions): WrittenTei {
  const ids = createIds(options.id);
  const noteIds = document.notes.map((note) => ids.note(note.label));
  const context = blockContext(ids, document.notes, noteIds);
  const pagesFirst = document.before.findIndex((b) => b.kind !== 'page');
  const count = pagesFirst < 0 ? document.before.length : pagesFirst;
  const pages = document.before.slice(0, count).map((p) => writeInline([p as PageBreak], context));
  const before = writeBlocks(document.before.slice(count), context);
  const head = document.head.length > 0 ? textElement('head', {}, writeInline(document.head, context)) : [];
  const blocks = writeBlocks(document.blocks, context);
  const n = document.facts.number ?? options.metadata.number;
  const attributes = { type: 'document', 'xml:id': options.id, n };
  const body = element(
    'body',
    {},
    pages,
    element('div', attributes, before, head, blocks.length > 0 ? blocks : ['<p/>']),
  );
  const loose = uncalled(document.notes, context);
  const text = element('text', {}, body, loose.length > 0 ? element('back', {}, loose) : []);
  const header = writeHeader(options.id, document.facts, options.metadata, options.from);
  const root = element(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': options.metadata.language ?? 'en' },
    header,
    text,
  );
  return { tei: layOut(['<?xml version="1.0" encoding="UTF-8"?>', ...root]), noteIds };
}
