/** `html`: a page as saved from the site of an archive, a wiki, an e-book, or built by Octavo. */
import { type SourceText } from '../../source/text.ts';
import type { Chooser } from '../decisions.ts';
import { documentOfFlow } from '../document-of-flow.ts';
import { expectedOf } from '../expected-text.ts';
import type { FlowBlock } from '../flow.ts';
import { countWords } from '../hyphens.ts';
import { pageMarksIn, shortMarksCount } from '../page-marks.ts';
import { joinAtPages } from '../page-turns.ts';
import type { Reader, ReadResult } from '../reader.ts';
import { settleLinks } from '../settle-links.ts';
import { looksLikeHtml } from './decode.ts';
import { type HtmlElement, parseHtml } from './tree.ts';
import { descendants, textOf, wordsIn } from './query.ts';
import { type AboutPage, readAbout } from './about.ts';
import { mainText } from './main-text.ts';
import { leftOutOf, tellLeftOut } from './kept.ts';
import { pageBreaksOf } from './page-breaks.ts';
import { findNotes } from './notes.ts';
import { type HtmlContext, linkTargets } from './context.ts';
import { blocksOf } from './blocks.ts';
import { withListHeads } from './list-heads.ts';
import { readNotes } from './note-bodies.ts';
import { bodyOf, piecesOfPage, solidLength } from './expected.ts';

/** The name of the page without that of the site. */
const ownTitle = (title: string): string => title.replace(/\s+(?:[|–—·»]|-|::)\s+[^|–—·»]{1,80}$/u, '');

/** What the page is called, where its text has no heading of its own. */
function calledOf(
  flow: readonly FlowBlock[],
  root: HtmlElement,
  main: HtmlElement,
  about: AboutPage,
): string | undefined {
  const words = flow.filter((b) => b.kind !== 'page');
  const [first] = words;
  const alone =
    first?.kind === 'heading' && !words.slice(1).some((b) => b.kind === 'heading' && b.level <= first.level);
  if (alone) return undefined;
  const inside = new Set(descendants(main));
  for (const e of descendants(root)) if (e.name === 'h1' && !inside.has(e) && wordsIn(e) !== '') return wordsIn(e);
  return about.title === undefined ? undefined : ownTitle(about.title);
}

function contextOf(
  source: SourceText,
  root: HtmlElement,
  main: HtmlElement,
  about: AboutPage,
  chooser: Chooser,
): HtmlContext {
  const left = leftOutOf(main, chooser);
  const leftOut = new Set(left.map((l) => l.element));
  const notes = findNotes(root, main, about.addresses);
  const shortMarks = shortMarksCount(
    pageMarksIn(textOf(main)).map((m) => ({ ...m, start: main.at, end: main.at + 1 })),
    chooser,
  );
  return {
    source,
    chooser,
    leftOut,
    breaks: pageBreaksOf(main),
    notes,
    pages: { shortMarks, insideWord: new Set() },
    called: new Set(),
    ...linkTargets(main, root, about.addresses, notes),
    waiting: [],
    address: about.addresses[0],
    findings: tellLeftOut(source, left, solidLength(bodyOf(root)), solidLength(main)),
  };
}

function read(source: SourceText, chooser: Chooser): ReadResult {
  const root = parseHtml(source.text);
  const about = readAbout(root, source.text);
  const main = mainText(root, chooser);
  const context = contextOf(source, root, main, about, chooser);
  const blocks = blocksOf(main, context);
  const bodies = readNotes(context);
  const turns = { chooser, words: countWords(textOf(main)), least: 0.95 };
  const settled = settleLinks([joinAtPages(withListHeads(blocks, chooser), turns), bodies] as const, 'h-');
  const [flow, notes] = settled.parts;
  const title = calledOf(flow, root, main, about);
  const { document, supplied, findings } = documentOfFlow({ source, chooser, flow, notes, title });
  return {
    document,
    metadata: about.metadata,
    findings: [...context.findings, ...findings],
    ...expectedOf([{ text: supplied, at: 0 }, ...piecesOfPage(main, context)]),
  };
}

/** The reader of web pages. */
export const html: Reader = {
  kind: 'html',
  title: 'a web page (HTML or XHTML) with notes, page marks, tables',
  detect({ file, text }) {
    if (looksLikeHtml(text)) return 0.97;
    return /\.x?html?$/i.test(file) && text.includes('<') ? 0.9 : 0;
  },
  read,
};
