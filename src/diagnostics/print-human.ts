import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding, Severity, Span } from './finding.ts';

/** Findings for people: what is wrong, the line it is in, why, and what to do. */

export interface HumanOptions {
  readonly colour: boolean;
  /** What was looked at: file names are told, and lines shown, relative to it. */
  readonly path: string;
}

type Paint = (text: string) => string;

const paints = (colour: boolean): Record<Severity | 'dim' | 'bold', Paint> => {
  const code =
    (open: number): Paint =>
    (text) =>
      colour ? `\x1b[${open}m${text}\x1b[0m` : text;
  return { error: code(31), review: code(33), note: code(36), dim: code(2), bold: code(1) };
};

const longest = 160;

/** Lines of a file; wrong bytes do no harm here, the line is only shown. */
function linesOf(file: string, cache: Map<string, readonly string[]>): readonly string[] {
  const known = cache.get(file);
  if (known) return known;
  const lines =
    existsSync(file) && statSync(file).size < 300_000_000 ? readFileSync(file, 'utf8').split(/\r\n?|\n/) : [];
  cache.set(file, lines);
  return lines;
}

/** The line of a finding with the culprit underlined; long lines are cut around it. */
function frame(span: Span, lines: readonly string[], paint: ReturnType<typeof paints>, severity: Severity): string[] {
  const line = lines[span.start.line - 1];
  if (line === undefined || span.start.column < 1) return [];
  const characters = [...line.replace(/\t/g, ' ')];
  const from = Math.max(0, Math.min(span.start.column - 1 - 60, characters.length - longest));
  const shown = characters.slice(from, from + longest).join('');
  const begin = span.start.column - 1 - from;
  const wide =
    span.end.line === span.start.line ? Math.max(1, span.end.column - span.start.column) : shown.length - begin;
  const mark =
    ' '.repeat(Math.max(0, begin)) + paint[severity]('^'.repeat(Math.max(1, Math.min(wide, longest - begin))));
  const number = String(span.start.line).padStart(6);
  return [`${paint.dim(`${number} │`)} ${shown}`, `${paint.dim('       │')} ${mark}`];
}

function block(
  finding: Finding,
  root: string,
  cache: Map<string, readonly string[]>,
  paint: ReturnType<typeof paints>,
): string {
  const { span, severity, code, message, why, fix, related } = finding;
  const place = span ? `${span.file}:${span.start.line}:${span.start.column} ` : '';
  const lines = [`${paint.bold(place)}${paint[severity](severity)} ${message} ${paint.dim(`[${code}]`)}`];
  if (span) lines.push(...frame(span, linesOf(join(root, span.file), cache), paint, severity));
  for (const { message: also, span: at } of related ?? [])
    lines.push(`  see ${at.file}:${at.start.line}:${at.start.column} ${also}`);
  if (why !== undefined) lines.push(`  why: ${why}`);
  if (fix !== undefined) lines.push(`  do:  ${fix}`);
  return `${lines.join('\n')}\n`;
}

const order: readonly Severity[] = ['error', 'review', 'note'];

/** The findings as text, in the order given, with a count at the end. */
export function toHuman(findings: readonly Finding[], { colour, path }: HumanOptions): string {
  const paint = paints(colour);
  const root = existsSync(path) && statSync(path).isFile() ? dirname(path) : path;
  const cache = new Map<string, readonly string[]>();
  const counts = order.flatMap((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? '' : 's'}`];
  });
  return `${findings.map((finding) => block(finding, root, cache, paint)).join('\n')}\n${counts.join(', ')}\n`;
}
