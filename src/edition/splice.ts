import type { FileReading } from '../model/read-tei/read-file.ts';
import type { StructureNode } from '../model/read-tei/structure.ts';
import { firstNotBefore } from '../source/sorted.ts';
import type { SourceText } from '../source/text.ts';
import { decidedText } from './decided-text.ts';
import type { Edit, Splice } from './edit.ts';
import { treeOf } from './note-tree.ts';
import { entryEdits, mayHaveEntriesApart } from './splice-entries.ts';
import { mayCall, noteEdits } from './splice-notes.ts';

/** The source of a file for phase 1, in which each note is where it is called, and each entry of an apparatus at its lemma. */

function documentsOf(nodes: readonly StructureNode[], found = new Set<number>()): Set<number> {
  for (const { document, tag, children } of nodes) {
    if (document) found.add(tag.start);
    documentsOf(children, found);
  }
  return found;
}

/** How phase 1 gets the text of a file; undefined where it is as it is written. */
export function spliceSource({ source, structure, decided }: FileReading): Splice | undefined {
  const documents = documentsOf(structure.parts.flatMap((part) => part.text ?? []));
  const hasPointers = structure.pointers.length > 0;
  if (!decided) return spliceText(source, documents, hasPointers);
  const { source: made, at } = decidedText(source, decided.table, decided.isKept);
  const splice = spliceText(made, new Set([...documents].map(at)), hasPointers);
  return (from, to) => splice?.(at(from), at(to)) ?? made.text.slice(at(from), at(to));
}

function spliceText(source: SourceText, documents: ReadonlySet<number>, hasPointers: boolean): Splice | undefined {
  const { text } = source;
  const hasNotes = mayCall(text) && hasPointers;
  const hasEntries = mayHaveEntriesApart(text);
  if (!hasNotes && !hasEntries) return undefined;
  const isDocument = ({ tag }: { tag: { start: number } }): boolean => documents.has(tag.start);
  const tree = treeOf(source);
  const edits = [
    ...(hasNotes ? noteEdits(tree, text, isDocument) : []),
    ...(hasEntries ? entryEdits(tree, text, isDocument) : []),
  ];
  if (edits.length === 0) return undefined;
  const inOrder = edits
    .map((edit, i) => ({ edit, i }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.rank - b.edit.rank || a.i - b.i);
  return splicer(
    text,
    inOrder.map(({ edit }) => edit),
  );
}

function splicer(text: string, edits: readonly Edit[]): Splice {
  /** `outer`: whether an edit that takes the place of all of it is meant, or one of what is in it. */
  const splice = (from: number, to: number, isNote: boolean): string => {
    let out = '';
    let at = from;
    for (let i = firstNotBefore(edits.length, (k) => edits[k]!.start < from); i < edits.length; i++) {
      const { start, end, text: made, rank } = edits[i]!;
      if (start > to || (start === to && (isNote || rank === 3))) break;
      if (start < at || (isNote && start === from)) continue;
      out +=
        text.slice(at, start) +
        made(
          (a, b) => splice(a, b, true),
          (a, b) => splice(a, b, false),
        );
      at = end;
    }
    return out + text.slice(at, Math.max(at, to));
  };
  return (from, to) => splice(from, to, false);
}
