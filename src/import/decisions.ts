/**
 * The decision log: every choice that the text alone does not settle, with its place, the alternatives and how sure we were;
 * and the replay of a person's answers. A decision is known by its kind and the words around it, not by a line number, so an
 * answer still finds its question when the text was corrected somewhere else.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';

export type DecisionKind =
  | 'heading'
  | 'note-call'
  | 'signature'
  | 'salutation'
  | 'dateline'
  | 'date-end'
  | 'attachment'
  | 'list-head'
  | 'list'
  | 'table'
  | 'word-at-page';

export interface Option {
  /** Written into the file of answers. */
  readonly value: string;
  /** What it means, for a person. */
  readonly label: string;
}

export interface Question {
  readonly kind: DecisionKind;
  /** The stretch of the source in doubt. */
  readonly start: number;
  readonly end: number;
  /** The place to show a person, where it is another than the one the question is known by. */
  readonly showAt?: { readonly start: number; readonly end: number };
  readonly ask: string;
  readonly options: readonly Option[];
  /** The value we choose when nobody answers. */
  readonly preferred: string;
  /** The option a person's answer means, where answers are not simply one of the values. */
  readonly answerMeans?: string;
  /** Between 0 and 1. From `settled` on the choice is not worth a person's time and is not logged. */
  readonly confidence: number;
}

export const settled = 0.9;

/** The words around a place, white space made single: what a decision is recognised by. */
export interface Context {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

export interface Decision {
  readonly key: string;
  readonly kind: DecisionKind;
  readonly line: number;
  readonly column: number;
  readonly ask: string;
  readonly context: Context;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly confidence: number;
  /** Written by a person; empty: not answered. */
  readonly answer: string;
}

/** A decision with the offsets it is about, for findings. */
export interface LoggedDecision extends Decision {
  readonly start: number;
  readonly end: number;
  readonly answered: boolean;
}

export interface Chooser {
  /** The value of the option that counts: a person's answer, else the preferred one. */
  choose(question: Question): string;
  /** What a person has answered to this question, whatever its options are now. */
  answerFor(question: Pick<Question, 'kind' | 'start' | 'end'>): string | undefined;
  /** Everything asked so far that is worth a person's time or was answered, in the order of the text. */
  log(): LoggedDecision[];
  /** Answers that found no question: the text has changed there. */
  unused(): Decision[];
}

const around = 32;
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words around a stretch of the source. */
export function contextOf(source: string, start: number, end: number): Context {
  return {
    before: squeeze(source.slice(Math.max(0, start - around), start)),
    text: squeeze(source.slice(start, Math.min(end, start + 80))),
    after: squeeze(source.slice(end, end + around)),
  };
}

const keyOf = (kind: DecisionKind, c: Context): string =>
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

const solid = (text: string): string => text.replace(/\s+/g, '');
const solidContext = (c: Context): string => solid(c.before + c.text + c.after);

/**
 * The answer to a question: the one with its key, else the one whose words are nearly the same, if its own place is gone.
 * Two answers that fit alike are none.
 */
function answerTo(
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

/** Makes the chooser of one document. `answers` are the entries of a decisions file whose `answer` a person has filled in. */
export function createChooser(source: SourceText, answers: readonly Decision[] = []): Chooser {
  const given = answers.filter((a) => a.answer !== '');
  const used = new Set<Decision>();
  const whole = given.length > 0 ? solid(source.text) : '';
  const stillThere = (answer: Decision): boolean => whole.includes(solidContext(answer.context));
  const logged = new Map<string, LoggedDecision>();
  const find = (kind: DecisionKind, start: number, end: number) => {
    const context = contextOf(source.text, start, end);
    const key = keyOf(kind, context);
    return { context, key, answer: answerTo(kind, key, context, given, stillThere) };
  };
  return {
    choose(question) {
      const { context, key, answer } = find(question.kind, question.start, question.end);
      const meant = answer && (question.answerMeans ?? answer.answer);
      const valid = answer !== undefined && question.options.some((o) => o.value === meant);
      if (valid) used.add(answer);
      const chosen = valid ? meant! : question.preferred;
      if (valid || question.confidence < settled) {
        const { kind, ask, options, confidence } = question;
        const { start, end } = question.showAt ?? question;
        const { line, column } = source.locate(start);
        const answered = valid;
        logged.set(key, {
          key,
          kind,
          line,
          column,
          ask,
          context,
          options,
          chosen,
          confidence,
          answer: valid ? chosen : '',
          start,
          end,
          answered,
        });
      }
      return chosen;
    },
    answerFor: ({ kind, start, end }) => find(kind, start, end).answer?.answer,
    log: () => [...logged.values()].sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1)),
    unused: () => given.filter((a) => !used.has(a)),
  };
}

/** The open decisions as findings to review, and a remark for each answer that found no question. */
export function decisionFindings(source: SourceText, chooser: Chooser): Finding[] {
  const open = chooser.log().filter((d) => !d.answered);
  const reviews = open.map((d): Finding => {
    const others = d.options.filter((o) => o.value !== d.chosen).map((o) => o.label);
    const chosen = d.options.find((o) => o.value === d.chosen)?.label ?? d.chosen;
    return {
      code: 'import-uncertain',
      severity: 'review',
      message: `${d.ask} Taken: ${chosen}. Also possible: ${others.join('; ')}.`,
      span: source.span(d.start, d.end),
      why: 'The text alone does not settle this, and a wrong choice would stay in the edition unnoticed.',
      fix: `Fill in "answer" for ${d.key} in the decisions file and import again with --answers.`,
    };
  });
  const lost = chooser.unused().map((d): Finding => ({
    code: 'import-answer-unused',
    severity: 'note',
    message: `The answer ${d.key} (“${d.context.text}”) was not used: its place was not found, or it is no longer in doubt.`,
    span: source.span(0, 0),
    fix: 'Look at the place again; take the answer out of the file if it is no longer needed.',
  }));
  return [...reviews, ...lost];
}
