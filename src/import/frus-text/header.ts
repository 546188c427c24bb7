/** What the text says about itself: number, title, sender and recipient, place and date, where the original is kept. */
import type { Block, Correspondent, DocumentFacts, Inline, Note } from '../document.ts';
import { plainText } from './inline.ts';
import type { PageMark } from './page-breaks.ts';
import { datelineFacts, readDate } from './dateline.ts';

export interface HeaderParts {
  readonly head: readonly Inline[];
  readonly number?: string;
  readonly correspondents: readonly Correspondent[];
  readonly before: readonly Block[];
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  readonly pages: readonly PageMark[];
}

/** The text of the source note: `Source: National Archives …`. */
function sourceOf(parts: HeaderParts): string | undefined {
  const note = parts.notes.find((n) => n.source);
  if (note)
    return note.blocks
      .map((b) => (b.kind === 'paragraph' ? plainText(b.content) : ''))
      .filter(Boolean)
      .join(' ');
  const line = parts.before.find((b) => b.kind === 'source-line');
  return line?.kind === 'source-line' ? plainText(line.content) : undefined;
}

/** Gathers the facts. A date in the heading counts where there is no dateline. */
export function readFacts(parts: HeaderParts): DocumentFacts {
  const title = plainText(parts.head).replace(/^\[?\d{1,4}[a-z]?\]?\.\s+|^No\. \d+[a-z]?\s+/u, '');
  const dateline = parts.blocks.find((b) => b.kind === 'dateline');
  const shown = dateline?.kind === 'dateline' ? datelineFacts(dateline.content) : {};
  const inTitle = shown.date ? undefined : readDate(title);
  const date =
    shown.date ?? (inTitle ? { text: inTitle.text, ...(inTitle.when ? { when: inTitle.when } : {}) } : undefined);
  const source = sourceOf(parts);
  return {
    ...(parts.number === undefined ? {} : { number: parts.number }),
    title,
    correspondents: parts.correspondents,
    correspondence: parts.correspondents.length > 0,
    ...(shown.place ? { place: shown.place } : {}),
    ...(date ? { date } : {}),
    ...(source ? { source } : {}),
    pages: [...new Set(parts.pages.map((p) => p.label))],
  };
}
