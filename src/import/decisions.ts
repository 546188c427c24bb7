/**
 * The decision log: every choice that the text alone does not settle, with its place, the alternatives and how sure we were;
 * and the replay of a person's answers. A decision is known by its kind and the words around it, not by a line number, so an
 * answer still finds its question when the text was corrected somewhere else.
 */
import type { SourceText } from '../source/text.ts';
import type { Decision, DecisionKind, Option } from './decision.ts';
import { answerTo, contextOf, keyOf, solid, solidContext } from './decision-context.ts';

export type { Decision, DecisionKind, Option } from './decision.ts';

export interface Question {
  readonly kind: DecisionKind;
  /** The range of the source in doubt. */
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

const settled = 0.9;

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
  const choose = (question: Question): string => {
    const { context, key, answer } = find(question.kind, question.start, question.end);
    const meant = answer && (question.answerMeans ?? answer.answer);
    const valid = answer !== undefined && question.options.some((o) => o.value === meant);
    if (valid) used.add(answer);
    const chosen = valid ? meant! : question.preferred;
    if (!valid && question.confidence >= settled) return chosen;
    const { kind, ask, options, confidence } = question;
    const { start, end } = question.showAt ?? question;
    const { line, column } = source.locate(start);
    const answered = { answer: valid ? chosen : '', answered: valid };
    logged.set(key, { key, kind, line, column, ask, context, options, chosen, confidence, start, end, ...answered });
    return chosen;
  };
  return {
    choose,
    answerFor: ({ kind, start, end }) => find(kind, start, end).answer?.answer,
    log: () => [...logged.values()].sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1)),
    unused: () => given.filter((a) => !used.has(a)),
  };
}
