/**
 * All places where the label of a note stands so that it could be its call: glued to what is before it, or after one
 * space.
 */
import type { RunningText } from './page-breaks.ts';

export interface Candidate {
  /** Offset in the running text. */
  readonly at: number;
  readonly length: number;
  /** True where a space is before the label. */
  readonly spaced: boolean;
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';
const isSpace = (c: string | undefined): boolean => c === undefined || /\s/.test(c);

/** The places of one label in reading order. */
export function candidatesOf(label: string, running: RunningText): Candidate[] {
  const { text } = running;
  const found: Candidate[] = [];
  const numeric = isDigit(label[0]);
  for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
    const before = text[at - 1];
    const after = text[at + label.length];
    if (at === 0 || before === '\n' || before === '\t') continue;
    if (numeric && isDigit(after)) continue;
    if (!numeric && (after === label[0] || before === label[0])) continue;
    const spaced = before === ' ';
    if (spaced && isSpace(text[at - 2])) continue;
    if (!numeric && /[a-z]/.test(label) && (spaced || /[A-Za-z]/.test(before!) || /[A-Za-z]/.test(after ?? '')))
      continue;
    found.push({ at, length: label.length, spaced });
  }
  return found;
}
