/**
 * Which labels the calls carry. The list of notes may be renumbered from 1 while the calls start at 0, continue from
 * the document before (14, 15 …), start again in an attachment, or are symbols. Each reading is tried; another than the
 * obvious one is taken only by a clear margin.
 */
import type { RunningText } from './page-breaks.ts';

export interface Numbering {
  readonly labels: readonly string[];
  /** What this reading costs before it is tried. */
  readonly price: number;
}

const counted = (first: number, n: number): string[] => Array.from({ length: n }, (_, i) => String(first + i));

/** Figures that could be calls: glued to a word or to what ends a part of a sentence, or after it with one space. */
function numbersSeen(running: RunningText): { glued: Set<number>; spaced: Set<number> } {
  const seen = { glued: new Set<number>(), spaced: new Set<number>() };
  for (const m of running.text.matchAll(/[\p{L}.,;:”’?!)\]]( ?)(\d{1,3})(?=[\s,.;:)\]”’—]|$)/gu))
    (m[1] === '' ? seen.glued : seen.spaced).add(Number(m[2]));
  return seen;
}

/**
 * First numbers of calls that continue from another document. The first one or the second must be glued, and most of
 * them somewhere; those that are seen best come first.
 */
function otherStarts(running: RunningText, n: number): number[] {
  const { glued, spaced } = numbersSeen(running);
  if (n === 1) return [...glued].filter((f) => f > 1 && f < 100);
  const worth = (f: number): number => {
    let sum = 0;
    for (let i = f; i < f + n; i++) sum += glued.has(i) ? 1 : spaced.has(i) ? 0.6 : 0;
    return sum / n;
  };
  return [...new Set([...glued].flatMap((f) => [f, f - 1]))]
    .filter((f) => f > 1 && (glued.has(f) || spaced.has(f)))
    .map((f) => ({ f, worth: worth(f) }))
    .filter((start) => start.worth >= 0.6)
    .sort((a, b) => b.worth - a.worth || a.f - b.f)
    .slice(0, 40)
    .map((start) => start.f);
}

/** Numbers the heading ends with: `(Conversation)0`, `Secretary of State 2`, and both readings of `195814`. */
function headingEnds(head: string): number[] {
  const run = /(\d{1,6})\s*$/.exec(head)?.[1] ?? '';
  return [run.slice(-1), run.slice(-2)].filter((d) => d !== '' && String(Number(d)) === d).map(Number);
}

/** The readings worth trying, the most usual first. `head` is the heading with all its figures. */
export function possibleNumberings(listed: readonly string[], running: RunningText, head: string): Numbering[] {
  const n = listed.length;
  const readings: Numbering[] = [{ labels: listed, price: 0 }];
  if (listed.some((label, i) => label !== String(i + 1))) return readings;
  const ends = headingEnds(head);
  readings.push({ labels: counted(0, n), price: ends.includes(0) ? 0.5 : 3.5 });
  const starts = [...new Set([...ends.filter((e) => e > 1), ...otherStarts(running, n)])];
  for (const f of starts)
    readings.push({ labels: counted(f, n), price: (ends.includes(f) ? 2 : 4) + (n === 1 ? 1 : 0) });
  readings.push(...onlySigns(n, running));
  if (n <= 3) readings.push({ labels: ['*', '†', '‡'].slice(0, n), price: 2 });
  if (n > 1 && n <= 3) readings.push({ labels: Array<string>(n).fill('*'), price: 3 });
  if (n <= 4) readings.push({ labels: ['a', 'b', 'c', 'd'].slice(0, n), price: 4 });
  return readings;
}

/** The labels with a symbol at one place, and the numbers after it moved back by one. */
function withSign(labels: readonly string[], k: number, sign: string): string[] {
  const shifted = labels.slice(k + 1).map((label) => (/^\d+$/.test(label) ? String(Number(label) - 1) : label));
  return [...labels.slice(0, k), sign, ...shifted];
}

