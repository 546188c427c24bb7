/** How the lines of a text are set: whether they are broken at a width, and whether a line is a paragraph. */
import type { TextLine } from './lines.ts';

export interface Setting {
  /** The width at which lines are broken; undefined where they are not. */
  readonly width: number | undefined;
  /** Every line is a paragraph: there are no empty lines to separate them. */
  readonly byLine: boolean;
  /** Paragraphs begin with an indented line, without an empty line between them. */
  readonly indented: boolean;
}

const firstWord = (text: string): number => /^\S+/.exec(text)![0].length;

/** Whether the next word would not have fitted on the line. */
export const isFull = (line: TextLine, next: TextLine, width: number): boolean =>
  line.indent + line.text.length + 1 + firstWord(next.text) > width;

/** Pairs of lines that follow each other without an empty line. */
const pairs = (lines: readonly TextLine[]): [TextLine, TextLine][] =>
  lines.slice(1).flatMap((line, i): [TextLine, TextLine][] => (line.gap === 0 ? [[lines[i]!, line]] : []));

/** Learns the setting from all lines. */
export function learnSetting(lines: readonly TextLine[]): Setting {
  const inner = pairs(lines);
  const lengths = inner.map(([a]) => a.indent + a.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const full = inner.filter(([a, b]) => isFull(a, b, width)).length;
  const wrapped = width >= 30 && width <= 140 && inner.length >= 3 && full >= inner.length * 0.5;
  const touching = inner.length / Math.max(1, lines.length - 1);
  const steps = inner.filter(
    ([a, b]) => b.indent > a.indent && b.indent <= a.indent + 8 && !isFull(a, b, width),
  ).length;
  return {
    width: wrapped ? width : undefined,
    byLine: !wrapped && touching > 0.8 && lines.length > 8 && lengths[Math.floor(lengths.length / 2)]! > 100,
    indented: wrapped && touching > 0.9 && steps >= 3 && steps >= inner.length * 0.02,
  };
}
