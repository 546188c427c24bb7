/**
 * Footnotes at the foot of a page: below a rule or a gap, each beginning with its number or symbol, and called
 * above. What is not called is not a footnote.
 */
import type { Chooser } from '../decisions.ts';
import type { Line, Page } from './lines.ts';
import { callPlaces } from './call-places.ts';
import { assign } from './assign.ts';

export interface FootNote {
  /** `1`, `*`; undefined where a note of the page before continues. */
  readonly label: string | undefined;
  readonly lines: readonly Line[];
  /** Characters of the first line before the text of the note. */
  readonly skip: number;
}

export interface PageParts {
  readonly page: Page;
  readonly body: readonly Line[];
  /** The rule above the notes. */
  readonly rule: Line | undefined;
  readonly notes: readonly FootNote[];
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits on the line for digits above it. */
export const plainDigits = (text: string): string => text.replace(/[⁰¹²³⁴-⁹]/g, (c) => String(superscripts.indexOf(c)));

const noteStart =
  /^(?:\[(\d{1,3}|[a-z]|[*†‡§]{1,3})\]|\((\d{1,3}|[a-z]|[*†‡§]{1,3})\)|(\d{1,3})[.)]?(?=\s)|([*†‡§]{1,3})|([⁰¹²³⁴-⁹]{1,3}))\s*(?=\S)/u;

const isRule = (line: Line): boolean => /^(?:[-_–—―*=.]\s?){3,}$/.test(line.text);

/** The sign a line begins with, and how long it is with what follows it. */
function startOf(line: Line): { label: string; length: number; form: string } | undefined {
  const m = noteStart.exec(line.text);
  const label = m?.slice(1).find((x) => x !== undefined);
  if (!m || !label) return undefined;
  // `1.`, `[1]`, `¹`: the notes of a text are all of one form, symbols aside.
  const form = /[*†‡§]/.test(label) ? 'sign' : m[0].trim().replace(label, /\d|[a-z]/.test(label) ? '#' : '^');
  return { label: plainDigits(label), length: m[0].length, form };
}

/** Whether a symbol may follow another one in a list of notes. */
function follows(before: string, label: string): boolean {
  // Numbers continue, or begin again with another document on the same page.
  if (/^\d/.test(before) && /^\d/.test(label)) return Number(label) === Number(before) + 1 || /^[01]$/.test(label);
  if (/^[a-z]$/.test(before) && /^[a-z]$/.test(label)) return label.charCodeAt(0) === before.charCodeAt(0) + 1;
  return /^[*†‡§]/.test(label) || (/^[*†‡§]/.test(before) && /^1?$/.test(label));
}

/** The notes from a line on: lines that begin with the next symbol, and what follows each. */
function notesFrom(lines: readonly Line[]): FootNote[] {
  const notes: { label: string | undefined; lines: Line[]; skip: number }[] = [];
  let last: string | undefined;
  let form: string | undefined;
  for (const line of lines) {
    const start = startOf(line);
    const fits = start && (form === undefined || start.form === 'sign' || form === 'sign' || start.form === form);
    if (fits && (last === undefined || follows(last, start.label))) {
      form = start.form;
      notes.push({ label: start.label, lines: [line], skip: start.length });
      last = start.label;
    } else if (notes.length > 0) notes.at(-1)!.lines.push(line);
    else notes.push({ label: undefined, lines: [line], skip: 0 });
  }
  return notes;
}

interface Reading {
  readonly from: number;
  readonly rule: boolean;
  readonly notes: readonly FootNote[];
  readonly called: number;
}

/** How many notes are called in the text above them, in their order. */
const countCalled = (labels: readonly string[], body: readonly Line[]): number =>
  assign(labels, callPlaces(body, labels)).filter((p) => p !== undefined && p.worth > 0.6).length;

/**
 * Whether the last note of a page stops in the middle of a sentence, so that it must continue at the foot of the next
 * one.
 */
export function stopsShort({ notes }: PageParts): boolean {
  const last = notes.at(-1)?.lines.at(-1)?.text ?? '';
  return /[\p{L},;-]$/u.test(last);
}

/** So many beginnings of notes are tried on a page, the last ones: a text without page marks is one page. */
const mostReadings = 200;

/**
 * The readings of the foot of a page: from each line below a rule or a gap. A note may continue (`more`) from the page
 * before.
 */
function readings(lines: readonly Line[], more: boolean): Reading[] {
  const below = (i: number): boolean => lines[i - 1] !== undefined && isRule(lines[i - 1]!);
  const continues = (line: Line): boolean => more && line.gap > 0 && /^\p{Ll}/u.test(line.text);
  const mayBegin = (line: Line, i: number): boolean =>
    i > 0 &&
    !isRule(line) &&
    (below(i) || line.gap > 0) &&
    (below(i) || continues(line) || startOf(line) !== undefined);
  const beginnings = lines.flatMap((line, i) => (mayBegin(line, i) ? [i] : []));
  return beginnings.slice(-mostReadings).flatMap((i): Reading[] => {
    const rule = below(i);
    const rest = continues(lines[i]!);
    const notes = notesFrom(lines.slice(i));
    const labels = notes.flatMap((n) => (n.label === undefined ? [] : [n.label]));
    const bodyLines = lines.slice(0, rule ? i - 1 : i);
    const called = countCalled(labels, bodyLines);
    const enough = called > 0 && called * 2 >= labels.length;
    const atFoot = rule ? i > lines.length / 3 : rest;
    const goesOn = atFoot && notes[0]?.label === undefined && called === labels.length;
    return enough || goesOn ? [{ from: i, rule, notes, called }] : [];
  });
}

function accept(best: Reading, page: Page, lines: readonly Line[], chooser: Chooser): boolean {
  const first = lines[best.from]!;
  const labelled = best.notes.filter((n) => n.label !== undefined).length;
  const all = best.called === labelled && labelled > 0;
  return (
    chooser.choose({
      kind: 'note-list',
      start: first.start,
      end: first.start + Math.min(60, first.text.length),
      ask: `Do the footnotes of page ${page.label} begin with “${first.text.slice(0, 40)}”?`,
      options: [
        { value: 'notes', label: 'yes, footnotes' },
        { value: 'text', label: 'no, text' },
      ],
      preferred: 'notes',
      confidence: all && best.rule ? 0.97 : all ? 0.91 : 0.75,
    }) === 'notes'
  );
}

/**
 * Parts a page into its text and its notes. `lines` are those that are not running heads; `more`: the last note of the
 * page before stops short.
 */
export function partPage(page: Page, lines: readonly Line[], more: boolean, chooser: Chooser): PageParts {
  const none: PageParts = { page, body: lines, rule: undefined, notes: [] };
  const worth = ({ called, notes }: Reading): number => called - 0.7 * (notes.length - called);
  const all = readings(lines, more);
  const ruled = all.filter((r) => r.rule);
  const [best] = (ruled.length > 0 ? ruled : all).sort((a, b) => worth(b) - worth(a) || b.from - a.from);
  if (!best || !accept(best, page, lines, chooser)) return none;
  const cut = best.rule ? best.from - 1 : best.from;
  return { page, body: lines.slice(0, cut), rule: best.rule ? lines[cut] : undefined, notes: best.notes };
}