/**
 * Signs that no number of the list stands for: glued to a word, before a figure, or after a word with one space. The
 * asterisks of an omission (`* * *`) are none.
 */
const signsIn = (running: RunningText): { label: string; at: number }[] =>
  [
    ...running.text.matchAll(
      /(?<=[^\s*†‡§])(?:[*†‡§]{1,2}(?=[\s,.;:)\]”’]|$)|(?<=[\p{L}.,;:”’)\]]) ([*†‡§]{1,2})(?=\s|$)(?! \*))|(?<=\s)[†‡§](?=\d)/gu,
    ),
  ].map((m) => ({ label: m[1] ?? m[0], at: m[1] === undefined ? m.index : m.index + 1 }));

/** The symbols of the text, where there are as many as notes. */
function onlySigns(n: number, running: RunningText): Numbering[] {
  const labels = signsIn(running).map((s) => s.label);
  return labels.length === n ? [{ labels, price: 2 }] : [];
}

/**
 * All symbols of the text at once, among numbers that are counted without them; nothing where the numbers are not all
 * seen.
 */
function mixedNumbering(n: number, running: RunningText): Numbering[] {
  const calls = signsIn(running);
  const numbers = n - calls.length;
  if (calls.length === 0 || numbers < 1) return [];
  let from = 0;
  for (let i = 1; i <= numbers; i++) {
    const glued = new RegExp(`(?<=[\\p{L}.,;:”’?!)\\]])${i}(?!\\d)`, 'gu');
    glued.lastIndex = from;
    const at = glued.exec(running.text)?.index;
    if (at === undefined) return [];
    calls.push({ label: String(i), at });
    from = at;
  }
  return [{ labels: calls.sort((a, b) => a.at - b.at).map((c) => c.label), price: 3.2 }];
}

/** One call that is not a number moves all numbers after it, and only the last of them is missed, or put elsewhere. */
function amongNumbers(base: readonly string[], running: RunningText): Numbering[] {
  const n = base.length;
  if (n > 40) return [];
  const signs = new Set(signsIn(running).map((s) => s.label));
  const counts = base[0] === '1' ? [base] : [base, counted(1, n)];
  return [...signs].flatMap((sign) =>
    counts.flatMap((labels) =>
      labels.flatMap((label, k) =>
        label === sign ? [] : [{ labels: [...labels.slice(0, k), sign, ...labels.slice(k, -1)], price: 3.2 }],
      ),
    ),
  );
}

/** Readings that fix one in which notes stayed without a place: one new start, or one symbol among numbers. */
export function repairedNumberings(
  base: readonly string[],
  missing: readonly number[],
  running: RunningText,
): Numbering[] {
  const first = Number(base[0]);
  const n = base.length;
  if (missing.length === 0) return signsIn(running).length > 0 ? amongNumbers(base, running) : [];
  const from = missing[0]!;
  const readings: Numbering[] = [];
  const plain = base.every((label) => /^\d+$/.test(label));
  const anew = missing.length > 1 && n <= 60 ? [1, n - 1] : [Math.max(1, from - 1), Math.min(n - 1, from + 1)];
  for (let r = anew[0]!; plain && r <= anew[1]!; r++) {
    for (const again of [1, 0]) readings.push({ labels: [...counted(first, r), ...counted(again, n - r)], price: 4 });
  }
  for (let r = Math.max(1, from - 1); plain && r <= Math.min(n - 1, from + 1); r++) {
    readings.push({ labels: [...counted(first, r), ...counted(first + r - 1, n - r)], price: 4.5 });
    readings.push({ labels: [...counted(first, r), ...counted(first + r + 1, n - r)], price: 4.5 });
  }
  const near = new Set(
    missing
      .slice(0, 4)
      .flatMap((k) => [k - 1, k])
      .filter((k) => k > 0),
  );
  for (const k of near) {
    for (const sign of ['*', '†', '‡', 'a']) readings.push({ labels: withSign(base, k, sign), price: 3 });
  }
  return [...readings, ...amongNumbers(base, running), ...mixedNumbering(n, running)];
}
