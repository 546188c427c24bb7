import type { FileReading } from '../model/read-tei/read-file.ts';
import { escapeAttribute } from '../model/read-tei/slice.ts';
import type { StructureNode } from '../model/read-tei/structure.ts';
import { firstNotBefore } from '../source/sorted.ts';
import { type CalledNote, notesElsewhere, type NotesElsewhere } from './called-notes.ts';
import { decideText, type Slice } from './decided-text.ts';
import { attribute, isElement, languageOf, treeOf, type TreeElement } from './note-tree.ts';

/** The source of a file with each note where it is called, and each element as the edition’s table has it, for phase 1. */

/** The text between two offsets of a file as phase 1 gets it. */
export type Splice = (from: number, to: number) => string;

/** At these offsets something else is in place of the text. */
interface Edit {
  readonly start: number;
  readonly end: number;
  /** Of edits at one place: which comes first. */
  readonly rank: number;
  readonly text: (splice: Splice) => string;
}

/** Where the white space at the end of a text begins. */
function endOfWords(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && ' \t\r\n'.includes(text[at - 1]!)) at--;
  return at;
}

/** What is left of an element to which something may point. */
function placeOf(element: TreeElement): string {
  const id = attribute(element, 'xml:id');
  const prefix = element.tag.name.slice(0, element.tag.name.length - element.tag.local.length);
  return id === '' ? '' : `<${prefix}anchor xml:id="${escapeAttribute(id)}"/>`;
}

/** A note as it is written, in an element that says what it is called here and in what language it is. */
function wrapped(
  name: string,
  note: TreeElement,
  around: TreeElement | undefined,
  label: string,
): (splice: Splice) => string {
  const { start } = note.tag;
  const { end } = note;
  const [own, here] = [languageOf(note.parent), languageOf(around)];
  const isElsewhere = own !== here && own !== undefined && attribute(note, 'xml:lang') === '';
  const language = isElsewhere ? ` xml:lang="${escapeAttribute(own)}"` : '';
  const n = label === '' ? '' : ` n="${escapeAttribute(label)}"`;
  return (splice) => `<o:${name}${n}${language}>${splice(start, end)}</o:${name}>`;
}

function callEdit(text: string, { note, label, at: { is, node } }: CalledNote): Edit {
  if (!isElement(node)) {
    const at = endOfWords(text, node.start, node.end);
    return { start: at, end: at, rank: 0, text: wrapped('call', note, node.parent, label) };
  }
  if (is === 'end') return { start: node.endTag, end: node.endTag, rank: 1, text: wrapped('call', note, node, label) };
  const call = wrapped('call', note, node.parent, label);
  if (is === 'behind') return { start: node.end, end: node.end, rank: 0, text: call };
  return { start: node.tag.start, end: node.end, rank: 3, text: call };
}

/** Several calls that take the place of one element are one edit. */
function together(edits: readonly Edit[], place: (start: number) => string): Edit[] {
  const byStart = new Map<number, Edit>();
  for (const edit of edits) {
    const known = byStart.get(edit.start);
    const before = known ? known.text : () => place(edit.start);
    byStart.set(edit.start, { ...edit, text: (splice) => before(splice) + edit.text(splice) });
  }
  return [...byStart.values()];
}

function editsOf(text: string, { called, continued, gone }: NotesElsewhere): Edit[] {
  const callers = new Map(called.map(({ at: { node } }) => [isElement(node) ? node.tag.start : -1, node]));
  const calls = called.map((call) => callEdit(text, call));
  const isCall = ({ rank }: Edit): boolean => rank === 3;
  const replaced = together(calls.filter(isCall), (start) => placeOf(callers.get(start) as TreeElement));
  const nothing = (): string => '';
  const away = [...called.map(({ note }) => note), ...continued.keys()].map((note): Edit => {
    return { start: note.tag.start, end: note.end, rank: 3, text: nothing };
  });
  const inOrder = [...continued].toSorted(([a], [b]) => a.tag.start - b.tag.start);
  const more = inOrder.map(([note, { endTag }]): Edit => {
    const text = wrapped('more', note, continued.get(note), '');
    return { start: endTag, end: endTag, rank: 2, text: (splice) => ` ${text(splice)}` };
  });
  const left = [...gone].flatMap((element): Edit[] => [
    { start: element.tag.start, end: element.tag.end, rank: 3, text: () => `${placeOf(element)} ` },
    { start: element.endTag, end: element.end, rank: 3, text: () => ' ' },
  ]);
  return [...calls.filter((edit) => !isCall(edit)), ...replaced, ...away, ...more, ...left]
    .map((edit, i) => ({ edit, i }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.rank - b.edit.rank || a.i - b.i)
    .map(({ edit }) => edit);
}

const noteTags = /<(?:[^\s<>:/]+:)?note(Grp)?(?=[\s>])[^<>]*/g;
const places = /<(?:[^\s<>:/]+:)?(?:standOff|listAnnotation)[\s>]|\btype\s*=\s*["'][^"']*note/i;
const backs = /<(?:[^\s<>:/]+:)?back[\s>]/;
const isBehindBlock = /<\/(?:[^\s<>:/]+:)?(?:p|lg|list|table|sp|note|ab)\s*>\s*$/;

/** Whether a tree of a file is worth its time: a note in it is in a group, behind a block or in `back`, or says where it belongs. */
function mayCall(text: string): boolean {
  if (places.test(text)) return true;
  const back = text.search(backs);
  for (const { 0: tag, 1: group, index } of text.matchAll(noteTags)) {
    const isBack = back >= 0 && index > back;
    const points = /\b(?:target|targetEnd|corresp|next|prev)\s*=\s*["'][^"']*#/.test(tag);
    if (group !== undefined || isBack || points || isBehindBlock.test(text.slice(Math.max(0, index - 80), index)))
      return true;
  }
  return false;
}

function documentsOf(nodes: readonly StructureNode[], found = new Set<number>()): Set<number> {
  for (const { document, tag, children } of nodes) {
    if (document) found.add(tag.start);
    documentsOf(children, found);
  }
  return found;
}

/** How phase 1 gets the text of a file; undefined where it is as it is written. */
export function spliceNotes({ source, structure, decided }: FileReading): Splice | undefined {
  if (!decided && (!mayCall(source.text) || structure.pointers.length === 0)) return undefined;
  const documents = documentsOf(structure.parts.flatMap(({ text }) => text ?? []));
  const root = treeOf(source);
  const slice = decided
    ? decideText(root, source.text, decided.table, decided.isKept)
    : (from: number, to: number): string => source.text.slice(from, to);
  const edits = editsOf(
    source.text,
    notesElsewhere(root, ({ tag }) => documents.has(tag.start)),
  );
  return edits.length === 0 ? (decided ? slice : undefined) : splicer(slice, edits);
}

function splicer(slice: Slice, edits: readonly Edit[]): Splice {
  /** `outer`: whether an edit that takes the place of all of it is meant, or one of what is in it. */
  const splice = (from: number, to: number, isNote: boolean): string => {
    let out = '';
    let at = from;
    for (let i = firstNotBefore(edits.length, (k) => edits[k]!.start < from); i < edits.length; i++) {
      const { start, end, text: made, rank } = edits[i]!;
      if (start > to || (start === to && (isNote || rank === 3))) break;
      if (start < at || (isNote && start === from)) continue;
      out += slice(at, start) + made((a, b) => splice(a, b, true));
      at = end;
    }
    return out + slice(at, Math.max(at, to));
  };
  return (from, to) => splice(from, to, false);
}
