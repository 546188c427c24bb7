/** The bodies of footnotes, endnotes and, where they count, comments. */
import type { Note } from '../document.ts';
import { withoutHeadings } from '../flow.ts';
import { wordsOfParagraph } from '../words-of.ts';
import type { DocxContext } from './context.ts';
import { blocksOf } from './blocks.ts';

const names = { footnote: 'footnote', endnote: 'endnote', comment: 'comment' } as const;

/** The notes in the order of their calls. The text has been read before. */
export function readNotes(context: DocxContext): Note[] {
  return context.labels.notes.map(({ atoms, label, called }): Note => {
    const blocks = withoutHeadings(blocksOf(atoms.node, { ...context, part: atoms.part }));
    const at = atoms.atoms[0]?.at ?? 0;
    if (!called) {
      context.findings.push({
        code: 'import-note-uncalled',
        severity: 'review',
        message: `The file holds a ${names[atoms.kind]} that the text never calls. It was kept after the text.`,
        span: context.source.span(at, at + 1),
        why: 'Word keeps some notes whose call was deleted, and does not show them.',
        fix: 'Delete it from the TEI if it is not wanted, or put it where it belongs.',
      });
    }
    const source = /^\[?(?:Source|Summary):/u.test(blocks[0] ? wordsOfParagraph(blocks[0]) : '');
    return { label, listed: label, at, blocks, called, source };
  });
}
