/**
 * Where the characters of a text are in the source: an escape (`\*`), a reference (`&amp;`) or the indentation of a
 * line makes the source longer than the text.
 */
import type { TextRun } from './document.ts';

const reference = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/;

interface Step {
  /** Characters that are in the source only. */
  readonly gap: number;
  /** Characters of the text, and of the source, that are the same. */
  readonly take: number;
  readonly length: number;
}

function step(value: string, i: number, source: string, at: number, end: number): Step {
  const c = value[i]!;
  const here = source[at];
  const entity = here === '&' ? reference.exec(source.slice(at, Math.min(end, at + 40)))?.[0] : undefined;
  if (entity && !value.startsWith(entity, i))
    return { gap: 0, take: value.codePointAt(i)! > 0xffff ? 2 : 1, length: entity.length };
  if (here === '\\' && source[at + 1] === c) return { gap: 1, take: 1, length: 1 };
  if (here === c) return { gap: 0, take: 1, length: 1 };
  if (c === '\n' && here === '\r') return { gap: 0, take: 1, length: source[at + 1] === '\n' ? 2 : 1 };
  return at < end ? { gap: 1, take: 0, length: 0 } : { gap: 0, take: 1, length: 0 };
}

/** The text of a node as runs, each of which is in the source character by character. */
export function runsOf(value: string, source: string, start: number, end: number): TextRun[] {
  const runs: TextRun[] = [];
  let at = start;
  let from = 0;
  let begun = start;
  const cut = (to: number): void => {
    if (to > from) runs.push({ kind: 'text', text: value.slice(from, to), at: begun });
    from = to;
  };
  for (let i = 0; i < value.length;) {
    const { gap, take, length } = step(value, i, source, at, end);
    at += gap;
    if (at !== begun + i - from) {
      cut(i);
      begun = at;
    }
    i += take;
    at += length;
  }
  cut(value.length);
  return runs;
}
