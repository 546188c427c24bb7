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

/** Notes in brackets that were kept as words. */
function uncalled(source: SourceText, { uncalled: heads }: Layout): Finding[] {
  const [first] = heads;
  if (!first) return [];
  const shown = source.text.slice(first.start, first.end).trim();
  const count = heads.length === 1 ? 'One note is' : `${heads.length} notes are`;
  return [
    {
      code: 'import-note-uncalled',
      severity: 'review',
      message: `${count} called nowhere and kept as words: “${shown}”${heads.length === 1 ? '' : ' is the first'}.`,
      span: source.span(first.start, first.end),
      why: 'A note without a place is not seen by readers of the page that it belongs to.',
      fix: 'Find the place where it belongs, put its call there and import again.',
    },
  ];
}

const markup = /<\/?[a-z][^<>\n]{0,60}>|\{\{[^{}\n]{1,60}\}\}|\\[a-z]{2,20}\{|&[a-z]{2,8};/g;

/** Markup of another format that a plain text has kept. */
function otherMarkup(source: SourceText, { pages }: Layout): Finding[] {
  const read = new Set(pages.map((p) => p.start));
  const found = [...source.text.matchAll(markup)].filter((m) => !read.has(m.index));
  const [first] = found;
  if (!first || found.length < 3) return [];
  return [
    {
      code: 'import-leftover',
      severity: 'review',
      message: `${found.length} pieces of markup like “${first[0]}” were kept as words.`,
      span: source.span(first.index, first.index + first[0].length),
      why: 'Markup that is read as words is printed.',
      fix: 'Import the text in the format it was written in, or remove the markup.',
    },
  ];
}

/** Pages between which there is nothing. */
function emptyPages(source: SourceText, { pages }: Layout): Finding[] {
  const empty = pages.filter(
    (page, i) => pages[i + 1] && source.text.slice(page.end, pages[i + 1]!.start).trim() === '',
  );
  const [first] = empty;
  if (!first) return [];
  return [
    {
      code: 'import-pages',
      severity: 'review',
      message: `${empty.length === 1 ? 'One page has' : `${empty.length} pages have`} no text${first.label === '' ? '' : `, ${empty.length === 1 ? '' : 'first '}page ${first.label}`}.`,
      span: source.span(first.start, first.end),
      fix: 'Check whether the pages are blank, or whether their text is missing.',
    },
  ];
}

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
  return [
    ...orphans,
    ...uncalled(source, layout),
    ...left,
    ...otherMarkup(source, layout),
    ...emptyPages(source, layout),
  ];
}
