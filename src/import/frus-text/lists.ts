/**
 * Lists. Bullets (`  • `) and numbers (`  1. `) are indented by two spaces for each level; further lines of an item
 * are indented by two more spaces. A third kind has its mark on a line of its own and the text on the next, and no
 * indentation.
 */
import type { Block, Inline, ListBlock, ListItem, PageBreak, TableBlock } from '../document.ts';
import { type Marks, inlineBetween, pageBreak } from './inline.ts';
import type { BodyLine } from './body-lines.ts';

interface OpenItem {
  label?: Inline[];
  number?: string;
  content: Inline[];
  blocks: Block[];
  pagesBefore: PageBreak[];
}

interface OpenList {
  kind: 'list';
  marks: 'bullets' | 'numbers' | 'labels';
  items: OpenItem[];
}

/** A list and the line after it. */
export interface ReadList {
  readonly list: ListBlock;
  readonly next: number;
}

const itemMark = /^(?:•|(\d{1,3})\.)(?:[ \t]+|$)/;

const marked = (source: string, line: BodyLine): RegExpExecArray | null =>
  line.indent >= 2 ? itemMark.exec(source.slice(line.start, line.end)) : null;

/** True for a line that begins an item of an indented list. */
export function beginsItem(source: string, line: BodyLine): boolean {
  return marked(source, line) !== null;
}

const open = (marks: OpenList['marks']): OpenList => ({ kind: 'list', marks, items: [] });

function close(list: OpenList): ListBlock {
  return { kind: 'list', marks: list.marks, items: list.items.map(closeItem) };
}

function closeItem(item: OpenItem): ListItem {
  return {
    ...(item.label ? { label: item.label } : {}),
    ...(item.number === undefined ? {} : { number: item.number }),
    content: item.content,
    blocks: item.blocks.map((b) => (b.kind === 'list' ? close(b as unknown as OpenList) : b)),
    pagesBefore: item.pagesBefore,
  };
}

/** The list at a depth below the last items, opened where it is missing. */
function listAt(root: OpenList, depth: number, marks: OpenList['marks']): OpenList {
  let list = root;
  for (let d = 0; d < depth; d++) {
    const item = list.items.at(-1);
    if (!item) break;
    const last = item.blocks.at(-1);
    if (last?.kind === 'list' && (d < depth - 1 || last.marks === marks)) list = last as unknown as OpenList;
    else {
      const nested = open(marks);
      item.blocks.push(nested);
      list = nested;
    }
  }
  return list;
}

/** The last item at any depth. */
function lastItem(root: OpenList): OpenItem | undefined {
  let item = root.items.at(-1);
  for (let last = item?.blocks.at(-1); last?.kind === 'list'; last = item?.blocks.at(-1)) {
    const deeper = (last as unknown as OpenList).items.at(-1);
    if (!deeper) break;
    item = deeper;
  }
  return item;
}

function continueItem(item: OpenItem, line: BodyLine, marks: Marks): void {
  const content = inlineBetween(marks, line.start, line.end);
  if (line.blanks > 0 || item.blocks.length > 0) item.blocks.push({ kind: 'paragraph', content });
  else item.content.push({ kind: 'line', at: line.start }, ...content);
}

/** The lines from `k` on that are in an item without a blank line or a mark of their own between them. */
function linesOfItem(lines: readonly BodyLine[], k: number, source: string): BodyLine[] {
  let end = k + 1;
  while (
    lines[end]?.blanks === 0 &&
    lines[end]!.indent === lines[k]!.indent &&
    !lines[end]!.pagesOnly &&
    !beginsItem(source, lines[end]!)
  )
    end++;
  return lines.slice(k, end);
}

const newItem = (mark: RegExpExecArray, line: BodyLine, marks: Marks, pagesBefore: PageBreak[]): OpenItem => ({
  ...(mark[1] === undefined ? {} : { number: mark[1] }),
  content: inlineBetween(marks, line.start + mark[0].length, line.end),
  blocks: [],
  pagesBefore,
});

/**
 * Reads an indented list that begins at line `i`. `rowsOf` says which further lines of an item are the rows of a table.
 */
