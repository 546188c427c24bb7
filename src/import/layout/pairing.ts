/**
 * Series of notes: a beginning of a note for each call, with the same label, in the same order, the call above the note. Numbers that
 * only rise (sections, verses, items of a list) have one member for each label, so they are not a series of notes.
 */
import { firstNotBefore } from '../../source/sorted.ts';
import type { NoteForms } from './recipe.ts';
import { byForm } from './by-form.ts';
import { labelValue } from './labels.ts';
import { type Head, type Mark, pageWord } from './marks.ts';

export interface PairedNote {
  readonly head: Head;
  /** Absent where nothing in the text calls it. */
  readonly call?: Mark;
}

export interface Series {
  readonly call: string;
  readonly note: string;
  /** In the order of the notes. */
  readonly notes: readonly PairedNote[];
  readonly matched: number;
  /** Calls of the same form of which the note is missing. */
  readonly orphans: readonly Mark[];
}

/** Notes that follow each other without a call between them. */
interface Group {
  readonly heads: readonly Head[];
  readonly calls: ReadonlyMap<Head, Mark>;
}

/** Calls that wait for their note: by label, in order of their places. */
type Waiting = Map<string, Mark[]>;

function wait(call: Mark, waiting: Waiting): void {
  const same = waiting.get(call.label);
  if (same) same.push(call);
  else waiting.set(call.label, [call]);
}

function lastBefore(calls: readonly Mark[] | undefined, limit: number): Mark | undefined {
  return calls?.[firstNotBefore(calls.length, (i) => calls[i]!.start < limit) - 1];
}

function firstAfter(calls: readonly Mark[] | undefined, limit: number): Mark | undefined {
  return calls?.[firstNotBefore(calls.length, (i) => calls[i]!.start <= limit)];
}

/** The calls of a group of notes, in the same order as they: from the end backwards, or from the beginning, whichever finds more. */
function matchGroup(heads: readonly Head[], waiting: Waiting): Map<Head, Mark> {
  const backwards = new Map<Head, Mark>();
  let limit = heads[0]!.start;
  for (const head of [...heads].reverse()) {
    const call = lastBefore(waiting.get(head.label), limit);
    if (!call) continue;
    backwards.set(head, call);
    limit = call.start;
  }
  if (backwards.size === heads.length) return backwards;
  const forwards = new Map<Head, Mark>();
  let from = -1;
  for (const head of heads) {
    const call = firstAfter(waiting.get(head.label), from);
    if (!call || call.start >= heads[0]!.start) continue;
    forwards.set(head, call);
    from = call.start;
  }
  return forwards.size > backwards.size ? forwards : backwards;
}

/** Walks through the text: calls wait for the next group of notes. */
function groupsOf(heads: readonly Head[], calls: readonly Mark[]): { groups: Group[]; waiting: Waiting } {
  const waiting: Waiting = new Map();
  const groups: Group[] = [];
  let next = 0;
  for (let i = 0; i < heads.length;) {
    for (; next < calls.length && calls[next]!.start < heads[i]!.start; next++) {
      wait(calls[next]!, waiting);
    }
    const limit = calls[next]?.start ?? Infinity;
    let end = i + 1;
    while (end < heads.length && heads[end]!.start < limit) end++;
    const group = heads.slice(i, end);
    const found = matchGroup(group, waiting);
    for (const call of found.values()) {
      const same = waiting.get(call.label)!;
      same.splice(same.lastIndexOf(call), 1);
    }
    groups.push({ heads: group, calls: found });
    i = end;
  }
  for (const call of calls.slice(next)) wait(call, waiting);
  return { groups, waiting };
}

/** Heads at the beginning of a group that are called; a number that begins a paragraph among notes is not one of them. */
const isSeries = ({ heads, calls }: Group): boolean => calls.size > 0 && calls.size >= heads.length * 0.6;

/** The heads at the end that count from the first label on: of items and notes alike, the last ones are the notes. */
function lastGroup(heads: readonly Head[]): readonly Head[] {
  let first = heads.length - 1;
  while (first > 0 && labelValue(heads[first]!.label) === (labelValue(heads[first - 1]!.label) ?? NaN) + 1) first--;
  return heads.slice(first);
}

