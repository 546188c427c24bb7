/** How each kind of the reading edition is laid out as plain text: one entry per kind, so that the compiler names a kind that was forgotten. */

import type { Kind, Reading, ReadingNode } from '../../model/reading.ts';
import { bullet, gapWords } from './dialect.ts';
import { layOutEntry } from './entries.ts';
import { markCode } from './marks.ts';
import type { Setting } from './setting.ts';
import { hasLetters, label, number, numbered } from './numbers.ts';
import { isNumber } from '../with-numbers.ts';

type LayOut = (node: ReadingNode, at: Setting) => void;

/** Lays out the children of a node, or one text. */
export function layOut(children: readonly Reading[], at: Setting): void {
  for (const child of children) {
    if (typeof child === 'string') at.page.words(child);
    else kinds[child.kind](child, at);
  }
}

const inside: LayOut = (node, at) => layOut(node.children, at);

const between =
  (lines: (node: ReadingNode, at: Setting) => 1 | 2): LayOut =>
  (node, at) => {
    const gap = lines(node, at);
    at.page.gap(gap);
    inside(node, at);
    at.page.gap(gap);
  };

const framed = between((_, at) => at.dialect.frame(at.inItem));
const block = between((node, at) => at.dialect.block(node, at.inItem));

/** An example keeps its lines. */
const example: LayOut = (node, at) => block(node, { ...at, inExample: true });

/** What somebody says, with the name before it; where nothing is said, nobody is named. */
function utterance(node: ReadingNode, at: Setting): void {
  const lines = at.dialect.block(node, at.inItem);
  at.page.gap(lines);
  if (at.dialect.signs && node.who !== undefined && hasLetters(node)) {
    at.page.put(markCode({ kind: 'remark', label: `Speaker ${at.speaker(node.who)}` }));
    at.page.words(' ');
  }
  inside(node, at);
  at.page.gap(lines);
}

const ownLine = between(() => 1);
const stanza = between(() => 2);

const isBlank = (child: Reading): boolean => typeof child === 'string' && /^[ \t\n\r]*$/.test(child);

/** The children of an item or note; where it holds nothing but one block, the children of that block: one paragraph needs no lines of its own. */
export function withoutSoleBlock(node: ReadingNode): readonly Reading[] {
  const full = node.children.filter((child) => !isBlank(child));
  const [first] = full;
  const isSole = full.length === 1 && typeof first === 'object' && first.kind === 'block' && first.role !== 'eg';
  return isSole ? first.children : node.children;
}

/** Line ends before an item or note: as many as the block needs with which it begins. */
export function gapBefore(children: readonly Reading[], at: Setting): 1 | 2 {
  const first = children.find((child) => !isBlank(child));
  return typeof first === 'object' && first.kind === 'block' ? at.dialect.block(first, at.inItem) : 1;
}

function layOutItem(item: ReadingNode, marker: string, label: ReadingNode | undefined, at: Setting): void {
  const onLines = at.dialect.labelsOnLines && label !== undefined;
  if (onLines) ownLine(label, at);
  const indent = onLines || at.inItem || (at.depth > 0 && at.dialect.name === 'web') ? 0 : 2;
  const within = { ...at, depth: at.depth + 1, inItem: true };
  const children = withoutSoleBlock(item);
  at.page.gap(gapBefore(children, within));
  at.page.item({ marker, indent, hang: onLines ? 0 : 2 }, () => {
    if (label !== undefined && !onLines) {
      inside(label, within);
      at.page.words(' ');
    }
    layOut(children, within);
  });
}

function markerOf(list: ReadingNode, item: ReadingNode, label: boolean, count: number, at: Setting): string {
  if (label) return '';
  if (list.role === 'ordered') return at.dialect.number(item.n ?? String(count), at.depth);
  return list.role === 'plain' ? at.dialect.plain : bullet;
}

function list(node: ReadingNode, at: Setting): void {
  const gap = at.dialect.frame(at.inItem);
  at.page.gap(gap);
  let label: ReadingNode | undefined;
  let count = 0;
  /** Page breaks between a label and its item, which stand on one line. */
  let lead: ReadingNode[] = [];
  for (const child of node.children) {
    if (typeof child === 'string') at.page.words(child);
    else if (child.kind === 'label' && label === undefined) label = child;
    else if (child.kind === 'page-break' && label !== undefined) lead.push(child);
    else if (child.kind === 'item') {
      count++;
      const item = lead.length === 0 ? child : { ...child, children: [...lead, ...withoutSoleBlock(child)] };
      lead = [];
      layOutItem(item, markerOf(node, child, label !== undefined, count, at), label, at);
      label = undefined;
    } else {
      if (label !== undefined) ownLine(label, at);
      layOut(lead, at);
      lead = [];
      label = child.kind === 'label' ? child : undefined;
      if (child.kind !== 'label') kinds[child.kind](child, at);
    }
  }
  if (label !== undefined) ownLine(label, at);
  layOut(lead, at);
  at.page.gap(gap);
}

