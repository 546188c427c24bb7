import type { Node, PdfDocument, Piece, Tag } from './document.ts';

/** The text of a document in blocks: what has lines of its own. Notes are apart from the text in which they are called. */

export interface PlacedPiece {
  readonly page: number;
  readonly piece: Piece;
}

/** A note, with the page of its call. */
export interface NotePlace {
  readonly label: string;
  /** Where it is called; undefined where no call is in front of it. */
  readonly call: number | undefined;
  /** Where its first words are, and its last; undefined where it has none. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export interface Block {
  /** `P`, `H1`, `LBody`, `TD` … */
  readonly role: string;
  readonly isInNote: boolean;
  /** In a table or in contents, whose lines are not those of the page. */
  readonly isInTable: boolean;
  readonly pieces: readonly PlacedPiece[];
}

export interface Blocks {
  readonly blocks: readonly Block[];
  readonly notes: readonly NotePlace[];
}

/** Tags whose text is in the lines of the block around them. */
const inline = new Set(
  'Span Link Em Strong Quote Lbl Reference Code BibEntry Annot Ruby RB RT RP Warichu WT WP NonStruct Sub Formula Form'.split(
    ' ',
  ),
);

interface OpenBlock extends Block {
  readonly pieces: PlacedPiece[];
}

interface Around {
  readonly language: string | undefined;
  readonly isInNote: boolean;
  readonly isInTable: boolean;
  /** The block whose lines grow; undefined between blocks. */
  open: OpenBlock | undefined;
}

class BlockReader {
  readonly blocks: OpenBlock[] = [];
  readonly notes: NotePlace[] = [];
  private lastLabel: { readonly text: string; readonly page: number } | undefined;

  read(nodes: readonly Node[], role: string, around: Around): void {
    for (const node of nodes) {
      if (node.kind === 'content') this.put(node.page, node.pieces, role, around);
      else if (node.kind === 'tag') this.tag(node, role, around);
    }
  }

  private put(page: number, pieces: readonly Piece[], role: string, around: Around): void {
    if (!around.open) {
      around.open = { role, isInNote: around.isInNote, isInTable: around.isInTable, pieces: [] };
      this.blocks.push(around.open);
    }
    const { language } = around;
    for (const piece of pieces)
      around.open.pieces.push({
        page,
        piece: language === undefined || piece.language ? piece : { ...piece, language },
      });
  }

  private tag(tag: Tag, role: string, around: Around): void {
    if (tag.role === 'Note') return this.note(tag, around);
    const language = tag.language ?? around.language;
    if (inline.has(tag.role)) {
      const inside = { ...around, language };
      this.read(tag.children, role, inside);
      around.open = inside.open;
      const label = tag.role === 'Lbl' ? firstPiece(tag.children) : undefined;
      if (label) this.lastLabel = { text: textIn(tag.children).trim(), page: label.page };
      return;
    }
    // What comes behind a block inside this one begins a new line.
    around.open = undefined;
    const isInTable = around.isInTable || tag.role === 'Table' || tag.role === 'TOC';
    this.read(tag.children, tag.role, { language, isInNote: around.isInNote, isInTable, open: undefined });
  }

  private note(tag: Tag, around: Around): void {
    const call = this.lastLabel;
    const from = this.blocks.length;
    const number = this.notes.length;
    this.notes.push({ label: call?.text ?? '', call: call?.page, start: undefined, end: undefined });
    const { language, isInTable } = around;
    this.read(tag.children, 'Note', { language: tag.language ?? language, isInNote: true, isInTable, open: undefined });
    const pages = this.blocks.slice(from).flatMap(({ pieces }) => pieces.map(({ page }) => page));
    this.notes[number] = { ...this.notes[number]!, start: pages[0], end: pages.at(-1) };
    this.lastLabel = undefined;
  }
}

function firstPiece(nodes: readonly Node[]): { readonly page: number } | undefined {
  for (const node of nodes) {
    const found = node.kind === 'content' ? node : node.kind === 'tag' ? firstPiece(node.children) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The text of nodes without a word added. */
export const textIn = (nodes: readonly Node[]): string =>
  nodes
    .map((node) =>
      node.kind === 'content'
        ? node.pieces.map(({ text }) => text).join('')
        : node.kind === 'tag'
          ? textIn(node.children)
          : '',
    )
    .join('');

/** All blocks in the order of the tags, and all notes in that of their calls. */
export function blocksOf({ tags }: PdfDocument): Blocks {
  const reader = new BlockReader();
  reader.read(tags, 'Document', { language: undefined, isInNote: false, isInTable: false, open: undefined });
  return reader;
}
