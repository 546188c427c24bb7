import type { Content, Node, PdfDocument, Piece, Tag } from '../../../pdf/document.ts';
import { textIn } from '../../../pdf/blocks.ts';
import type { IndexLine } from './index-faults.ts';
import type { Chapter, ChapterEvent } from './chapter-events.ts';
import type { BookRead, EntryInBook, HeadingRead } from './book-read.ts';
import { begins, entriesIn, holdsEntries } from './read-entries.ts';
import { madeKind, type MadeKind, seen } from './kinds-of-words.ts';
import { firstPage, oneLine, pageLabelOf, plainWords, shown, withoutLabel } from './words-of-tags.ts';

/** Cuts a book into the texts of its units, by its headings and their names. */

/** Tags that are not lines of their own. */
const inline = new Set('Span Link Em Strong Quote Code NonStruct Sub Reference'.split(' '));

const isHeading = ({ role }: Tag): boolean => /^H[1-6]$/.test(role);

/** The names of headings by their numbers. */
function namesOf({ destinations }: PdfDocument): Map<number, readonly [what: string, id: string]> {
  const names = new Map<number, readonly [what: string, id: string]>();
  for (const name of destinations.keys()) {
    const [, number, what, id] = /^(\d+):([umso]):(.*)$/s.exec(name) ?? [];
    if (number !== undefined) names.set(Number(number), [what!, Buffer.from(id!, 'latin1').toString('utf8')]);
  }
  return names;
}

interface Around {
  readonly language: string | undefined;
  /** In a heading whose words are ours. */
  readonly isTitle?: boolean;
  /** In a heading, in a table, whose lines are not counted, or in a note, which has no lines of the text. */
  readonly lines?: 'heading' | 'table' | 'none';
}

class ChapterReader {
  readonly chapters = new Map<string, Chapter>();
  readonly headings: HeadingRead[] = [];
  readonly front: Tag[] = [];
  readonly contents: Tag[] = [];
  readonly index: IndexLine[] = [];
  readonly entries: EntryInBook[] = [];
  readonly faults: string[] = [];
  private readonly names: ReturnType<typeof namesOf>;
  private chapter: Chapter | undefined;
  private isInHeading = false;
  /** What is of the next text before its heading. */
  private early: Chapter | undefined;
  /** The sheet of the last words, and the line on it. */
  private sheet = -1;
  private line: string | undefined;
  /** Contents are behind what is read now. */
  private isBeforeContents = false;
  /** The label of the last call, until its note comes. */
  private call: string | undefined;

  constructor(document: PdfDocument) {
    this.names = namesOf(document);
  }

  read(nodes: readonly Node[], around: Around): void {
    nodes.forEach((node, i) => {
      const next = nodes[i + 1];
      this.isBeforeContents = next?.kind === 'tag' && next.role === 'TOC';
      if (node.kind === 'content') this.content(node, around);
      else if (node.kind === 'tag') this.tag(node, around);
    });
  }

  private put(event: ChapterEvent): void {
    if (this.chapter) return void this.chapter.events.push(event);
    const part = this.headings.at(-1);
    const [kind, text = ''] = event;
    // Contents have a heading and lines; whatever else is there is of no text. Before the first heading is the title page.
    const isNone = kind === 'words' && text.trim() !== '' && !this.isInHeading && part;
    if (isNone) this.faults.push(`sheet ${part.page + 1}: words that are in no text: “${text.trim().slice(0, 60)}”`);
  }

  private content({ page, pieces }: Content, around: Around): void {
    const { language, isTitle } = around;
    this.turn(page);
    for (let i = 0; i < pieces.length;) {
      const kind = madeKind(pieces[i]!.language ?? language);
      if (kind !== 'page') this.turnLine(pieces[i]!, around);
      let text = '';
      // A mark in several pieces is one mark; marks of two pages are apart.
      do text += shown(pieces[i++]!);
      while (
        i < pieces.length &&
        madeKind(pieces[i]!.language ?? language) === kind &&
        (kind !== undefined || pieces[i]!.y === pieces[i - 1]!.y) &&
        (kind !== 'page' || isBehind(pieces[i]!, pieces[i - 1]!))
      );
      if (kind === 'unit') this.beginEarly(page);
      else if (kind !== undefined) this.made(kind, text);
      else this.put([isTitle ? 'title' : 'words', seen(text)]);
    }
  }

  private turn(page: number): void {
    if (!this.chapter) return;
    if (this.sheet !== page) {
      this.put(['sheet', String(page)]);
      this.line = undefined;
    }
    this.sheet = page;
    this.chapter.last = Math.max(this.chapter.last, page);
  }

  private turnLine({ y, size }: Piece, { lines }: Around): void {
    if (!this.chapter || lines === 'none') return;
    const line = lines === 'heading' ? '' : `${y.toFixed(2)} ${lines === 'table' ? 0 : size.toFixed(2)}`;
    if (this.line !== line) this.put(['line', line]);
    this.line = line;
  }

  /** A text begins before its heading, which will say which it is. */
  private beginEarly(page: number): void {
    this.chapter = { first: page, last: page, events: [] };
    this.early = this.chapter;
    this.sheet = -1;
    this.turn(page);
  }

