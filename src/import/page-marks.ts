/**
 * Marks that say where a page of the printed source begins, in the forms people type them. A mark with the word in full is certain; a
 * short one (`[p. 12]`) may be a reference to a page, so that all short marks of a text are decided together.
 */
import type { Chooser } from './decisions.ts';

export interface TextMark {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly form: 'full' | 'short';
}

const label = '(?:[A-Z]-)?(?:\\d{1,5}[a-z]?|[IVXLCDM]{1,9}|[ivxlcdm]{1,9})(?:[–-]\\d{1,5})?';
const full = `\\[\\[?(?:Page|page|PAGE|Pg|Seite|Folio|folio) (${label})\\]?\\]|\\{\\{(?:p|pp|pg|page|Page|pb|S|Seite)[.:|]? ?(${label})\\}\\}`;
const short = `\\[(?:p|pg|S|f|fol|ff)\\. ?(${label})\\]`;
const mark = new RegExp(`${full}|(${short})`, 'gu');

/** Every mark of a text, in order. No-break spaces count as spaces. */
export function pageMarksIn(text: string): TextMark[] {
  return [...text.replace(/[\u00a0\u202f]/g, ' ').matchAll(mark)].map((m) => ({
    label: m[1] ?? m[2] ?? m[4]!,
    start: m.index,
    end: m.index + m[0].length,
    form: m[3] === undefined ? 'full' : 'short',
  }));
}

const asNumber = (text: string): number => parseInt(text.replace(/^[A-Z]-/, ''), 10);

/** Pages follow each other; references jump. */
function countUp(marks: readonly TextMark[]): boolean {
  if (marks.length < 2) return false;
  const numbers = marks.map((m) => asNumber(m.label)).filter((n) => !Number.isNaN(n));
  const steps = numbers.slice(1).map((n, i) => n - numbers[i]!);
  return steps.length > 0 && steps.filter((s) => s === 1 || s === 0).length >= steps.length * 0.8;
}

/** Whether short marks count as page breaks: one decision for all of a source. `marks` have their places in the source. */
export function shortMarksCount(marks: readonly TextMark[], chooser: Chooser): boolean {
  const short = marks.filter((m) => m.form === 'short');
  const [first] = short;
  if (!first) return false;
  const series = countUp(short);
  const chosen = chooser.choose({
    kind: 'page-mark',
    start: first.start,
    end: first.end,
    ask: `Are the ${short.length} marks like this one places where a page begins?`,
    options: [
      { value: 'pages', label: 'each of them begins a page' },
      { value: 'text', label: 'they are words of the text' },
    ],
    preferred: series ? 'pages' : 'text',
    confidence: series ? 0.95 : 0.7,
  });
  return chosen === 'pages';
}
