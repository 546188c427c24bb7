/** The bodies of the notes. */
import type { Note } from '../document.ts';
import { wordsOfParagraph } from '../words-of.ts';
import type { HtmlContext } from './context.ts';
import { plainBlocks } from './blocks.ts';

/** The notes in the order of the page. The text has been read before. */
export function readNotes(context: HtmlContext): Note[] {
  return context.notes.notes.map(({ label, body, called }): Note => {
    const blocks = plainBlocks({ ...body, name: 'div' }, context);
    if (!called) {
      context.findings.push({
        code: 'import-note-uncalled',
        severity: 'review',
        message: `Note ${label} is among the notes, but nothing in the text calls it. It was kept after the text.`,
        span: context.source.span(body.at, body.at + 1),
        why: 'A note without a place is not seen by readers of the page that it belongs to.',
        fix: 'Find the place where it belongs and move it there in the TEI.',
      });
    }
    const source = /^\[?(?:Source|Summary):/u.test(blocks[0] ? wordsOfParagraph(blocks[0]) : '');
    return { label, listed: label, at: body.at, blocks, called, source };
  });
}