  private made(kind: MadeKind, text: string): void {
    if (kind === 'page') this.put(['page', pageLabelOf(seen(text))]);
    else if (kind === 'space') this.put(['words', text.includes('-') ? '' : ' ']);
    else if (kind === 'sign' || kind === 'point' || kind === 'number') this.put([kind, seen(text)]);
  }

  private tag(tag: Tag, around: Around): void {
    const kind = isHeading(tag) ? 'heading' : tag.role === 'Table' ? 'table' : undefined;
    const lines = around.lines ?? kind;
    const inside: Around = { ...around, language: tag.language ?? around.language, ...(lines && { lines }) };
    if (isHeading(tag)) return this.heading(tag, inside);
    if (tag.role === 'TOC') return void this.contents.push(tag);
    if (!this.chapter && this.headings.length === 0 && !inline.has(tag.role)) this.frontTag(tag);
    const part = this.chapter ? undefined : /^index-(.*)$/.exec(this.headings.at(-1)?.id ?? '')?.[1];
    if (part !== undefined && tag.role === 'P') return void this.index.push({ part, line: tag });
    if (tag.role === 'Lbl') return this.label(tag, inside);
    if (tag.role === 'Note') return this.note(tag, inside);
    if (tag.role === 'P' && holdsEntries([tag]))
      return this.putEntries([tag], around, [...this.chapters.keys()].at(-1));
    if (tag.alt !== undefined) this.put(['picture', tag.alt]);
    if (inline.has(tag.role)) return this.read(tag.children, inside);
    this.put(['edge']);
    this.read(tag.children, inside);
    this.put(['edge']);
  }

  /** The first tags with words before the text. */
  private frontTag(tag: Tag): void {
    if (tag.role !== 'Document' && tag.role !== 'Part') this.front.push(tag);
  }

  /** A label is a call of a note, which is a link to it, or what is before an item. */
  private label(tag: Tag, around: Around): void {
    const isCall = tag.children.some((child) => child.kind === 'tag' && child.role === 'Link');
    if (isCall) {
      if (this.call !== undefined) this.put(['fault', `the call ${this.call} has no note`]);
      this.call = oneLine(seen(textIn(tag.children)));
      return;
    }
    this.put(['edge']);
    this.read(tag.children, around);
    this.put(['edge']);
  }

  private putEntries(nodes: readonly Node[], { language }: Around, behind?: string): void {
    const where = behind === undefined ? {} : { behind };
    for (const entry of entriesIn(nodes, language)) this.entries.push({ ...entry, ...where });
  }

  /** A note; or the apparatus of a page, which is not called, or is before the first note of the page. */
  private note(whole: Tag, around: Around): void {
    const begin = whole.children.findIndex((child) => child.kind === 'tag' && holdsLabel(child));
    const apparatus = whole.children.slice(0, begin < 0 ? undefined : begin);
    const isApparatus =
      (begin !== 0 && (begins(whole.language) || holdsEntries(apparatus))) || whole.children.length === 0;
    if (isApparatus) this.putEntries(apparatus, around);
    if (isApparatus && begin < 0) return;
    const tag = isApparatus ? { ...whole, children: whole.children.slice(begin) } : whole;
    const label = this.call;
    this.call = undefined;
    if (label === undefined) this.put(['fault', `a note has no call: “${oneLine(textIn(tag.children)).slice(0, 60)}”`]);
    this.put(['note', label ?? '']);
    const { title, rest } = withoutLabel(tag.children);
    if (title !== label) this.put(['fault', `the note of the call ${label ?? ''} has the label “${title ?? ''}”`]);
    // The note is a text of its own, and may be on another sheet than its call.
    this.sheet = -1;
    this.read(rest, { language: around.language, lines: 'none' });
    this.put(['end']);
    this.sheet = -1;
  }

  private heading(tag: Tag, around: Around): void {
    const number = this.headings.length + 1;
    const [what, id] = this.names.get(number) ?? [this.chapter && !this.isBeforeContents ? 's' : 'o', ''];
    const page = firstPage(tag.children) ?? -1;
    this.headings.push({ what, id, level: Number(tag.role.slice(1)), words: plainWords(tag, around.language), page });
    if (what === 'u' || what === 'm') this.begin(id, page);
    else if (what !== 's') this.chapter = undefined;
    this.put(['edge']);
    this.isInHeading = true;
    this.read(tag.children, { ...around, isTitle: what === 'm' });
    this.isInHeading = false;
    this.put(['edge']);
  }

  private begin(id: string, page: number): void {
    if (this.chapters.has(id)) this.faults.push(`the text ${id} begins twice`);
    this.chapter = this.early ?? { first: page, last: page, events: [] };
    this.early = undefined;
    this.chapters.set(id, this.chapter);
    this.sheet = -1;
  }
}

const holdsLabel = (tag: Tag): boolean =>
  tag.role === 'Lbl' || tag.children.some((child) => child.kind === 'tag' && holdsLabel(child));

/** Whether a piece goes on where another ends, and is not another mark in its place, or below it. */
const isBehind = (piece: Piece, before: Piece): boolean =>
  piece.x0 > (before.x0 + before.x1) / 2 &&
  piece.x0 - before.x1 < 0.6 * piece.size &&
  Math.abs(piece.y - before.y) < 0.3 * piece.size;

/** The texts of the units of a book, and its headings. */
export function readChapters(document: PdfDocument): BookRead {
  const reader = new ChapterReader(document);
  reader.read(document.tags, { language: document.metadata.language });
  return reader;
}
