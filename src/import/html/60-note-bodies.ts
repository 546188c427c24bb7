/** Step 13. The bodies of the notes. */
import type { Note } from '../document.ts';
import { wordsOfParagraph } from '../words-of.ts';
import type { HtmlContext } from './34-context.ts';
import { plainBlocks } from './50-blocks.ts';

/** The notes in the order of the page. The text has been read before. */
export function readNotes(context: HtmlContext): Note[] {
  return context.notes.notes.map(({ label, body, called }): Note => {
    const blocks = plainBlocks({ ...body, name: 'div' }, context);
    if (!called) {
      context.findings.push({
        code: 'import-note-uncalled',
        severity: 'review',
        message: `Note ${label} stands among the notes, but nothing in the text calls it. It was kept behind the text.`,
        span: context.source.span(body.at, body.at + 1),
        why: 'A note without a place reaches no reader of the page it belongs to.',
        fix: 'Find the place it belongs to and move it there in the TEI.',
      });
    }
    const source = /^\[?(?:Source|Summary):/u.test(blocks[0] ? wordsOfParagraph(blocks[0]) : '');
    return { label, listed: label, at: body.at, blocks, called, source };
  });
}
