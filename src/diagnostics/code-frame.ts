import { readFileSync, statSync } from 'node:fs';
import type { Severity, Span } from './finding.ts';
import type { Paints } from './paint.ts';

/** The line of a finding with the culprit underlined. */

const longest = 160;
const before = 60;

/** A line by its number, from 1; undefined where the file has no such line. */
export type LineAt = (number: number) => string | undefined;

/** Hands out the lines of files; wrong bytes do no harm here, the line is only shown. */
export function lineReader(): (file: string) => LineAt {
  const cache = new Map<string, LineAt>();
  return (file) => {
    const known = cache.get(file);
    if (known) return known;
    const bytes = bytesOf(file);
    const lines = linesOf(bytes && !isArchive(bytes) ? decode(bytes) : '');
    cache.set(file, lines);
    return lines;
  };
}

/** Looks for line ends only as far as lines are asked for: a few of a whole volume. */
function linesOf(text: string): LineAt {
  if (text.includes('\r')) {
    const lines = text.split(/\r\n?|\n/);
    return (number) => lines[number - 1];
  }
  const starts = [0];
  return (number) => {
    while (starts.length <= number) {
      const end = text.indexOf('\n', starts.at(-1));
      if (end < 0) break;
      starts.push(end + 1);
    }
    const start = starts[number - 1];
    if (start === undefined) return undefined;
    return text.slice(start, starts[number] === undefined ? undefined : starts[number] - 1);
  };
}

/** Undefined where the file cannot be read, or is too large to show a line of. */
function bytesOf(file: string): Buffer | undefined {
  try {
    const stats = statSync(file);
    return stats.isFile() && stats.size < 300_000_000 ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

/** A Word file has paragraphs, but no lines that one could show. */
const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';

function decode(bytes: Buffer): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return bytes.toString('utf16le');
  if (a === 0xfe && b === 0xff) return Buffer.from(bytes).swap16().toString('utf16le');
  const latin1 = /^[^>]*encoding\s*=\s*["'](iso-?8859-1|latin-?1)["']/i.test(bytes.toString('latin1', 0, 200));
  return bytes.toString(latin1 ? 'latin1' : 'utf8');
}

/** Two lines: the text, and the marks under it. Long lines are cut around the culprit. */
export function codeFrame(span: Span, lineAt: LineAt, paint: Paints, severity: Severity): string[] {
  const line = lineAt(span.start.line);
  if (line === undefined || span.start.column < 1) return [];
  // Only the part around the culprit is taken apart into characters: a line may be a whole book.
  const column = span.start.column - 1;
  const characters = [...line.replace(/^\uFEFF/, '').slice(0, (column + longest) * 2)].map(visible);
  const from = Math.max(0, Math.min(column - before, characters.length - longest));
  const shown = characters.slice(from, from + longest).join('');
  const begin = Math.max(0, column - from);
  const wide = span.end.line === span.start.line ? span.end.column - span.start.column : shown.length - begin;
  const marks = '^'.repeat(Math.max(1, Math.min(wide, longest - begin)));
  const number = String(span.start.line).padStart(6);
  return [
    `${paint.dim(`${number} │`)} ${shown}`,
    `${paint.dim('       │')} ${' '.repeat(begin)}${paint[severity](marks)}`,
  ];
}

/** Tabs take one place, and no control character of a file reaches the terminal. */
const visible = (character: string): string =>
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character) ? (character === '\t' ? ' ' : '·') : character;
