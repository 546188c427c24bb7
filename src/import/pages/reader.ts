/** `pages`: a text in pages, one file for each, or one file with form feeds. */
import type { SourceText } from '../../source/text.ts';
import type { Chooser } from '../decisions.ts';
import type { Paragraph } from '../document.ts';
import { documentOfFlow } from '../document-of-flow.ts';
import { expectedOf } from '../expected-text.ts';
import { layoutOf } from '../layout/layout-of.ts';
import { countWords } from '../hyphens.ts';
import { joinAtPages } from '../page-turns.ts';
import type { Reader, ReadResult } from '../reader.ts';
import { isPages, pagesOfText } from './source.ts';
import { pagesWithLines } from './lines.ts';
import { pageNumbers } from './page-numbers.ts';
import { hasRunningLines, runningLines } from './running-lines.ts';
import { type PageParts, partPage, stopsShort } from './notes-at-foot.ts';
import { placeCalls } from './calls.ts';
import { blocksOfLines, learnSetting } from './line-blocks.ts';
import { findHeadings } from './headings.ts';
import { lineEnds } from './line-ends.ts';
import { flowOf } from './flow.ts';
import { callsByLine, gatherNotes, notesOf, uncalledNotes } from './notes.ts';
import { piecesOfPages } from './expected.ts';

/** The steps up to the lines of each page and what they are. */
function readLines(source: SourceText, chooser: Chooser) {
  const pages = pagesWithLines(source.text, pagesOfText(source));
  const numbers = pageNumbers(pages, chooser);
  const running = runningLines(pages, numbers, chooser);
  const parts: PageParts[] = [];
  for (const page of pages) {
    const lines = page.lines.filter((l) => !running.has(l));
    const before = parts.at(-1);
    parts.push(partPage(page, lines, before !== undefined && stopsShort(before), chooser));
  }
  const notes = gatherNotes(parts.map((p) => placeCalls(p, source.text, chooser)));
  const body = parts.map((p) => p.body);
  return { pages, labels: numbers.labels, running, parts, notes, body, calls: callsByLine(notes, body.flat()) };
}

function read(source: SourceText, chooser: Chooser): ReadResult {
  const { pages, labels, running, parts, notes: gathered, body, calls } = readLines(source, chooser);
  const setting = learnSetting(body);
  const blocks = body.map((lines) => blocksOfLines(lines, setting));
  const all = blocks.flat();
  const words = countWords(source.text);
  const ends = lineEnds([...all.map((b) => b.lines), ...gathered.map((n) => n.lines)], words, chooser);
  const inline = { calls, ends };
  const goesOn = new Map<Paragraph, boolean>();
  const headings = findHeadings(all, chooser);
  const flow = flowOf(
    pages.map((page, i) => ({ page, label: labels[i]!, blocks: blocks[i]! })),
    { inline, running, headings, setting, goesOn },
  );
  const joined = joinAtPages(flow, { chooser, words, hint: (p) => goesOn.get(p) });
  const notes = notesOf(gathered, inline);
  const { document, supplied, findings } = documentOfFlow({ source, chooser, flow: joined, notes });
  const rules = new Set(parts.flatMap((p) => (p.rule ? [p.rule] : [])));
  const lists = all.filter((b) => b.kind === 'bullets' && !headings.has(b));
  const pieces = piecesOfPages({ pages, labels, notes: gathered, calls, rules, lists });
  return {
    document,
    findings: [...uncalledNotes(gathered, source), ...findings],
    ...expectedOf([{ text: supplied, at: 0 }, ...pieces]),
  };
}

/** Whether a text is as it was printed: running heads, short lines, notes below rules; other texts merely mark where pages begin. */
function isPrinted(source: SourceText): boolean {
  if (hasRunningLines(source.text)) return true;
  const { series, pages, lines } = layoutOf(source);
  return series.length === 0 && pages.every((p) => p.form === 'form feed') && lines.every((l) => l.text.length <= 140);
}

/** The reader of texts in pages. */
export const pages: Reader = {
  kind: 'pages',
  title: 'a text in pages: a folder with one file per page, or one file with form feeds',
  detect(source) {
    if (isPages(source)) return 1;
    const feeds = source.text.split('\f').length - 1;
    return feeds > 0 && !/^\s*</.test(source.text) && isPrinted(source) ? 0.92 : 0;
  },
  read,
};