function row(node: ReadingNode, at: Setting): void {
  at.page.gap(1);
  let cells = 0;
  for (const child of node.children) {
    if (typeof child === 'string' || child.kind !== 'cell') {
      const isBreak = typeof child === 'object' && child.kind === 'line-break';
      if (isBreak) at.page.flat(() => layOut([child], at));
      else layOut([child], at);
      continue;
    }
    if (cells > 0) at.page.put('\t', true);
    cells++;
    kinds.cell(child, at);
    for (let more = 1; more < (child.columns ?? 1); more++) at.page.put('\t', true);
  }
  at.page.gap(1);
}

function speech(node: ReadingNode, at: Setting): void {
  at.page.gap(2);
  for (const child of node.children) {
    layOut([child], at);
    if (typeof child === 'object' && child.role === 'speaker') at.page.gap(1, true);
  }
  at.page.gap(2);
}

function pageBreak(node: ReadingNode, at: Setting): void {
  if (node.role === 'leading' && !at.dialect.leadingPages) return;
  at.page.words(' ');
  at.page.put(markCode({ kind: 'page', label: node.n ?? '' }));
  at.page.words(' ');
}

/** A line of the source. One that begins inside a word leaves the word as it is, unless its number must be seen. */
function lineBreak({ n, joined, indent = 0 }: ReadingNode, { page, dialect, inExample }: Setting): void {
  if (inExample && n === undefined && !joined) return page.line(indent);
  if (n === undefined || !dialect.numbersLines) {
    if (joined) return;
    if (dialect.breaksLines) page.gap(1);
    else page.words(' ');
    return;
  }
  if (joined) {
    page.put(markCode({ kind: 'joint', label: '' }));
    page.turn();
  } else page.gap(1);
  page.put(markCode({ kind: 'line', label: n }));
  if (!joined) page.words(' ');
}

function image(node: ReadingNode, at: Setting): void {
  const text = (node.title ?? '').replace(/[ \t\n\r]+/g, ' ').trim();
  if (at.dialect.images) at.page.put(markCode({ kind: 'remark', label: text === '' ? 'Image' : `Image: ${text}` }));
  inside(node, at);
}

function note(node: ReadingNode, at: Setting): void {
  if (node.spaced && !at.dialect.gluesCalls) at.page.words(' ');
  at.page.put(markCode({ kind: 'call', label: node.n ?? '' }), at.dialect.gluesCalls);
  at.called.push(node);
}

/** A sign, or a point that has one; a dialect without signs says in words that something is missing. */
function mark(node: ReadingNode, at: Setting): void {
  const sign = node.title ?? '';
  if (at.dialect.signs && sign !== '') at.page.put(markCode({ kind: 'sign', label: sign }));
  else if (!at.dialect.signs && node.role === 'gap') at.page.words(gapWords);
}

/** An item in no list; a sense of a dictionary has its number. */
function looseMarker({ tei, role, title }: ReadingNode, at: Setting): string {
  if (tei !== 'sense' && tei !== 'hom') return bullet;
  if (title === undefined || role === 'printed' || !/^[\p{L}\p{N}]+$/u.test(title)) return at.dialect.plain;
  return at.dialect.number(title, at.depth);
}

const kinds: Record<Kind, LayOut> = {
  section: framed,
  heading: block,
  block: (node, at) =>
    (isNumber(node)
      ? label
      : node.role === 'stanza'
        ? stanza
        : node.role === 'utterance'
          ? utterance
          : node.role === 'eg'
            ? example
            : block)(node, at),
  list,
  // An item or label that is in no list.
  item: (node, at) => layOutItem(node, looseMarker(node, at), undefined, at),
  label: ownLine,
  table: framed,
  row,
  cell: (node, at) => at.page.flat(() => inside(node, at)),
  figure: framed,
  image,
  span: (node, at) => (isNumber(node) ? number : inside)(node, at),
  link: inside,
  note,
  mark,
  // It has become words (in-line.ts).
  formula: inside,
  'page-break': pageBreak,
  'line-break': lineBreak,
  line: (node, at) => {
    at.page.gap(1);
    numbered(node, at);
    inside(node, at);
    at.page.gap(1);
  },
  speech,
  app: (node, at) =>
    layOutEntry(node, at, layOut, (lemma) => {
      inside(lemma, at);
      if (at.dialect.entryCalls) at.page.behind(markCode({ kind: 'entry', label: node.n ?? '' }));
    }),
  side: inside,
};
