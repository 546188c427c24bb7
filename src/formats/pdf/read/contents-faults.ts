import { textIn } from '../../../pdf/blocks.ts';
import type { Destination, Node, PdfDocument, Tag } from '../../../pdf/document.ts';
import { seen } from './kinds-of-words.ts';
import type { BookRead, HeadingRead } from './book-read.ts';

/** Contents and bookmarks of a book against the headings that its pages have. */

interface Entry {
  readonly words: string;
  readonly level: number;
  /** From 0; undefined where it leads nowhere. */
  readonly page: number | undefined;
}

/** Where lines end no word need be seen to end: words are compared without white space. */
const letters = (text: string): string => seen(text).replace(/[\s\u2060]+/g, '');

const pageOf = (nodes: readonly Node[]): Destination | undefined => {
  for (const node of nodes) {
    const found = node.kind === 'link' ? node.destination : node.kind === 'tag' ? pageOf(node.children) : undefined;
    if (found) return found;
  }
  return undefined;
};

/** The lines of contents: the words, and behind them the number of the page. */
function linesOf(tag: Tag, level: number): Entry[] {
  return tag.children.flatMap((child): Entry[] => {
    if (child.kind !== 'tag') return [];
    if (child.role === 'TOC') return linesOf(child, level + 1);
    if (child.role !== 'TOCI') return [];
    const text = textIn(child.children.filter((one) => one.kind !== 'tag' || one.role !== 'TOC'));
    const line = { words: seen(text).trim(), level, page: pageOf(child.children)?.page };
    return [
      line,
      ...child.children.flatMap((one) => (one.kind === 'tag' && one.role === 'TOC' ? linesOf(one, level + 1) : [])),
    ];
  });
}

const quoted = (text: string): string => `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;

/** `showsPage`: the number of its page is behind the words. */
function entryFaults(
  where: string,
  entry: Entry,
  heading: HeadingRead,
  document: PdfDocument,
  showsPage: boolean,
): string[] {
  const faults: string[] = [];
  const wanted = showsPage ? `${heading.words} ${document.pages[heading.page]?.label}` : heading.words;
  if (letters(entry.words) !== letters(wanted))
    faults.push(`${where}: ${quoted(entry.words)} instead of ${quoted(wanted)}`);
  if (entry.page !== heading.page)
    faults.push(
      `${where}: ${quoted(entry.words)} leads to sheet ${(entry.page ?? -1) + 1} instead of ${heading.page + 1}`,
    );
  return faults;
}

function listFaults(
  where: string,
  entries: readonly Entry[],
  wanted: readonly HeadingRead[],
  document: PdfDocument,
): string[] {
  const faults = wanted.flatMap((heading, i) => {
    const entry = entries[i];
    return entry
      ? entryFaults(where, entry, heading, document, where === 'contents')
      : [`${where}: the heading ${quoted(heading.words)} is missing`];
  });
  const more = entries.slice(wanted.length).map(({ words }) => `${where}: ${quoted(words)} is not a heading`);
  return [...faults, ...more];
}

/** Levels that go down by one at most, as they are in a list of lists. */
function nested(levels: readonly number[]): number[] {
  const open: number[] = [];
  return levels.map((level) => {
    while (open.length > 0 && open.at(-1)! >= level) open.pop();
    open.push(level);
    return open.length - 1;
  });
}

function levelFaults(where: string, entries: readonly Entry[], wanted: readonly HeadingRead[]): string[] {
  const levels = nested(wanted.map(({ level }) => level));
  const at = levels.findIndex((level, i) => entries[i] && entries[i].level !== level);
  return at < 0 ? [] : [`${where}: ${quoted(entries[at]!.words)} is at another depth than its heading`];
}

/** How deep the contents go with sections; texts are all there, however deep they are. */
const leastDeep = 3;

const depthOf = (headings: readonly HeadingRead[]): number =>
  headings.reduce(
    (depth, { what, level }) => (what !== 'u' && what !== 'm' ? depth : Math.max(depth, level)),
    leastDeep,
  );

export function contentsFaults(document: PdfDocument, { headings, contents }: BookRead): string[] {
  // Contents are not in themselves; an index is.
  const ofText = headings.filter(({ what, id }) => what !== 'o' || id.startsWith('index-'));
  const depth = depthOf(ofText);
  const wanted = ofText.filter(({ level }) => level <= depth);
  const lines = contents.flatMap((tag) => linesOf(tag, 0));
  const marks = document.outline.map(({ title, level, destination }) => ({
    words: title,
    level,
    page: destination?.page,
  }));
  return [
    ...listFaults('contents', lines, wanted, document),
    ...levelFaults('contents', lines, wanted),
    ...listFaults('bookmarks', marks, ofText, document),
    ...levelFaults('bookmarks', marks, ofText),
  ];
}
