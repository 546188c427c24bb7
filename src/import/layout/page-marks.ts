/**
 * Where pages begin: marks that rise by one and stand anywhere in the text, also within sentences; or alone on a line. Notes are found
 * before, so that what is left in brackets is a page, the number of a section, or a call without its note.
 */
import { byForm } from './by-form.ts';
import { rise } from './labels.ts';
import type { TextLine } from './lines.ts';
import { type Mark, pageWord } from './marks.ts';

export interface FoundPage {
  /** Empty where the mark names no page. */
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  /** The number of its line, where it is alone on it. */
  readonly line?: number;
}

const decor = '[-–—‐=~*#|<>[\\]{}· _]*';
const markAlone = new RegExp(
  `^(${decor})(?:(\\p{L}{1,8})([.]? ?))?([A-Z]?\\d{1,5}[a-z]?|[ivxlcdm]{1,9}|[IVXLCDM]{1,9})?(${decor})(\\(#\\d{1,5}\\) ?#*)?$`,
  'u',
);

/** A line with nothing but the mark of a page. */
export function lineMark(line: TextLine, index: number): FoundPage | undefined {
  if (line.text.length > 80) return undefined;
  const m = markAlone.exec(line.text);
  if (!m) return undefined;
  const [, before = '', word, between = '', label = '', after = '', image] = m;
  const signs = before.trim().replace(/(.)\1+/g, '$1$1');
  if (image === undefined && label === '') return undefined;
  if (word !== undefined && !pageWord.test(word)) return undefined;
  if (word === undefined && signs === '' && image === undefined && !/^[\d]/.test(label)) return undefined;
  if (word === undefined && !(/^[[{<|–—=~*#· -]/.test(before) || (before === '' && after === ''))) return undefined;
  const end = after.trim().replace(/(.)\1+/g, '$1$1');
  const tail = image === undefined ? end : '(#{i})';
  const blank = /[[({<|]$/.test(signs) ? '' : ' ';
  const form = `${signs}${signs === '' ? '' : blank}${word ?? ''}${between}{N}${tail === '' ? '' : blank}${tail}`;
  return { label, start: line.start, end: line.end, form, line: index };
}

const isWeak = (form: string): boolean => /^\{N\}$/.test(form);

/** Whether the sentence goes on over a mark: words before it that no full stop ends, and small letters after it. */
function isWithin(text: string, { start, end }: { start: number; end: number }): boolean {
  const blank = text.slice(Math.max(0, start - 12), start);
  const before = blank.trimEnd();
  const after = text.slice(end, end + 12).trimStart();
  // What begins a line is within a sentence only if small letters follow.
  if (/\n\s*$/.test(blank) && !/^\p{Ll}/u.test(after)) return false;
  return /[\p{L},;-]$/u.test(before) && /^[\p{L}\d„“»«"(]/u.test(after) && !/^\p{Lu}{2}/u.test(after);
}

/** Glued to the word before it and not to the one after it: where a call stands. */
function standsLikeCall(text: string, { start, end }: Mark): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  return /\S/.test(before) && !/[\p{L}\d]/u.test(after);
}

function linesArePages(form: string, pages: readonly FoundPage[], text: string): boolean {
  const labels = pages.filter((p) => p.label !== '').map((p) => p.label);
  if (form.includes('{i}')) return true;
  if (isWeak(form)) return labels.length >= 3 && rise(labels, 0.9) && pages.some((p) => isWithin(text, p));
  if (labels.length === 1) return /^\W/.test(form) || isWithin(text, pages[0]!);
  return rise(labels);
}

function inlineArePages(marks: readonly Mark[], text: string): boolean {
  const [first] = marks;
  const labels = marks.map((m) => m.label);
  const round = first!.form.startsWith('(');
  const within = marks.filter((m) => isWithin(text, m)).length;
  const likeCalls = marks.filter((m) => standsLikeCall(text, m)).length;
  if (first!.word !== undefined) {
    if (round) return rise(labels, 0.95) && labels.length >= 3 && within * 4 >= marks.length;
    if (pageWord.test(first!.word)) return marks.length === 1 || rise(labels, 0.7);
    return rise(labels, 0.95) && labels.length >= 3 && within * 3 >= marks.length;
  }
  // In round brackets parts of a sentence are counted.
  if (round || !/\d|^[ivxlcdm]+$/.test(labels[0]!) || likeCalls * 2 > marks.length) return false;
  if (marks.length === 1) return (within === 1 || /^[{|/]/.test(first!.form)) && Number(labels[0]) !== 1;
  if (/^[{|/]/.test(first!.form)) return rise(labels, 0.7);
  if (new Set(labels).size < labels.length || !rise(labels, 0.9)) return false;
  if (within * 4 >= marks.length) return true;
  // Sections are numbered from 1, and where they begin.
  const atStart = marks.filter((m) => /\n\s*$|^\s*$/.test(text.slice(Math.max(0, m.start - 8), m.start))).length;
  return Number(labels[0]) > 1 && atStart * 2 <= marks.length;
}

/** The marks of pages among those that no note has taken. */
/** The marks of the forms that a recipe names. */
function givenPages(alone: readonly FoundPage[], free: readonly Mark[], forms: readonly string[]): FoundPage[] {
  const own = alone.filter((p) => forms.includes(p.form));
  const starts = new Set(own.map((p) => p.start));
  const inline = free.filter((m) => forms.includes(m.form) && !starts.has(m.start)).map(pageOf);
  return [...own, ...inline].sort((a, b) => a.start - b.start);
}

export function findPages(
  text: string,
  lines: readonly TextLine[],
  free: readonly Mark[],
  noteLines: ReadonlySet<number>,
  given?: readonly string[],
): FoundPage[] {
  const alone = lines.flatMap((line, i) => (noteLines.has(i) ? [] : (lineMark(line, i) ?? [])));
  const feeds = [...text.matchAll(/\f/g)].map((m): FoundPage => {
    return { label: '', start: m.index, end: m.index + 1, form: 'form feed' };
  });
  if (given)
    return [...(given.includes('form feed') ? feeds : []), ...givenPages(alone, free, given)].sort(
      (x, y) => x.start - y.start,
    );
  const own = [...byForm(alone)].flatMap(([form, pages]) => (linesArePages(form, pages, text) ? pages : []));
  const starts = new Set(own.map((p) => p.start));
  const bracketed = free.filter((m) => /^(?:\[|\{\{|\||<|\(|\/\/)/.test(m.form) && !starts.has(m.start));
  const inline = [...byForm(bracketed).values()].flatMap((marks) => (inlineArePages(marks, text) ? marks : []));
  return withoutDouble(
    text,
    [...feeds, ...own, ...inline.map(pageOf)].sort((a, b) => a.start - b.start),
  );
}

const pageOf = ({ label, start, end, form }: Mark): FoundPage => ({ label, start, end, form });

/** A form feed next to a mark that names the page is the same page. */
function withoutDouble(text: string, pages: readonly FoundPage[]): FoundPage[] {
  const meets = (a: FoundPage | undefined, b: FoundPage | undefined): boolean =>
    a !== undefined && b !== undefined && text.slice(a.end, b.start).trim() === '';
  return pages.filter((page, i) => {
    if (page.form !== 'form feed') return true;
    const [before, after] = [pages[i - 1], pages[i + 1]];
    const named = (p: FoundPage | undefined): boolean => p !== undefined && p.form !== 'form feed';
    return !(named(before) && meets(before, page)) && !(named(after) && meets(page, after));
  });
}
