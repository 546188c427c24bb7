import { nextOf } from './next-signs.ts';
import { report } from './state.ts';
import type { Scan } from './state.ts';
import { checkCharacters, normaliseLineEnds } from './text.ts';

/** Reads the comment at `scan.at` (XML 1.0, section 2.5). */
export function readComment(scan: Scan): void {
  const { text, at: start, next } = scan;
  const from = start + 4;
  const dashes = nextOf(next, text, '--', from);
  if (dashes >= 0 && text.charCodeAt(dashes + 2) === 62) {
    finish(scan, start, from, dashes, dashes + 3);
    return;
  }
  const close = nextOf(next, text, '-->', from);
  const nested = nextOf(next, text, '<!--', from);
  if (close < 0 || (nested >= 0 && nested < close)) readUnclosed(scan, start, from, close < 0 && nested < 0);
  else {
    reportDashes(scan, dashes, close);
    finish(scan, start, from, close, close + 3);
  }
}

function finish(scan: Scan, start: number, from: number, to: number, end: number): void {
  checkCharacters(scan, from, to);
  scan.at = end;
  scan.handler.comment?.(normaliseLineEnds(scan.text.slice(from, to)), start, end);
}

function reportDashes(scan: Scan, at: number, close: number): void {
  const { text } = scan;
  let end = at;
  while (text.charCodeAt(end) === 45) end++;
  const last = end > close;
  const fixed = text.slice(at, last ? close + 2 : close).replace(/-{2,}/g, (run) => '–'.repeat(run.length > 2 ? 3 : 1));
  report(scan, {
    code: 'double-hyphen-in-comment',
    message: last ? 'A comment ends with more than two hyphens.' : 'There are two hyphens inside a comment.',
    start: at,
    end,
    why: 'In XML two hyphens belong to the end of a comment, “-->”, and may not be inside it.',
    fix: last ? 'End it with “-->”.' : 'Write one hyphen, or a dash.',
    edit: last ? [at, end, '--'] : [at, close, fixed],
  });
}

/**
 * Where a comment without end probably ends: at what looks like a failed end on its line, or else before the next comment or the end tag of
 * an element that was open before it, or with its line. `failed` is how many characters stand for the end.
 */
function probableEnd(scan: Scan, from: number): { at: number; failed: number } {
  const { text } = scan;
  const part = /-{1,2}[ \t]+>|-{1,2}!?>|[–—]>|<!--|<(\/?)([^\s<>/!?]+)[^<>\r\n]*?(\/?)>|\r|\n|$/g;
  part.lastIndex = from;
  let depth = 0;
  for (let found = part.exec(text)!; ; found = part.exec(text)!) {
    const [whole, slash, name, empty] = found;
    if (name === undefined) return { at: found.index, failed: /^[-–—]/.test(whole) ? whole.length : 0 };
    if (slash === '') depth += empty === '' ? 1 : 0;
    else if (--depth < 0) return { at: found.index, failed: 0 };
  }
}

/** A comment without end, or one in which the next comment begins. */
function readUnclosed(scan: Scan, start: number, from: number, lastOne: boolean): void {
  const { text } = scan;
  const { at, failed } = probableEnd(scan, from);
  const stop = at + failed;
  const close = failed > 0 ? '-->' : text.charAt(at - 1) === ' ' ? '-->' : ' -->';
  report(scan, {
    code: 'unclosed-comment',
    message: lastOne
      ? 'The comment that begins here never ends.'
      : 'The comment that begins here does not end before the next one.',
    start,
    end: stop,
    why: 'Everything up to the next “-->” would be taken as a comment and lost.',
    fix: 'End it with “-->”.',
    [failed > 0 ? 'edit' : 'suggestion']: [at, stop, close] as const,
  });
  scan.at = stop;
  scan.handler.comment?.(normaliseLineEnds(text.slice(from, at)), start, stop);
}
