/**
 * The layout of a text, by evidence: where pages begin, where notes are called and where they are. Used by every reader of plain text.
 */
import { mayBegin } from './heads.ts';
import { type TextLine, textLines } from './lines.ts';
import { gluedNotes } from './glued.ts';
import { type Head, type Mark, marksIn } from './marks.ts';
import { headsIn, headsInNotes, notesInPlace } from './note-heads.ts';
import { divide, type Divided, type NoteText } from './note-text.ts';
import { findPages, type FoundPage, lineMark } from './page-marks.ts';
import { findSeries, givenSeries, type PairedNote, type Series } from './pairing.ts';
import type { Recipe } from './recipe.ts';
import { learnSetting, type Setting } from './setting.ts';

export interface Layout extends Divided {
  readonly lines: readonly TextLine[];
  readonly setting: Setting;
  readonly pages: readonly FoundPage[];
  readonly series: readonly Series[];
  /** Notes with plain figures as calls. */
  readonly glued: readonly NoteText[];
  /** Marks that nothing was made of. */
  readonly left: readonly Mark[];
  /** Notes in brackets that nothing calls; they were kept as words. */
  readonly uncalled: readonly Head[];
}

/** A line with nothing but the mark of a page. */
function pageLinesOf(lines: readonly TextLine[], pages: readonly FoundPage[]): Set<number> {
  const alone = new Map(lines.map((l, i) => [l.start, { i, end: l.end }]));
  return new Set(
    pages.flatMap((p) => {
      const line = alone.get(p.start);
      return line && (p.line !== undefined || line.end === p.end) ? [line.i] : [];
    }),
  );
}

/** Notes in their places are called where they begin. */
const placed = (text: string, heads: readonly Head[]): PairedNote[] =>
  heads.map((head) => {
    const start = text.slice(0, head.start).trimEnd().length;
    return { head, call: { form: '', label: head.label, start, end: start } };
  });

/** Recognises the layout of a text; with a recipe, nothing but what it names. */
export function recognise(text: string, recipe: Recipe = {}): Layout {
  const lines = textLines(text);
  const not = new Set(recipe.not);
  const marks = marksIn(text).filter((m) => !not.has(m.form));
  const learnt = learnSetting(lines.filter((l, i) => !lineMark(l, i)));
  const setting = recipe.wrapped === undefined ? learnt : { ...learnt, width: recipe.wrapped || undefined };
  const atLines = mayBegin(headsIn(text, lines), lines, setting);
  const heads = [...atLines, ...headsInNotes(atLines, lines, marks)].sort((a, b) => a.start - b.start);
  const series = recipe.notes ? givenSeries(text, heads, marks, recipe.notes) : findSeries(text, heads, marks);
  const paired: PairedNote[] = [...series.flatMap((s) => s.notes), ...placed(text, notesInPlace(text, lines))];
  const used = new Set(paired.flatMap((n) => [n.head.start, ...(n.call ? [n.call.start] : [])]));
  const noteLines = new Set(paired.map((n) => n.head.line));
  const free = marks.filter((m) => !used.has(m.start));
  const pages = findPages(text, lines, free, noteLines, recipe.pages);
  const pageLines = pageLinesOf(lines, pages);
  const rest = heads.filter((h) => !noteLines.has(h.line) && !pageLines.has(h.line));
  const taken = [...paired.flatMap((n) => n.call ?? []), ...pages];
  const own = recipe.notes
    ? rest.filter((h) => recipe.notes!.some((n) => n.call === '{N}' && n.note === h.form))
    : rest;
  const glued = gluedNotes(own, { text, lines, pages, pageLines, taken, others: series.length > 0 });
  const divided = divide([...paired, ...glued], { lines, setting, pageLines });
  const pageStarts = new Set(pages.map((p) => p.start));
  const gluedHeads = new Set(glued.map((n) => n.head.start));
  return {
    ...divided,
    lines,
    setting,
    pages,
    series,
    glued: divided.notes.filter((n) => gluedHeads.has(n.head.start)),
    left: free.filter((m) => !pageStarts.has(m.start)),
    uncalled: rest.filter((h) => h.closes !== undefined && !gluedHeads.has(h.start)),
  };
}
