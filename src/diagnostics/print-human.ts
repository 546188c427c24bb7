import { statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { codeFrame, lineReader } from './code-frame.ts';
import type { Finding, Severity } from './finding.ts';
import { fold, foldedLines } from './fold.ts';
import { paints, type Paints } from './paint.ts';
import { printableFinding, printableLine } from './printable.ts';

/** Findings for people: what is wrong, the line it is in, why, and what to do. */

export interface HumanOptions {
  readonly colour: boolean;
  /** What was looked at: file names are reported, and lines shown, relative to it. */
  readonly path: string;
}

const mostExpected = 8;

function headline({ span, severity, code, message }: Finding, paint: Paints): string {
  const place = span ? `${span.file}:${span.start.line}:${span.start.column} ` : '';
  return `${paint.bold(place)}${paint[severity](severity)} ${message} ${paint.dim(`[${code}]`)}`;
}

/** Why and what to do are reported once; where the same is said again, it is left out. */
function advice({ why, fix, expected }: Finding, told: Set<string>): string[] {
  const lines: string[] = [];
  const once = (label: string, text: string | undefined): void => {
    if (text === undefined || told.has(text)) return;
    told.add(text);
    lines.push(`  ${label} ${text}`);
  };
  if (expected && expected.length > 0) {
    const more = expected.length > mostExpected ? `, … (${expected.length})` : '';
    lines.push(`  can be: ${expected.slice(0, mostExpected).join(', ')}${more}`);
  }
  once('why:', why);
  once('do: ', fix);
  return lines;
}

function counts(findings: readonly Finding[]): string {
  const order: readonly Severity[] = ['error', 'review', 'note'];
  const parts = order.flatMap((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? '' : 's'}`];
  });
  return parts.join(', ');
}

/** The findings as text, in the order given, with a count at the end. */
export function toHuman(findings: readonly Finding[], { colour, path }: HumanOptions): string {
  const paint = paints(colour);
  const root = statSync(path, { throwIfNoEntry: false })?.isFile() === true ? dirname(path) : path;
  const linesOf = lineReader();
  const told = new Set<string>();
  const folded = fold(findings);
  const blocks = folded.flatMap(({ finding, shown }) => {
    if (shown === 'folded') return [];
    const safe = printableFinding(finding);
    const lines = [headline(safe, paint)];
    if (shown === 'brief') return lines;
    const { span, severity } = finding;
    if (span) {
      const file = isAbsolute(span.file) ? span.file : join(root, span.file);
      lines.push(...codeFrame(span, linesOf(file), paint, severity));
    }
    for (const { message, span: at } of safe.related ?? [])
      lines.push(`  see ${at.file}:${at.start.line}:${at.start.column} ${message}`);
    return `${[...lines, ...advice(safe, told)].join('\n')}\n`;
  });
  const rest = foldedLines(folded).map(printableLine);
  const end = rest.length > 0 ? [`${rest.join('\n')}\n`] : [];
  return `${[...blocks, ...end].join('\n')}\n${counts(findings)}\n`;
}
