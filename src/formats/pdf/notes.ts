import { call, sequence, words } from './code.ts';
import { spoken } from './inline.ts';
import { boxed, type Writer } from './place.ts';
import { waitingMarks } from './text.ts';

/** A note: its call, and its body at the foot of the page. */
export const note: Writer = (node, outer) => {
  const { page } = outer;
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
