import { report } from './state.ts';
import type { Scan } from './state.ts';
import { checkCharacters, normaliseLineEnds } from './text.ts';

/** Reads the comment at `scan.at` (XML 1.0, section 2.5). */
export function readComment(scan: Scan): void {
  const { text, at: start } = scan;
  const from = start + 4;
  const dashes = text.indexOf('--', from);
  if (dashes >= 0 && text.charCodeAt(dashes + 2) === 62) {
    finish(scan, start, from, dashes, dashes + 3);
    return;
  }
  const close = text.indexOf('-->', from);
  const nested = text.indexOf('<!--', from);
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
  const mended = text
    .slice(at, last ? close + 2 : close)
    .replace(/-{2,}/g, (run) => '–'.repeat(run.length > 2 ? 3 : 1));
  report(scan, {
    code: 'double-hyphen-in-comment',
    message: last ? 'A comment ends with more than two hyphens.' : 'Two hyphens stand inside a comment.',
    start: at,
    end,
    why: 'In XML two hyphens belong to the end of a comment, “-->”, and may not stand inside it.',
    fix: last ? 'End it with “-->”.' : 'Write one hyphen, or a dash.',
    edit: last ? [at, end, '--'] : [at, close, mended],
  });
}

/** A comment without end, or one in which the next comment begins. It is taken to end at what looks like a failed end, or with its line. */
function readUnclosed(scan: Scan, start: number, from: number, lastOne: boolean): void {
  const { text } = scan;
  const failed = /-{1,2}[ \t]+>|-{1,2}!?>|[–—]>|\r|\n|$/g;
  failed.lastIndex = from;
  const end = failed.exec(text)!;
  const isLineEnd = /^(\r|\n|)$/.test(end[0]);
  const stop = end.index + (isLineEnd ? 0 : end[0].length);
  report(scan, {
    code: 'unclosed-comment',
    message: lastOne
      ? 'A comment begins here that never ends.'
      : 'A comment begins here that does not end before the next one.',
    start,
    end: stop,
    why: 'Everything up to the next “-->” would be taken for a comment and lost.',
    fix: 'End it with “-->”.',
    ...(!isLineEnd && { edit: [end.index, stop, '-->'] as const }),
  });
  scan.at = stop;
  scan.handler.comment?.(normaliseLineEnds(text.slice(from, end.index)), start, stop);
}
