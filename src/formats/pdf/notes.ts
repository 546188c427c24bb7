import type { ReadingNode } from '../../model/reading.ts';
import { call, sequence, words } from './code.ts';
import { inOneLine } from './in-one-line.ts';
import { spoken } from './inline.ts';
import { boxed, type Place, type Writer } from './place.ts';
import { waitingMarks } from './text.ts';

/** A note in a reading is in brackets behind the words that it is on: an apparatus has no calls. */
function inReading(node: ReadingNode, outer: Place): string {
  const place = { ...boxed(outer), linked: false };
  return call('note-inside', spoken(node, place.write(inOneLine(node.children), place)));
}

/** A note: its call, and its body at the foot of the page. */
export const note: Writer = (node, outer) => {
  const { page } = outer;
  if (page.entry !== undefined) return inReading(node, outer);
  const marks = waitingMarks(outer);
  const key = `${page.block}/${++page.notes}`;
  const { last } = page;
  const place = { ...boxed(outer), linked: false };
  page.last = ' ';
  page.owed = false;
  const around = page.note;
  const label = node.n === undefined || node.n === '' ? '*' : node.n;
  page.note = label;
  page.isOpen = true;
  const { line } = page;
  page.line = `n. ${label}`;
  const body = spoken(node, place.write(node.children, place));
  page.isOpen = false;
  page.line = line;
  page.note = around;
  page.last = last === ' ' ? 'x' : last;
  page.owed = false;
  const shown = call('fn', words(key), words(label), sequence([body]));
  return sequence([marks, shown]);
};
