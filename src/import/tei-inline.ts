/** Inline content as TEI: text, page breaks, notes at their calls, names and dates. */
import type { Inline, Note } from './document.ts';
import { escapeText, inlineElement } from './tei-markup.ts';

/** Hands out ids that are unique in the file and depend on the text alone. */
export interface Ids {
  readonly document: string;
  page(label: string): string;
  note(label: string): string;
  part(label: string): string;
}

/** Ids are made of the document's id and what the text shows; the second of the same kind gets `_2`. */
export function createIds(document: string): Ids {
  const used = new Map<string, number>();
  const unique = (wanted: string): string => {
    const n = (used.get(wanted) ?? 0) + 1;
    used.set(wanted, n);
    return n === 1 ? wanted : `${wanted}_${n}`;
  };
  const clean = (s: string): string => s.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^-+|-+$/g, '');
  const signs: Readonly<Record<string, string>> = {
    '*': 'star',
    '†': 'dagger',
    '‡': 'double-dagger',
    '§': 'section',
    '#': 'hash',
  };
  return {
    document,
    page: (label) => unique(`pg_${clean(label)}`),
    note: (label) => unique(`${document}fn${clean([...label].map((c) => signs[c] ?? c).join('')) || 'x'}`),
    part: (label) => unique(`${document}-${clean(label.toLowerCase()) || 'part'}`),
  };
}

export interface InlineContext {
  readonly ids: Ids;
  readonly notes: readonly Note[];
  /** The id of each note. */
  readonly noteIds: readonly string[];
  /** The body of a note as markup that can be in running text. */
  noteBody(note: Note): string;
}

function noteAt(index: number, cert: string | undefined, context: InlineContext): string {
  const note = context.notes[index]!;
  const attributes = {
    n: note.label,
    'xml:id': context.noteIds[index]!,
    ...(note.source ? { type: 'source' } : {}),
    ...(cert ? { cert } : {}),
  };
  return inlineElement('note', attributes, context.noteBody(note));
}

/** Inline content as markup. */
export function writeInline(content: readonly Inline[], context: InlineContext): string {
  return content
    .map((item): string => {
      switch (item.kind) {
        case 'text':
          return escapeText(item.text);
        case 'line':
          return item.insideWord ? inlineElement('lb', { break: 'no' }, '') : ' <lb/>';
        case 'page':
          return inlineElement(
            'pb',
            {
              n: item.label,
              'xml:id': context.ids.page(item.label),
              break: item.insideWord ? 'no' : undefined,
              cert: item.cert,
            },
            '',
          );
        case 'call':
          return noteAt(item.note, item.cert, context);
        case 'phrase':
          return inlineElement(
            item.element,
            item.toNote === undefined
              ? item.attributes
              : { target: `#${context.noteIds[item.toNote]!}`, ...item.attributes },
            writeInline(item.content, context),
          );
      }
    })
    .join('');
}
