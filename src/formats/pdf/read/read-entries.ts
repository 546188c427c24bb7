import type { Node } from '../../../pdf/document.ts';
import { madeKind, type MadeKind, seen } from './kinds-of-words.ts';
import { oneLine, shown } from './words-of-tags.ts';

/** The entries of an apparatus, from the tags of the paragraphs in which they are. */

/** A reading, or the lemma, with its sigla and the notes on it; words without white space around them, sigla without any. */
export interface SideRead {
  readonly words: string;
  readonly sigla: string;
  readonly remarks: readonly string[];
}

export interface EntryRead {
  /** From 0. */
  readonly sheet: number;
  /** Where its lemma is, as the entry says it, or the one before it. */
  readonly at: string;
  /** The lemma first. */
  readonly sides: readonly SideRead[];
}

interface Token {
  readonly kind: MadeKind | undefined;
  readonly text: string;
  readonly sheet: number;
}

/** What is in nodes, piece by piece, without the calls of notes and the notes. */
function tokensOf(nodes: readonly Node[], language: string | undefined): Token[] {
  return nodes.flatMap((node): Token[] => {
    if (node.kind === 'link' || (node.kind === 'tag' && (node.role === 'Lbl' || node.role === 'Note'))) return [];
    if (node.kind === 'tag') return tokensOf(node.children, node.language ?? language);
    return node.pieces.map((piece) => ({
      kind: madeKind(piece.language ?? language),
      text: seen(shown(piece)).replaceAll('\u2060', ''),
      sheet: node.page,
    }));
  });
}

/** A language that says that an entry begins. */
export const begins = (language: string | undefined): boolean => language?.endsWith('-XA') === true;

/** Whether entries begin in here, and not in a note in it. */
export const holdsEntries = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => {
    if (node.kind === 'tag') return node.role !== 'Note' && (begins(node.language) || holdsEntries(node.children));
    return node.kind === 'content' && node.pieces.some(({ language }) => begins(language));
  });

class OpenEntry {
  readonly sheet: number;
  at = '';
  private readonly sides: { words: string; sigla: string; remarks: string[] }[] = [];
  private isInRemark = false;

  constructor(sheet: number) {
    this.sheet = sheet;
    this.begin();
  }

  private begin(): void {
    this.sides.push({ words: '', sigla: '', remarks: [] });
    this.isInRemark = false;
  }

  put({ kind, text }: Token): void {
    const side = this.sides.at(-1)!;
    if (kind === 'entry') this.at += text;
    else if (kind === 'divider') this.begin();
    else if (kind === 'sigla') side.sigla += text.replace(/[\s\u00a0]+/g, '');
    else if (kind === 'remark-end') this.isInRemark = false;
    else if (kind === 'remark') {
      this.isInRemark = true;
      side.remarks.push('');
    } else if (kind === undefined || kind === 'lemma' || kind === 'omitted') {
      // Behind sigla no words of the reading are left: a note begins with its own comma.
      if (!this.isInRemark && side.sigla !== '' && text.trim() !== '')
        this.put({ kind: 'remark', text: '', sheet: this.sheet });
      if (this.isInRemark) side.remarks.push(side.remarks.pop()! + text);
      else side.words += text;
    }
  }

  /** `before`: where the lemma of the entry before it is, which is said once. */
  finish(before: string): EntryRead {
    const sides = this.sides.map(({ words, sigla, remarks }) => ({
      words: oneLine(words),
      sigla,
      remarks: remarks.map(oneLine),
    }));
    const at = this.at.replace(/[\s\u00a0]+/g, ' ').trim();
    return { sheet: this.sheet, at: /[\p{L}\p{N}]/u.test(at) ? at : before, sides };
  }
}

/** The entries in paragraphs. A piece of two lines is one; an entry begins where its mark does. */
export function entriesIn(nodes: readonly Node[], language: string | undefined): EntryRead[] {
  const open: OpenEntry[] = [];
  let last: MadeKind | undefined;
  for (const token of tokensOf(nodes, language)) {
    if (token.kind === 'entry' && last !== 'entry') open.push(new OpenEntry(token.sheet));
    // A divider or a mark in two pieces is one.
    if (token.kind !== last || (token.kind !== 'divider' && token.kind !== 'remark')) open.at(-1)?.put(token);
    last = token.kind;
  }
  const read: EntryRead[] = [];
  for (const one of open) read.push(one.finish(read.at(-1)?.at ?? ''));
  return read;
}
