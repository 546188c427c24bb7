/** What looks like a mark and was not read: one finding for each kind, with its number and its first place. */
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import { byForm } from '../layout/by-form.ts';
import type { Layout } from '../layout/recognise.ts';
import type { Mark } from '../layout/marks.ts';

const missing = (source: SourceText, marks: readonly Mark[]): Finding => ({
  code: 'import-note-missing',
  severity: 'review',
  message:
    marks.length === 1
      ? `“${source.text.slice(marks[0]!.start, marks[0]!.end)}” looks like the call of a note, but there is no note ${marks[0]!.label}.`
      : `${marks.length} calls like “${source.text.slice(marks[0]!.start, marks[0]!.end)}” have no note. They were kept as words; the first one is here.`,
  span: source.span(marks[0]!.start, marks[0]!.end),
  why: 'A reader would look for the note in vain.',
  fix: 'Add the note, or remove the call, and import again.',
});

/** Findings about marks that were left in the text. */
export function leftovers(source: SourceText, layout: Layout): Finding[] {
  const orphans = layout.series.flatMap((s) => (s.orphans.length > 0 ? [missing(source, s.orphans)] : []));
  const told = new Set(layout.series.flatMap((s) => s.orphans.map((m) => m.start)));
  const left = [...byForm(layout.left.filter((m) => !told.has(m.start))).values()].map((marks): Finding => {
    const [first] = marks;
    const shown = source.text.slice(first!.start, first!.end);
    return {
      code: 'import-leftover',
      severity: 'review',
      message: `${marks.length === 1 ? `“${shown}” looks` : `${marks.length} places like “${shown}” look`} like a mark of a page or a note and ${marks.length === 1 ? 'was' : 'were'} kept as words.`,
      span: source.span(first!.start, first!.end),
      why: 'A mark that is read as words is printed in the middle of a sentence, and its page or note is missing.',
      fix: 'Nothing, if these are words of the text. Otherwise write all marks of a kind alike and import again.',
    };
  });
  return [...orphans, ...left];
}
