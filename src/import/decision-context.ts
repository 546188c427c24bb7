/** By what a decision is known again: its kind and the words around it; and how an answer finds its question in a corrected text. */
import { createHash } from 'node:crypto';
import type { Context, Decision, DecisionKind } from './decision.ts';

const around = 32;
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words around a range of the source. */
export function contextOf(source: string, start: number, end: number): Context {
  return {
    before: squeeze(source.slice(Math.max(0, start - around), start)),
    text: squeeze(source.slice(start, Math.min(end, start + 80))),
    after: squeeze(source.slice(end, end + around)),
  };
}

/** The name of a decision. */
export const keyOf = (kind: DecisionKind, c: Context): string =>
  `${kind}-${createHash('sha256').update(`${kind}\n${c.before}\n${c.text}\n${c.after}`).digest('hex').slice(0, 12)}`;

/** How much two strings share, between 0 and 1, by pairs of letters. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (s: string): string[] => Array.from({ length: Math.max(0, s.length - 1) }, (_, i) => s.slice(i, i + 2));
  const left = pairs(a);
  const right = pairs(b);
  const total = left.length + right.length;
  if (total === 0) return 0;
  let shared = 0;
  for (const pair of left) {
    const i = right.indexOf(pair);
    if (i >= 0) {
      shared++;
      right.splice(i, 1);
    }
  }
  return (2 * shared) / total;
}

/** A text without its white space. */
export const solid = (text: string): string => text.replace(/\s+/g, '');
/** The words of a context without white space. */
export const solidContext = (c: Context): string => solid(c.before + c.text + c.after);

/**
 * The answer to a question: the one with its key, else the one whose words are nearly the same, if its own place is gone.
 * Two answers that fit alike are none.
 */
export function answerTo(
  kind: DecisionKind,
  key: string,
  context: Context,
  answers: readonly Decision[],
  stillThere: (answer: Decision) => boolean,
): Decision | undefined {
  const exact = answers.find((a) => a.key === key);
  if (exact) return exact;
  const near = answers
    .filter((a) => a.kind === kind && a.context.text === context.text && !stillThere(a))
    .map((answer) => ({
      answer,
      worth: likeness(answer.context.before, context.before) + likeness(answer.context.after, context.after),
    }))
    .filter((n) => n.worth > 0.7)
    .sort((a, b) => b.worth - a.worth);
  return near.length > 1 && near[0]!.worth - near[1]!.worth < 0.1 ? undefined : near[0]?.answer;
}
