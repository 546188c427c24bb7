/** The bodies of the notes, and calls and notes that have no counterpart. */
import type { Note } from '../document.ts';
import { withoutHeadings } from '../flow.ts';
import { wordsOfParagraph } from '../words-of.ts';
import { startOf } from './syntax-tree.ts';
import type { MarkdownContext } from './context.ts';
import { blocksOf } from './blocks.ts';

/** The notes in the order of the source. The running text has been read before. */
export function readNotes(context: MarkdownContext): Note[] {
  return context.notes.map(({ definition, label, called }): Note => {
    const blocks = withoutHeadings(blocksOf(definition.children, context));
    const at = startOf(definition);
    if (!called) {
      context.findings.push({
        code: 'import-note-uncalled',
        severity: 'review',
        message: `Note “${definition.label ?? label}” is never called. It was kept after the text.`,
        span: context.source.span(at, at + 1),
        why: 'A note without a place is not seen by readers of the page that it belongs to.',
        fix: 'Find the place where it belongs, put its call there and import again.',
      });
    }
    const source = /^\[?(?:Source|Summary):/u.test(blocks[0] ? wordsOfParagraph(blocks[0]) : '');
    return { label, listed: label, at, blocks, called, source };
  });
}

const callLike = /\[\^([^\]\s]{1,40})\]/g;

/** Calls in the text that no note answers. They stay as they are typed. */
export function unansweredCalls(context: MarkdownContext): void {
  const { text } = context.source;
  const known = new Set(context.notes.map((n) => (n.definition.label ?? n.definition.identifier).toLowerCase()));
  for (const m of text.matchAll(callLike)) {
    if (known.has(m[1]!.toLowerCase()) || text[m.index - 1] === '\\') continue;
    context.findings.push({
      code: 'import-note-missing',
      severity: 'review',
      message: `The text calls a note ${m[0]}, but there is no such note. The call stays in the text as typed.`,
      span: context.source.span(m.index, m.index + m[0].length),
      why: 'A reader would look for the note in vain.',
      fix: `Add a line “${m[0]}: …” with the note, or remove the call, and import again.`,
    });
  }
}
