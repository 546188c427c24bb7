/**
 * `[Page 591]` becomes a mark that is transparent for everything else. What remains is the running text,
 * with a map from each of its characters to the place in the source.
 */

export interface PageMark {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

const pageMark = /\[Page ((?:[A-Z]-)?(?:\d{1,5}[a-z]?|[IVXLCDM]{1,9}|[ivxlcdm]{1,9})(?:[–-]\d{1,5})?)\]/g;

/** Every page mark between two offsets, in order. */
export function findPageMarks(text: string, from: number, to: number): PageMark[] {
  const marks: PageMark[] = [];
  pageMark.lastIndex = from;
  for (let m = pageMark.exec(text); m && m.index < to; m = pageMark.exec(text)) {
    marks.push({ label: m[1]!, start: m.index, end: pageMark.lastIndex });
  }
  return marks;
}

/** The running text: `at[i]` is the place in the source of character `i`; one more entry gives the end. */
export interface RunningText {
  readonly text: string;
  readonly at: readonly number[];
}

/** Leaves the page marks out of a range of the source, and one of the two spaces around each. */
export function withoutPageMarks(text: string, from: number, to: number, marks: readonly PageMark[]): RunningText {
  const at: number[] = [];
  const parts: string[] = [];
  let last = '';
  let next = from;
  const take = (end: number): void => {
    if (end > next) {
      parts.push(text.slice(next, end));
      last = text[end - 1]!;
    }
    for (let i = next; i < end; i++) at.push(i);
  };
  for (const mark of marks) {
    if (mark.start < next || mark.end > to) continue;
    take(mark.start);
    next = mark.end;
    if (text[next] === ' ' && (last === '' || /\s/.test(last))) next++;
  }
  take(to);
  at.push(to);
  return { text: parts.join(''), at };
}
