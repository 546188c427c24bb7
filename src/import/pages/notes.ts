/** The notes of all pages, in order; a note that continues over a page is one note. */
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { Note } from '../document.ts';
import { wordsOf } from '../words-of.ts';
import type { Line } from './lines.ts';
import type { PlacedCall } from './calls.ts';
import { type CallAt, contentOf, type InlineContext } from './inline.ts';

export interface GatheredNote {
  readonly label: string;
  /** The lines of the note on each of its pages. */
  readonly lines: readonly Line[];
  readonly skip: number;
  readonly call?: { readonly start: number; readonly end: number };
}

/** Puts the notes of the pages together. */
export function gatherNotes(pages: readonly (readonly PlacedCall[])[]): GatheredNote[] {
  const notes: GatheredNote[] = [];
  for (const { note, place } of pages.flat()) {
    const last = notes.at(-1);
    if (note.label === undefined && last) notes[notes.length - 1] = { ...last, lines: [...last.lines, ...note.lines] };
    else
      notes.push({ label: note.label ?? '–', lines: note.lines, skip: note.skip, ...(place ? { call: place } : {}) });
  }
  return notes;
}

/** The calls by the lines they are in. */
export function callsByLine(notes: readonly GatheredNote[], lines: readonly Line[]): Map<Line, CallAt[]> {
  const calls = notes.flatMap((n, note) => (n.call ? [{ note, start: n.call.start, end: n.call.end }] : []));
  const found = new Map<Line, CallAt[]>();
  const ordered = [...lines].sort((a, b) => a.start - b.start);
  let i = 0;
  for (const call of calls.sort((a, b) => a.start - b.start)) {
    while (i + 1 < ordered.length && ordered[i + 1]!.start <= call.start) i++;
    const line = ordered[i]!;
    found.set(line, [...(found.get(line) ?? []), call]);
  }
  return found;
}

/** The notes as the document has them. */
export function notesOf(gathered: readonly GatheredNote[], context: InlineContext): Note[] {
  return gathered.map(({ label, lines, skip, call }): Note => {
    const content = contentOf(lines, context, false, skip);
    return {
      label,
      listed: label,
      at: lines[0]!.start,
      blocks: [{ kind: 'paragraph', content }],
      called: call !== undefined,
      source: /^\[?(?:Source|Summary):/u.test(wordsOf(content)),
    };
  });
}

/** A finding for each note that its page does not call. */
export function uncalledNotes(gathered: readonly GatheredNote[], source: SourceText): Finding[] {
  return gathered.flatMap(({ label, lines, call }): Finding[] => {
    if (call) return [];
    const { start, text } = lines[0]!;
    return [
      {
        code: 'import-note-uncalled',
        severity: 'review',
        message: `Nothing on its page calls note ${label} (“${text.slice(0, 40)}”). It was kept after the text.`,
        span: source.span(start, start + text.length),
        why: 'A note without a place is not seen by readers of the page that it belongs to.',
        fix: 'Find the place where it belongs and move it there in the TEI; a character may have been misread.',
      },
    ];
  });
}