export function readList(
  lines: readonly BodyLine[],
  i: number,
  marks: Marks,
  rowsOf: (group: readonly BodyLine[]) => TableBlock | undefined = () => undefined,
): ReadList {
  const { source } = marks;
  const base = lines[i]!.indent;
  const root = open(marked(source, lines[i]!)![1] === undefined ? 'bullets' : 'numbers');
  let pages: PageBreak[] = [];
  let next = i;
  let tried = -1;
  for (let k = i; k < lines.length; k++) {
    const line = lines[k]!;
    const mark = marked(source, line);
    if (mark && line.indent >= base) {
      const kind = mark[1] === undefined ? 'bullets' : 'numbers';
      const list = listAt(root, Math.floor((line.indent - base) / 2), kind);
      if (list.marks !== kind) break;
      list.items.push(newItem(mark, line, marks, pages));
      pages = [];
    } else if (line.pagesOnly && (line.blanks === 0 || line.indent > base)) {
      pages.push(...line.pagesOnly.map((p) => pageBreak(p, marks)));
      continue;
    } else if (line.indent >= base + 2) {
      const item = lastItem(root)!;
      item.blocks.push(...pages);
      pages = [];
      const group = linesOfItem(lines, k, source);
      const table = k <= tried ? undefined : rowsOf(group);
      tried = Math.max(tried, k + group.length - 1);
      if (table) {
        item.blocks.push(table);
        k = tried;
      } else continueItem(item, line, marks);
    } else break;
    next = k + 1;
  }
  return { list: close(root), next };
}

const loneMark =
  /^(?:\((?:\d{1,3}|[a-z]{1,4}|[A-Z]{1,4})\)|(?:\d{1,3}|[a-z]|[A-Z]|[ivxl]{1,5}|[IVXL]{1,5})(?:[.):]|\.\)))$/;

/** True for a line that is nothing but the mark of an item, its text on the next line. */
export function beginsLabelled(lines: readonly BodyLine[], i: number): boolean {
  const [line, text] = [lines[i]!, lines[i + 1]];
  return line.indent === 0 && loneMark.test(line.words) && text?.blanks === 0 && !loneMark.test(text.words);
}

/** What kind of mark this is: figures, small letters, capitals, roman; with or without brackets. */
function kindOfMark(words: string, stack: readonly { kind: string; last: string }[]): string {
  const sign = words.replace(/[().:]/g, '');
  const shape = words.replace(sign, '#');
  if (/^\d/.test(sign)) return 'figure' + shape;
  const lower = sign === sign.toLowerCase();
  const letters = (lower ? 'small' : 'capital') + shape;
  const before = stack.find((s) => s.kind === letters)?.last;
  const follows = before?.length === 1 && sign.length === 1 && sign.charCodeAt(0) === before.charCodeAt(0) + 1;
  const roman = /^[ivxl]+$/i.test(sign) && !follows && (sign.length > 1 || /^[iv]$/i.test(sign));
  return roman ? (lower ? 'roman' : 'Roman') + shape : letters;
}

/**
 * Reads a list whose marks are on lines of their own. A new kind of mark goes one level deeper; `ends` says where other
 * matter begins.
 */
export function readLabelledList(
  lines: readonly BodyLine[],
  i: number,
  marks: Marks,
  ends: (line: BodyLine) => boolean,
): ReadList {
  const root = open('labels');
  let stack: { kind: string; last: string }[] = [];
  let pages: PageBreak[] = [];
  let next = i;
  for (let k = i; k < lines.length && (k === i || (lines[k]!.blanks === 0 && !ends(lines[k]!))); k++) {
    const line = lines[k]!;
    const item = lastItem(root);
    if (line.pagesOnly) {
      pages.push(...line.pagesOnly.map((p) => pageBreak(p, marks)));
      continue;
    }
    if (loneMark.test(line.words)) {
      const kind = kindOfMark(line.words, stack);
      const depth = stack.findIndex((s) => s.kind === kind);
      stack = depth >= 0 ? stack.slice(0, depth + 1) : [...stack, { kind, last: '' }];
      stack[stack.length - 1] = { kind, last: line.words.replace(/[().:]/g, '') };
      const label = inlineBetween(marks, line.start, line.end);
      listAt(root, stack.length - 1, 'labels').items.push({ label, content: [], blocks: [], pagesBefore: pages });
      pages = [];
    } else if (item) {
      if (pages.length > 0) item.content.push(...pages);
      pages = [];
      if (item.content.length > 0) item.content.push({ kind: 'line', at: line.start });
      item.content.push(...inlineBetween(marks, line.start, line.end));
    }
    next = k + 1;
  }
  return { list: close(root), next };
}
