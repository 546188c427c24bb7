/** `markdown`: a text in Markdown with notes (`[^1]`), page marks, tables and a YAML header. */
import type { Chooser } from '../decisions.ts';
import { documentOfFlow } from '../document-of-flow.ts';
import { expectedOf } from '../expected-text.ts';
import { wordsAtPages } from '../frus-text/words-at-pages.ts';
import { countWords } from '../hyphens.ts';
import { pageMarksIn, shortMarksCount } from '../page-marks.ts';
import { joinAtPages } from '../page-turns.ts';
import type { Reader } from '../reader.ts';
import { readFrontMatter } from './front-matter.ts';
import { syntaxTree } from './syntax-tree.ts';
import { withNotesAndIds } from './notes-and-anchors.ts';
import { calledNotes, labelNotes } from './note-labels.ts';
import { linkedHeadings, type MarkdownContext } from './context.ts';
import { blocksOf } from './blocks.ts';
import { readNotes, unansweredCalls } from './notes.ts';
import { piecesOfTree, unaccounted } from './expected.ts';
import type { SourceText } from '../../source/text.ts';

const signs = [
  /^---\r?\n[^]*?^---/m,
  /^#{1,6} \S/m,
  /^\[\^[^\]\s]+\]: /m,
  /\[\^[^\]\s]+\](?!:)/,
  /\[[^\]\n]+\]\([^)\s]+\)/,
  /^\|.*\|\s*\n\|? ?:?-{2,}/m,
  /(?:^|\s)(?:\*\*|__)\S[^*_\n]*\S(?:\*\*|__)/m,
  /^> \S/m,
];

/** Page marks of the source that are right where they stand, and those that turn inside a word. */
function pagesOf(source: SourceText, chooser: Chooser) {
  const marks = pageMarksIn(source.text);
  const shortMarks = shortMarksCount(marks, chooser);
  const counted = marks.filter((m) => m.form === 'full' || shortMarks);
  return { shortMarks, insideWord: new Set(wordsAtPages(source.text, counted, chooser).keys()) };
}

/** The reader of Markdown. */
export const markdown: Reader = {
  kind: 'markdown',
  title: 'Markdown: # headings, [^1] notes, [Page 591] marks, tables, a YAML header',
  detect({ file, text }) {
    if (/\.(?:md|markdown|mdown|mkd)$/i.test(file)) return 0.97;
    if (/^\s*</.test(text)) return 0;
    const found = signs.filter((s) => s.test(text)).length;
    return found === 0 ? 0 : Math.min(0.9, 0.35 + found * 0.15);
  },
  read(source, chooser) {
    const front = readFrontMatter(source);
    const root = withNotesAndIds(syntaxTree(source.text, front.end));
    const pages = pagesOf(source, chooser);
    const notes = labelNotes(root);
    const noteNamed = calledNotes(notes);
    const context: MarkdownContext = {
      source,
      pages,
      notes,
      noteNamed,
      called: new Set(),
      ...linkedHeadings(root),
      findings: [...front.findings],
    };
    const read = blocksOf(root.children, context);
    const bodies = readNotes(context);
    unansweredCalls(context);
    const flow = joinAtPages(read, { chooser, words: countWords(source.text) });
    const { title } = front.metadata;
    const { document, supplied, findings } = documentOfFlow({ source, chooser, flow, notes: bodies, title });
    const telling = { source: source.text, notes, noteNamed, shortMarks: pages.shortMarks };
    const pieces = [
      { text: supplied, at: 0 },
      ...piecesOfTree(root, telling),
      ...unaccounted(root, source.text, front.end),
    ];
    return { document, findings: [...context.findings, ...findings], metadata: front.metadata, ...expectedOf(pieces) };
  },
};
