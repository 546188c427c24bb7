import { type CalledNote, notesElsewhere } from './called-notes.ts';
import { leftOf, placeOf } from './left-of.ts';
import { attribute, isElement, languageOf, type TreeElement } from './note-tree.ts';
import { escapeAttribute } from '../model/read-tei/slice.ts';
import { countBelow } from '../source/sorted.ts';
import type { Edit, Splice } from './edit.ts';

/** Puts notes of a file where they are called, for phase 1. */

/** Where the white space at the end of a text begins. */
function endOfWords(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && ' \t\r\n'.includes(text[at - 1]!)) at--;
  return at;
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
  return (inside) => `<o:${name}${n}${language}>${inside(start, end)}</o:${name}>`;
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
    byStart.set(edit.start, { ...edit, text: (inside, splice) => before(inside, splice) + edit.text(inside, splice) });
  }
  return [...byStart.values()];
}

/** Calls in an element that is nothing but a call, in order, behind it. */
function behindReplaced(calls: readonly Edit[], replaced: readonly Edit[]): Edit[] {
  const ranges = replaced.toSorted((a, b) => a.start - b.start);
  const starts = ranges.map(({ start }) => start);
  const inOrder = calls.toSorted((a, b) => a.start - b.start || a.rank - b.rank);
  return inOrder.map((edit) => {
    const around = ranges[countBelow(starts, edit.start) - 1];
    return around && edit.start < around.end ? { ...edit, start: around.end, end: around.end, rank: 0 } : edit;
  });
}

/** Each note where it is called. */
export function noteEdits(
  tree: TreeElement,
  source: string,
  isDocument: (element: TreeElement) => boolean,
): readonly Edit[] {
  const { called, continued, gone } = notesElsewhere(tree, isDocument);
  const callers = new Map(called.map(({ at: { node } }) => [isElement(node) ? node.tag.start : -1, node]));
  const calls = called.map((call) => callEdit(source, call));
  const isCall = ({ rank }: Edit): boolean => rank === 3;
  const replaced = together(calls.filter(isCall), (start) => placeOf(callers.get(start) as TreeElement));
  const nothing = (): string => '';
  const away = [...called.map(({ note }) => note), ...continued.keys()].map((note): Edit => {
    return { start: note.tag.start, end: note.end, rank: 3, text: nothing };
  });
  const inOrder = [...continued].toSorted(([a], [b]) => a.tag.start - b.tag.start);
  const more = inOrder.map(([note, { endTag }]): Edit => {
    const text = wrapped('more', note, continued.get(note), '');
    return { start: endTag, end: endTag, rank: 2, text: (inside) => ` ${text(inside)}` };
  });
  const others = behindReplaced(
    calls.filter((edit) => !isCall(edit)),
    replaced,
  );
  return [...others, ...replaced, ...away, ...more, ...[...gone].flatMap(leftOf)];
}

const noteTags = /<(?:[^\s<>:/]+:)?note(Grp)?(?=[\s>])[^<>]*/g;
const places = /<(?:[^\s<>:/]+:)?(?:standOff|listAnnotation)[\s>]|\btype\s*=\s*["'][^"']*note/i;
const backs = /<(?:[^\s<>:/]+:)?back[\s>]/;
const isBehindBlock = /<\/(?:[^\s<>:/]+:)?(?:p|lg|list|table|sp|note|ab)\s*>\s*$/;

/** Whether a tree of a file is worth its time: a note in it is in a group, behind a block or in `back`, or says where it belongs. */
export function mayCall(text: string): boolean {
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
