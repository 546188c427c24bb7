/** Lines become blocks: lists, tables, parts of letters, titles, paragraphs; each kind has a file of its own. */
import type { Chooser } from '../decisions.ts';
import type { Block, Inline, ListBlock } from '../document.ts';
import { type Marks, inlineOfLines, pageBreak, plainText } from './inline.ts';
import type { BodyLine } from './body-lines.ts';
import { beginsItem, beginsLabelled, readLabelledList, readList } from './lists.ts';
import { readTable } from './tables.ts';
import { looksLikeDateline, looksLikeName, looksLikeValediction } from './letter-parts.ts';
import { listType, looksLikeListHead, looksLikeTitle } from './titles.ts';
import type { Closing } from './closing.ts';
import { type FlatBlock, buildDivisions } from './divisions.ts';
import type { Opening } from './opening.ts';
import type { Attachments } from './attachments.ts';
import { markDateline } from './dateline.ts';
import { askDate } from './date-questions.ts';
import { askDatelineInText, askListHead, askSections, askTable } from './structure-questions.ts';

export interface BlockContext {
  readonly marks: Marks;
  readonly opening: Opening;
  readonly closing: Closing;
  readonly attachments: Attachments;
  readonly chooser: Chooser;
}

interface Reading {
  readonly flat: FlatBlock[];
  readonly lines: readonly BodyLine[];
  readonly context: BlockContext;
}

/** The blocks of the body after the heading. */
export function readBlocks(lines: readonly BodyLine[], context: BlockContext): Block[] {
  const reading: Reading = { flat: [], lines, context };
  for (let i = 0; i < lines.length;) i = readNext(reading, i);
  return buildDivisions(markSections(markClosings(reading.flat), context.chooser));
}

function readNext(reading: Reading, i: number): number {
  const { flat, lines, context } = reading;
  const line = lines[i]!;
  const { marks } = context;
  if (line.pagesOnly) {
    for (const page of line.pagesOnly) flat.push({ block: pageBreak(page, marks), words: '' });
    return i + 1;
  }
  if (context.closing.get(line.start)) return readClosing(reading, i);
  const role = context.attachments.roles.get(line.start);
  if (role) {
    const content = inlineOfLines(marks, [line]);
    const opens = role === 'title' ? 'subtitle' : role === 'mark' ? 'attachment' : 'touching-attachment';
    flat.push({ block: { kind: 'paragraph', content }, words: line.words, opens });
    return i + 1;
  }
  if (beginsItem(marks.source, line)) {
    const { list, next } = readList(lines, i, marks, (group) => askTable(group, readTable(group, marks), context));
    flat.push({ block: withHead(reading, list, line), words: '' });
    return next;
  }
  if (beginsLabelled(lines, i)) {
    const { list, next } = readLabelledList(
      lines,
      i,
      marks,
      (l) => context.attachments.roles.has(l.start) || context.closing.get(l.start) !== undefined,
    );
    flat.push({ block: list, words: '' });
    return next;
  }
  return readGroup(reading, i);
}

/** Takes the line before a list as its head where it names the list. */
function withHead(reading: Reading, list: ListBlock, line: BodyLine): ListBlock {
  const { flat, context } = reading;
  const before = flat.at(-1);
  if (before?.block.kind !== 'paragraph' || line.blanks === 0 || before.block.content.some((c) => c.kind === 'line'))
    return list;
  const likely = looksLikeListHead(before.words);
  if (!likely && (before.opens || before.words.length > 70 || !looksLikeTitle(before.words))) return list;
  const first = before.block.content.find((c) => c.kind === 'text');
  const known = listType(before.words);
  if (!askListHead(before.words, first?.at ?? line.start, likely, context.chooser)) return list;
  flat.pop();
  return { ...list, head: before.block.content, ...(known ? { type: known } : {}) };
}

/** A signature with the office below it, or a line of the closing. */
function readClosing(reading: Reading, i: number): number {
  const { flat, lines, context } = reading;
  const { marks, closing } = context;
  const role = closing.get(lines[i]!.start);
  let end = i + 1;
  while (end < lines.length && closing.get(lines[end]!.start) === (role === 'signed' ? 'office' : role)) end++;
  const content = inlineOfLines(marks, lines.slice(i, end));
  flat.push({ block: { kind: role === 'signed' ? 'signed' : 'closing', content }, words: plainText(content) });
  return end;
}

