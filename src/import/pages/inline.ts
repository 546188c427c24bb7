/** Lines as the content of a paragraph: put together, with words whole again and notes at their calls. */
import type { Inline } from '../document.ts';
import type { Line } from './lines.ts';

export interface CallAt {
  readonly note: number;
  readonly start: number;
  readonly end: number;
}

export interface InlineContext {
  /** The calls of each line. */
  readonly calls: ReadonlyMap<Line, readonly CallAt[]>;
  /** Lines that end inside a word: whether it is one word. */
  readonly ends: ReadonlyMap<Line, boolean>;
}

function lineContent(line: Line, skip: number, { calls }: InlineContext): Inline[] {
  const out: Inline[] = [];
  let next = skip;
  const text = (to: number, beforeCall: boolean): void => {
    const words = line.text.slice(next, to);
    const kept = beforeCall ? words.trimEnd() : words;
    if (kept !== '') out.push({ kind: 'text', text: kept, at: line.start + next });
  };
  for (const call of calls.get(line) ?? []) {
    text(call.start - line.start, true);
    out.push({ kind: 'call', note: call.note, at: call.start });
    next = call.end - line.start;
  }
  text(line.text.length, false);
  return out;
}

/** The content of some lines. `keepLines`: where a line ends counts. `skip`: characters of the first line that are a mark. */
export function contentOf(lines: readonly Line[], context: InlineContext, keepLines = false, skip = 0): Inline[] {
  return lines.flatMap((line, i): Inline[] => {
    const content = lineContent(line, i === 0 ? skip : 0, context);
    const next = lines[i + 1];
    if (!next) return content;
    const end = line.start + line.text.length;
    const oneWord = context.ends.get(line);
    if (oneWord === true) return [...content, { kind: 'line', at: end, insideWord: true }];
    if (oneWord === false) return content;
    return [...content, keepLines ? { kind: 'line', at: end } : { kind: 'text', text: ' ', at: end }];
  });
}
