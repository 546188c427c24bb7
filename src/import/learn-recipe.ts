/** A recipe from the layouts of some texts: what was found in them, with counts and examples, for a person to confirm or change. */
import type { SourceText } from '../source/text.ts';
import { byForm } from './layout/by-form.ts';
import { labelValue } from './layout/labels.ts';
import { type Layout, recognise } from './layout/recognise.ts';

interface Learnt {
  readonly text: string;
  readonly layout: Layout;
}

/** A string as YAML writes it; JSON is YAML. */
const quoted = (text: string): string => JSON.stringify(text);

const example = (text: string, start: number, end: number): string =>
  quoted(
    text
      .slice(Math.max(0, start - 14), end + 6)
      .replace(/\s+/g, ' ')
      .trim(),
  );

interface Found {
  readonly form: string;
  readonly label: string;
  readonly example: string;
}

function pagesOf({ text, layout }: Learnt): Found[] {
  return layout.pages.map(({ form, label, start, end }) => ({ form, label, example: example(text, start, end) }));
}

/** How many numbers are missing between the first and the last of one text. */
function missing(labels: readonly string[]): number {
  const values = labels.flatMap((l) => labelValue(l) ?? []);
  return values.slice(1).reduce((sum, v, i) => sum + Math.max(0, v - values[i]! - 1), 0);
}

function pageLines(texts: readonly Learnt[]): string[] {
  const forms = byForm(texts.flatMap(pagesOf));
  if (forms.size === 0) return ['pages: []'];
  return [
    'pages:',
    ...[...forms].map(([form, marks]) => {
      const named = marks.filter((m) => m.label !== '');
      const gaps = texts.reduce(
        (sum, t) => sum + missing(t.layout.pages.filter((p) => p.form === form).map((p) => p.label)),
        0,
      );
      const range =
        named.length === 0
          ? 'without numbers'
          : `${named[0]!.label} to ${named.at(-1)!.label}, ${gaps === 0 ? 'none' : gaps} missing`;
      return `  - ${quoted(form)} # ${marks.length} marks, ${range}; ${marks
        .slice(0, 3)
        .map((m) => m.example)
        .join(', ')}`;
    }),
  ];
}

interface Pair {
  readonly form: string;
  readonly called: boolean;
  readonly example: string;
}

function pairsOf({ text, layout }: Learnt): Pair[] {
  return layout.notes
    .filter(({ head }) => head.form !== '' && !/^[[(]\p{L}+\.?: /u.test(head.form))
    .map(({ head, call }) => ({
      form: `  - { call: ${quoted(call?.form ?? '')}, note: ${quoted(head.form)} }`,
      called: call !== undefined,
      example: example(text, call?.start ?? head.start, call?.end ?? head.end),
    }));
}

function noteLines(texts: readonly Learnt[]): string[] {
  const forms = byForm(texts.flatMap(pairsOf).filter((p) => p.called));
  if (forms.size === 0) return ['notes: []'];
  const orphans = texts.reduce((sum, t) => sum + t.layout.series.reduce((n, s) => n + s.orphans.length, 0), 0);
  const lines = [...forms].map(
    ([form, pairs]) =>
      `${form} # ${pairs.length} notes with their calls; ${pairs
        .slice(0, 3)
        .map((p) => p.example)
        .join(', ')}`,
  );
  return ['notes:', ...lines, ...(orphans > 0 ? [`  # ${orphans} calls have no note`] : [])];
}

function notLines(texts: readonly Learnt[]): string[] {
  const forms = byForm(
    texts.flatMap(({ text, layout }) =>
      layout.left.map(({ form, start, end }) => ({ form, example: example(text, start, end) })),
    ),
  );
  if (forms.size === 0) return ['not: []'];
  return [
    'not: # kept as words; move a line to pages or notes if it is one of these',
    ...[...forms].map(
      ([form, left]) =>
        `  - ${quoted(form)} # ${left.length} places; ${left
          .slice(0, 3)
          .map((m) => m.example)
          .join(', ')}`,
    ),
  ];
}

/** The width at which the lines of most texts are broken. */
function widthOf(texts: readonly Learnt[]): string {
  const widths = texts.flatMap((t) => t.layout.setting.width ?? []).sort((a, b) => a - b);
  if (widths.length * 2 <= texts.length) return 'lines: { wrapped: false } # a line is a paragraph, or a line of verse';
  return `lines: { wrapped: ${widths[Math.floor(widths.length / 2)]} } # ${widths.length} of ${texts.length} texts are broken at a width`;
}

/** The recipe of some texts as a file. */
export function learnRecipe(sources: readonly SourceText[]): string {
  const texts = sources.map((s): Learnt => ({ text: s.text, layout: recognise(s.text) }));
  return [
    `# What octavo import --learn found in ${texts.length === 1 ? 'one text' : `${texts.length} texts`}. Every line can be changed; what is not named is not a mark.`,
    'version: 1',
    'reader: text',
    widthOf(texts),
    ...pageLines(texts),
    ...noteLines(texts),
    ...notLines(texts),
    '',
  ].join('\n');
}
