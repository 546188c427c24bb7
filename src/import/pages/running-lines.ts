/**
 * Running heads and feet: lines at the edge of pages that come again, or that carry the number of the page. They are kept in the TEI
 * as what they are (`fw`), and a person is asked once for each kind.
 */
import type { Chooser } from '../decisions.ts';
import { likeness } from '../decision-context.ts';
import type { Line, Page } from './lines.ts';
import type { PageNumbers } from './page-numbers.ts';

export interface RunningLine {
  readonly line: Line;
  readonly place: 'top' | 'bottom';
  readonly type: 'header' | 'footer' | 'pageNum';
}

/** What comes again: letters in lower case, numbers as symbols. */
const formOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/^#\s+|\s+#$/g, '')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim();

interface Edge {
  readonly page: Page;
  readonly line: Line;
  readonly place: 'top' | 'bottom';
  /** 0 at the very edge. */
  readonly depth: number;
  readonly form: string;
}

function edgesOf(page: Page): Edge[] {
  const { lines } = page;
  const make = (line: Line, place: Edge['place'], depth: number): Edge => ({
    page,
    line,
    place,
    depth,
    form: formOf(line.text),
  });
  const top = lines.slice(0, 2).map((l, i) => make(l, 'top', i));
  const bottom = lines.slice(Math.max(2, lines.length - 2)).map((l, i, all) => make(l, 'bottom', all.length - 1 - i));
  return [...top, ...bottom];
}

interface Kind {
  readonly place: Edge['place'];
  readonly form: string;
  readonly edges: Edge[];
}

/** Edges of the same form; rare forms that differ from a common one by a misread letter are the same. */
function kindsOf(edges: readonly Edge[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const edge of edges) {
    if (edge.form === '' || edge.form === '#' || edge.line.text.length > 100) continue;
    const key = `${edge.place} ${edge.form}`;
    const kind = kinds.get(key) ?? { place: edge.place, form: edge.form, edges: [] };
    kinds.set(key, kind);
    kind.edges.push(edge);
  }
  const all = [...kinds.values()];
  const common = all.filter((k) => k.edges.length >= 3 && k.form.length > 8);
  return all.filter((kind) => {
    const near = common.find(
      (c) =>
        c !== kind &&
        c.place === kind.place &&
        c.edges.length > kind.edges.length &&
        Math.abs(c.form.length - kind.form.length) < 4 &&
        likeness(c.form, kind.form) > 0.85,
    );
    near?.edges.push(...kind.edges);
    return !near;
  });
}

function isRunning(kind: Kind, pages: number, numbers: PageNumbers): boolean {
  const times = new Set(kind.edges.map((e) => e.page)).size;
  const numbered = kind.edges.filter((e) => numbers.shown.has(e.line)).length;
  if (times >= Math.max(3, pages * 0.15)) return true;
  return numbered > 0 && (times > 1 || kind.edges.every((e) => e.depth === 0 && e.line.text.length <= 70));
}

const many = (n: number): string => (n === 1 ? 'one page' : `${n} pages`);

function askKind(kind: Kind, pages: number, chooser: Chooser): boolean {
  const [first] = kind.edges;
  const times = kind.edges.length;
  return (
    chooser.choose({
      kind: 'running-heads',
      start: first!.line.start,
      end: first!.line.start + first!.line.text.length,
      ask: `“${first!.line.text.slice(0, 70)}” is at the ${kind.place === 'top' ? 'head' : 'foot'} of ${many(times)}. Is it a running ${kind.place === 'top' ? 'head' : 'foot'}?`,
      options: [
        { value: 'running', label: 'yes: kept, and marked as such (fw); it is not part of the text' },
        { value: 'text', label: 'no, part of the text' },
      ],
      preferred: 'running',
      confidence: times >= pages * 0.3 ? 0.88 : 0.75,
    }) === 'running'
  );
}

function askNumbers(numbers: readonly RunningLine[], chooser: Chooser): boolean {
  const [first] = numbers;
  if (!first) return false;
  return (
    chooser.choose({
      kind: 'running-heads',
      start: first.line.start,
      end: first.line.start + first.line.text.length,
      ask: `A line with nothing but the number of the page (“${first.line.text}”) is on ${many(numbers.length)}. Is it left out of the text?`,
      options: [
        { value: 'running', label: 'yes: kept, and marked as a page number (fw)' },
        { value: 'text', label: 'no, part of the text' },
      ],
      preferred: 'running',
      confidence: 0.88,
    }) === 'running'
  );
}

/** Finds the running lines. A line after the edge is one only where the line at the edge is one. */
export function runningLines(pages: readonly Page[], numbers: PageNumbers, chooser: Chooser): Map<Line, RunningLine> {
  const edges = pages.flatMap(edgesOf);
  const found = new Map<Line, RunningLine>();
  const alone = edges.flatMap(({ line, place }): RunningLine[] =>
    numbers.shown.get(line)?.alone ? [{ line, place, type: 'pageNum' }] : [],
  );
  if (askNumbers(alone, chooser)) for (const r of alone) found.set(r.line, r);
  for (const kind of kindsOf(edges.filter((e) => !found.has(e.line)))) {
    if (!isRunning(kind, pages.length, numbers) || !askKind(kind, pages.length, chooser)) continue;
    for (const { line, place } of kind.edges)
      found.set(line, { line, place, type: place === 'top' ? 'header' : 'footer' });
  }
  for (const { line, depth, page, place } of edges) {
    const outer = place === 'top' ? page.lines[0] : page.lines.at(-1);
    if (depth > 0 && found.has(line) && !found.has(outer!)) found.delete(line);
  }
  return found;
}

/** Whether lines at the edges of the pages of a text come again, or count up: a text as it is printed, with its running heads. */
export function hasRunningLines(text: string): boolean {
  const edges = text.split('\f').flatMap((page) => {
    const lines = page.split(/\r?\n/).filter((l) => l.trim() !== '');
    return lines.length > 2 ? [lines[0]!, lines.at(-1)!] : [];
  });
  const counts = new Map<string, number>();
  for (const edge of edges) {
    const form = edge.length > 100 ? '' : /^\W*\d{1,4}\W*$/.test(edge) ? '#' : formOf(edge);
    if (form !== '') counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts.values()].some((n) => n >= 2 && n * 8 >= edges.length);
}
