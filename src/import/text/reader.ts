/** `text`: plain text of any layout. */
import type { Chooser } from '../decisions.ts';
import type { Note } from '../document.ts';
import { documentOfFlow } from '../document-of-flow.ts';
import { expectedOf } from '../expected-text.ts';
import { countWords } from '../hyphens.ts';
import { layoutOf } from '../layout/layout-of.ts';
import type { Layout } from '../layout/recognise.ts';
import { joinAtPages } from '../page-turns.ts';
import { lineEnds } from '../pages/line-ends.ts';
import type { Reader, ReadResult } from '../reader.ts';
import type { SourceText } from '../../source/text.ts';
import { wordsOf } from '../words-of.ts';
import { rowsOf } from './blocks.ts';
import { piecesOfText } from './expected.ts';
import { flowOf, noteBlocks } from './flow.ts';
import { findHeadings } from './headings.ts';
import { type InlineContext, inlineContext } from './inline.ts';
import { leftovers } from './leftovers.ts';

function notesOf(layout: Layout, context: InlineContext): Note[] {
  return layout.notes.map(({ head, call, lines }): Note => {
    const blocks = noteBlocks(lines, layout.setting, context);
    const [first] = blocks;
    const words = first?.kind === 'paragraph' ? wordsOf(first.content) : '';
    return {
      label: head.label,
      listed: head.label,
      at: head.start,
      blocks,
      called: call !== undefined,
      source: /^\[?(?:Source|Summary):/u.test(words),
    };
  });
}

function read(source: SourceText, chooser: Chooser): ReadResult {
  const { text } = source;
  const layout = layoutOf(source);
  const rows = rowsOf(layout);
  const headings = findHeadings(rows, layout.setting, chooser);
  const words = countWords(text);
  const groups = [...rows.flatMap((r) => ('lines' in r ? [r.lines] : [])), ...layout.notes.map((n) => n.lines)];
  const ends = lineEnds(groups, words, chooser);
  const context = inlineContext(text, layout, ends);
  const flow = joinAtPages(flowOf(rows, headings, layout, context), { chooser, words, hint: context.goesOn });
  const notes = notesOf(layout, context);
  const { document, supplied, findings } = documentOfFlow({ source, chooser, flow, notes });
  const pieces = piecesOfText(text, layout, rows);
  return {
    document,
    findings: [...leftovers(source, layout), ...findings],
    ...expectedOf([{ text: supplied, at: 0 }, ...pieces]),
  };
}

/** The reader of plain text. */
export const text: Reader = {
  kind: 'text',
  title: 'plain text of any layout: page marks, calls and notes are recognised by comparing them',
  detect(source) {
    if (/^\s*</.test(source.text) || source.text.trim() === '') return 0;
    const { series, pages } = layoutOf(source);
    if (pages.some((p) => p.form.includes('{i}'))) return 0.95;
    return series.length > 0 ? 0.75 : pages.length > 0 ? 0.6 : 0.45;
  },
  read,
};