/** Lines that touch each other and begin no list: a table, a part of a letter, or a paragraph with line breaks. */
function readGroup(reading: Reading, i: number): number {
  const { flat, lines, context } = reading;
  const { marks, opening, closing } = context;
  const role = (line: BodyLine) => opening.get(line.start);
  let end = i + 1;
  while (
    end < lines.length &&
    lines[end]!.blanks === 0 &&
    role(lines[end]!) === role(lines[i]!) &&
    !closing.get(lines[end]!.start) &&
    !/^Participants: /iu.test(lines[end]!.words) &&
    !context.attachments.roles.has(lines[end]!.start) &&
    !beginsItem(marks.source, lines[end]!) &&
    !beginsLabelled(lines, end)
  )
    end++;
  while (end > i + 1 && lines[end - 1]!.pagesOnly) end--;
  const group = lines.slice(i, end);
  const table = role(group[0]!) ? undefined : askTable(group, readTable(group, marks), context);
  if (table) {
    flat.push({ block: table, words: '' });
    return end;
  }
  const content = group.some((l) => l.pagesOnly) ? groupWithPages(marks, group) : inlineOfLines(marks, group);
  const kind = role(group[0]!);
  const part = opening.parts?.get(group[0]!.start) ?? datelineInText(group, kind, context.chooser);
  const block: Block =
    kind === 'salute-paragraph'
      ? { kind: 'paragraph', content: segment('salutation', content) }
      : { kind: kind ?? 'paragraph', content: part ? part(content) : content };
  flat.push({ block, words: plainText(content) });
  return end;
}

/** A line that could be the dateline of a quoted text: where a person says so, its place and date are marked. */
function datelineInText(
  group: readonly BodyLine[],
  role: string | undefined,
  chooser: Chooser,
): ((content: readonly Inline[]) => Inline[]) | undefined {
  const line = group[0]!;
  if (role || group.length > 1 || line.words.length > 70 || !looksLikeDateline(line.words)) return undefined;
  if (!askDatelineInText(line, chooser)) return undefined;
  const reading = askDate(line, false, chooser);
  return (content) => markDateline(content, reading);
}

function groupWithPages(marks: Marks, group: readonly BodyLine[]): Inline[] {
  return group.flatMap((line, i): Inline[] => {
    if (line.pagesOnly) return line.pagesOnly.map((p) => pageBreak(p, marks));
    return [...(i > 0 ? [{ kind: 'line' as const, at: line.start }] : []), ...inlineOfLines(marks, [line])];
  });
}

/** Words that are a part of a letter although they are printed as a paragraph. */
const segment = (type: string, content: readonly Inline[]): Inline[] => [
  { kind: 'phrase', element: 'seg', attributes: { type }, content },
];

/** A closing formula before a signature is printed as a paragraph; it stays one, and is marked inside. */
function markClosings(flat: readonly FlatBlock[]): FlatBlock[] {
  return flat.map((item, i) => {
    const next = flat[i + 1]?.block.kind;
    const before = next === 'signed' || next === 'closing';
    if (item.block.kind !== 'paragraph' || !before || !looksLikeValediction(item.words)) return item;
    return { ...item, block: { ...item.block, content: segment('closing', item.block.content) } };
  });
}

const long = (item: FlatBlock | undefined): boolean =>
  item !== undefined &&
  (item.block.kind === 'list' ||
    item.block.kind === 'table' ||
    (item.block.kind === 'paragraph' && item.words.length > 120));

/** `For the Board of National Estimates:` is above a signature. */
const closes = /^For the \p{Lu}.*:$/u;

/** Titles with a longer text below them; two of them at least, else it is a subject line. */
function markSections(flat: readonly FlatBlock[], chooser: Chooser): FlatBlock[] {
  const content = flat.flatMap((f, i) => (f.block.kind === 'page' ? [] : [i]));
  const titles = content.filter((i, k) => {
    const item = flat[i]!;
    const next = flat[content[k + 1] ?? -1];
    return (
      item.block.kind === 'paragraph' &&
      !item.opens &&
      k > 0 &&
      looksLikeTitle(item.words) &&
      long(next) &&
      !next!.opens
    );
  });
  if (titles.length < 2) return [...flat];
  const asked = titles.map((i) => {
    const { block, words } = flat[i]!;
    const first = 'content' in block ? block.content.find((c) => c.kind === 'text') : undefined;
    const above = flat[content[content.indexOf(i) - 1] ?? -1]?.words ?? '';
    return { i, words, at: first?.at ?? 0, name: looksLikeName(words) && closes.test(above) };
  });
  const sections = askSections(asked, chooser).map((t) => asked.find((a) => a.at === t.at)!.i);
  return flat.map((item, i) => (sections.includes(i) ? { ...item, opens: 'section' } : item));
}
