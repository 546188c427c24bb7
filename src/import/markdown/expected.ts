/**
 * The proof: the characters of the source in the order in which the TEI must tell them, and every letter and digit that
 * is not part of the text accounted for as a mark of Markdown. Made from the tree and the source alone.
 */
import type { Nodes, Parents, Root } from 'mdast';
import { type Piece, withPlainPageMarks } from '../expected-text.ts';
import { endOf, startOf } from './syntax-tree.ts';
import { idOfHeading } from './notes-and-anchors.ts';
import type { LabelledNote } from './note-labels.ts';
import { htmlPiece } from './html-tags.ts';
import { piecesOfHtml } from './html-blocks.ts';
import { itemNumbers } from './item-numbers.ts';

interface Telling {
  /** The index of the note that a call of this name calls. */
  readonly noteNamed: ReadonlyMap<string, number>;
  readonly source: string;
  readonly notes: readonly LabelledNote[];
  readonly shortMarks: boolean;
}

const hasBlocks = (node: Nodes): boolean =>
  ['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition', 'table', 'tableRow'].includes(node.type);

function fromHtml(value: string, at: number): Piece[] {
  return piecesOfHtml(value).flatMap((p): Piece[] => {
    if (!p.tag) return [{ text: p.text, at: at + p.at }];
    const is = htmlPiece(p.text);
    return is.is === 'page' ? [{ text: `[Page ${is.label}]`, at: at + p.at, sign: true }] : [];
  });
}

/** The pieces of one line of content. */
function leaves(node: Nodes, telling: Telling): Piece[] {
  const at = startOf(node);
  switch (node.type) {
    case 'text':
      return [{ text: node.value, at }];
    case 'inlineCode':
    case 'code':
      return [{ text: node.value, at, sign: true }];
    case 'image':
    case 'imageReference':
      return [{ text: node.alt ?? '', at, sign: true }];
    case 'html':
      return fromHtml(node.value, at);
    case 'footnoteReference': {
      const note = telling.noteNamed.get(node.identifier);
      return [{ text: note === undefined ? '' : telling.notes[note]!.label, at, sign: true }];
    }
    default:
      return 'children' in node ? node.children.flatMap((child) => leaves(child, telling)) : [];
  }
}

function block(node: Nodes, telling: Telling): Piece[] {
  if (node.type === 'footnoteDefinition' || node.type === 'definition') return [];
  if (!hasBlocks(node)) return withPlainPageMarks(leaves(node, telling), telling.shortMarks);
  const numbers = node.type === 'list' && node.ordered ? itemNumbers(node, telling.source) : undefined;
  return (node as Parents).children.flatMap((child, i) => {
    const inside = block(child, telling);
    if (node.type !== 'list') return inside;
    return [{ text: numbers ? `${numbers[i]!}.` : '•', at: startOf(child), sign: true }, ...inside];
  });
}

/** The pieces of the text, then of the notes, each with its number. */
export function piecesOfTree(root: Root, telling: Telling): Piece[] {
  const notes = telling.notes.flatMap(({ definition, label }) => [
    { text: `${label}.`, at: startOf(definition) },
    ...definition.children.flatMap((child) => block(child, telling)),
  ]);
  return [...block(root, telling), ...notes];
}

/** Stretches of the source that are text, or marks that may hold letters and digits: addresses, names of notes, tags, numbers of lists. */
function accounted(node: Nodes, source: string): [number, number][] {
  const [start, end] = [startOf(node), endOf(node)];
  if (node.type === 'definition' || !('children' in node)) return [[start, end]];
  const inside = node.children.flatMap((child) => accounted(child, source));
  const first = node.children[0];
  const last = node.children.at(-1);
  if (node.type === 'link' || node.type === 'linkReference') return [...inside, [last ? endOf(last) : start, end]];
  if (node.type === 'footnoteDefinition') return [...inside, [start, first ? startOf(first) : end]];
  if (node.type === 'listItem')
    return [...inside, [start, start + (/^\d*/.exec(source.slice(start, start + 12))?.[0].length ?? 0)]];
  if (node.type === 'heading' && idOfHeading(node) !== undefined) return [...inside, [last ? endOf(last) : start, end]];
  return inside;
}

/** Letters and digits of the source that belong neither to the text nor to a mark: they would be lost. */
export function unaccounted(root: Root, source: string, from: number): Piece[] {
  const stretches = accounted(root, source).sort((a, b) => a[0] - b[0]);
  const out: Piece[] = [];
  let next = from;
  for (const [start, end] of [...stretches, [source.length, source.length] as const]) {
    const gap = start > next ? source.slice(next, start) : '';
    if (/[\p{L}\p{N}]/u.test(gap)) out.push({ text: gap, at: next });
    next = Math.max(next, end);
  }
  return out;
}
