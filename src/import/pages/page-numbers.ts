/**
 * Numbers printed at the head or foot of pages: a series that counts up with the pages. Files are often numbered by their pictures
 * (0013), pages by their printer (5); where both are there and differ, a person is asked.
 */
import type { Chooser } from '../decisions.ts';
import { isRoman, romanValue } from './page-names.ts';
import type { Line, Page } from './lines.ts';

const bare = /^[\W_]{0,4}(?:(?:page|p\.|pg\.?|seite|s\.) ?)?(\d{1,4}|[ivxlcdm]{1,8})[\W_]{0,4}$/i;
const atStart = /^[[(]?(\d{1,4}|[ivxlcdm]{1,8})[\])]?(?=\s{2,}|\s+\p{Lu}|\s*[-–—|])/u;
const atEnd = /(?:\s{2,}|\p{Lu}\s+|[-–—|]\s*|\s)[[(]?(\d{1,4}|[ivxlcdm]{1,8})[\])]?$/iu;

/** A number that a line at the edge of a page may show. */
export interface Shown {
  readonly line: Line;
  readonly place: 'top' | 'bottom';
  readonly text: string;
  readonly alone: boolean;
}

/** The first and the last two lines of a page. */
function edges(page: Page): { line: Line; place: Shown['place'] }[] {
  const { lines } = page;
  const top = lines.slice(0, 2).map((line) => ({ line, place: 'top' as const }));
  return [...top, ...lines.slice(Math.max(2, lines.length - 2)).map((line) => ({ line, place: 'bottom' as const }))];
}

/** `1 He repeats it in his letter`: at the foot a number before a sentence is that of a note. */
const isNote = (text: string): boolean =>
  /^[[(]?\d{1,3}[\])]? \p{Lu}/u.test(text) && (text.match(/ \p{Ll}+/gu) ?? []).length > 2;

function numbersOf(page: Page): Shown[] {
  return edges(page).flatMap(({ line, place }): Shown[] => {
    const alone = bare.exec(line.text)?.[1];
    if (alone && (/^\d/.test(alone) || isRoman(alone))) return [{ line, place, text: alone, alone: true }];
    if (line.text.length > 90 || (place === 'bottom' && isNote(line.text))) return [];
    return [atStart.exec(line.text)?.[1], atEnd.exec(line.text)?.[1]].flatMap((text): Shown[] =>
      text && (/^\d/.test(text) || (isRoman(text) && text.length > 1)) ? [{ line, place, text, alone: false }] : [],
    );
  });
}

const valueOf = (text: string): number => (/^\d/.test(text) ? Number(text) : romanValue(text));

/** The difference between number and place that most pages agree on. */
function series(candidates: readonly (readonly Shown[])[], roman: boolean): number | undefined {
  const votes = new Map<number, number>();
  candidates.forEach((shown, i) => {
    const own = shown.filter((s) => /^\d/.test(s.text) !== roman);
    for (const difference of new Set(own.map((s) => valueOf(s.text) - i)))
      votes.set(difference, (votes.get(difference) ?? 0) + 1);
  });
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const least = roman ? 2 : Math.max(2, Math.min(candidates.length * 0.35, 40));
  return best && best[1] >= least ? best[0] : undefined;
}

export interface PageNumbers {
  /** The label of each page. */
  readonly labels: readonly string[];
  /** The line of each page that shows its number. */
  readonly shown: ReadonlyMap<Line, Shown>;
}

/** A page whose number is not printed has that of the series. */
function printedLabel(
  i: number,
  own: Shown | undefined,
  arabic: number | undefined,
  fallback: string,
  taken: ReadonlySet<string>,
): string {
  if (own) return own.text;
  if (arabic !== undefined && i + arabic > 0) return String(i + arabic);
  return taken.has(fallback) ? `[${fallback}]` : fallback;
}

function ask(
  pages: readonly Page[],
  shown: ReadonlyMap<Line, Shown>,
  labels: readonly string[],
  chooser: Chooser,
): boolean {
  const [line, first] = [...shown][0]!;
  const index = pages.findIndex((p) => p.lines.includes(line));
  const same = pages.every((p, i) => p.label.toLowerCase() === labels[i]!.toLowerCase());
  if (same) return true;
  return (
    chooser.choose({
      kind: 'page-mark',
      start: line.start,
      end: line.start + line.text.length,
      ask: `What is the number of this page? The page shows ${first.text}, its file or position says ${pages[index]!.label}; ${shown.size} of ${pages.length} pages are like this.`,
      options: [
        { value: 'printed', label: 'the printed numbers' },
        { value: 'files', label: 'the numbers of the files (or of the order)' },
      ],
      preferred: 'printed',
      confidence: 0.85,
    }) === 'printed'
  );
}

/** Finds the numbers of the pages. */
export function pageNumbers(pages: readonly Page[], chooser: Chooser): PageNumbers {
  const candidates = pages.map(numbersOf);
  const [arabic, roman] = [series(candidates, false), series(candidates, true)];
  const shown = new Map<Line, Shown>();
  const own = candidates.map((list, i) => {
    const fits = list.filter((s) => valueOf(s.text) - i === (/^\d/.test(s.text) ? arabic : roman));
    const best = fits.find((s) => s.alone) ?? fits[0];
    if (best) shown.set(best.line, best);
    return best;
  });
  const files = pages.map((p) => p.label);
  if (shown.size === 0) return { labels: files, shown };
  const taken = new Set(own.flatMap((s) => (s ? [s.text.toLowerCase()] : [])));
  const labels = files.map((f, i) => printedLabel(i, own[i], arabic, f, taken));
  return { labels: ask(pages, shown, labels, chooser) ? labels : files, shown };
}