/** After words, and not before the words that it counts, as in “(1) the first, (2) the second”. */
function endsWords(text: string, { start, end }: Mark): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  if (/\S$/.test(before)) return !/[:;—(/-]$/.test(before) && !/^[\p{L}\d]/u.test(text.slice(end, end + 1));
  return /[.,!?”"’»)]\s*$|\p{L}{4}\s*$/u.test(before);
}

/** The series that one form of notes and one form of calls make; undefined where they do not. */
export function seriesOf(text: string, heads: readonly Head[], calls: readonly Mark[]): Series | undefined {
  const atEnd = /^\{.\}\)/.test(heads[0]!.form) ? lastGroup(heads) : heads;
  const ended =
    atEnd.length < heads.length && groupsOf(atEnd, calls).groups.every((g) => g.calls.size === g.heads.length);
  const { groups, waiting } = groupsOf(ended ? atEnd : heads, calls);
  const own = groups.filter(isSeries);
  const notes = own.flatMap((g) =>
    g.heads.map((head): PairedNote => {
      const call = g.calls.get(head);
      return call ? { head, call } : { head };
    }),
  );
  const matched = own.reduce((sum, g) => sum + g.calls.size, 0);
  const called = new Set(notes.flatMap((n) => n.call ?? []));
  const orphans = [...waiting.values()].flat().filter((c) => !called.has(c));
  if (matched === 0) return undefined;
  if (calls[0]!.form.startsWith('(') && [...called].filter((c) => endsWords(text, c)).length < matched * 0.6)
    return undefined;
  // Half of what looks like a call must be one, else the shape means something else in this text.
  if (orphans.length > matched * (strong(heads[0]!) ? 2 : 0.5)) return undefined;
  return { call: calls[0]!.form, note: heads[0]!.form, notes, matched, orphans };
}

/** A beginning of a note that is hardly anything else: with a word in a bracket. */
const strong = (head: Head): boolean => head.closes !== undefined;

/** How alike two forms are: notes and calls that are written alike belong together. */
const alike = (call: string, note: string): number => (note.startsWith(call) || /^\[\p{L}/u.test(note) ? 0.5 : 0);

/** A half bracket after a number is an item of a list unless the notes have the same. */
const mayPair = (call: string, note: string): boolean => !/^\{.\}\)$/.test(call) || note.includes(')');

const worthOf = ({ call, note, notes, matched, orphans }: Series): number =>
  matched + alike(call, note) - (orphans.length + notes.length - matched) * 0.3;

function best(text: string, heads: readonly Head[], calls: readonly Mark[]): Series | undefined {
  const callForms = [...byForm(calls).values()].sort((a, b) => b.length - a.length).slice(0, 24);
  // What begins a line like a note is not called there.
  const starts = new Set(heads.map((h) => h.start));
  let found: Series | undefined;
  let worth = 0;
  for (const own of [...byForm(heads).values()].sort((a, b) => b.length - a.length).slice(0, 24)) {
    const labels = new Set(own.map((h) => h.label));
    for (const form of callForms) {
      if (!mayPair(form[0]!.form, own[0]!.form)) continue;
      const outside = form.filter((c) => !starts.has(c.start));
      if (!outside.some((c) => labels.has(c.label))) continue;
      const series = seriesOf(text, own, outside);
      const value = series ? worthOf(series) : 0;
      if (value > worth) [found, worth] = [series, value];
    }
  }
  return found;
}

/** The series of the forms that a recipe names, however few notes they have. */
export function givenSeries(
  text: string,
  heads: readonly Head[],
  calls: readonly Mark[],
  forms: readonly NoteForms[],
): Series[] {
  const starts = new Set(heads.map((h) => h.start));
  return forms.flatMap(({ call, note }) => {
    const own = heads.filter((h) => h.form === note);
    const outside = calls.filter((c) => c.form === call && !starts.has(c.start));
    if (own.length === 0 || outside.length === 0) return [];
    return seriesOf(text, own, outside) ?? [];
  });
}

/** All series of a text, the largest first. A mark belongs to one of them. */
export function findSeries(text: string, heads: readonly Head[], calls: readonly Mark[]): Series[] {
  const found: Series[] = [];
  let ownHeads = heads;
  let ownCalls = calls.filter(
    (c) =>
      !(c.word !== undefined && pageWord.test(c.word)) &&
      !(c.form.endsWith(')') && /[:;–—] ?$/.test(text.slice(c.start - 2, c.start))),
  );
  while (found.length < 4) {
    const series = best(text, ownHeads, ownCalls);
    if (!series) return found;
    found.push(series);
    const lines = new Set(series.notes.map((n) => n.head.line));
    const used = new Set(series.notes.flatMap((n) => [n.head.start, ...(n.call ? [n.call.start] : [])]));
    ownHeads = ownHeads.filter((h) => !lines.has(h.line));
    ownCalls = ownCalls.filter((c) => !used.has(c.start));
  }
  return found;
}
