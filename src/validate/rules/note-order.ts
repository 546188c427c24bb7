import type { SourceText } from '../../source/text.ts';
import type { Rule, RuleRun, Told } from '../rule.ts';
import { type Break, findBreaks } from '../sequence.ts';
import { type SeenNote, watchNotes } from '../watch-notes.ts';

interface Numbered extends SeenNote {
  readonly value: number;
}

const number = /^[[(]?(\d{1,6})[\])]?$/;

/** Notes with a number, by document. */
function byDocument(notes: readonly SeenNote[]): { outer: Numbered[]; inner: Set<number> }[] {
  const groups = new Map<unknown, { outer: Numbered[]; inner: Set<number> }>();
  for (const note of notes) {
    const digits = note.n && number.exec(note.n.value)?.[1];
    if (digits === undefined) continue;
    const group = groups.get(note.document) ?? { outer: [], inner: new Set() };
    groups.set(note.document, group);
    if (note.inner) group.inner.add(Number(digits));
    else group.outer.push({ ...note, value: Number(digits) });
  }
  return [...groups.values()];
}

/** Numbering may begin again in another part of a document, and where notes are numbered by page. */
function mayRestart(notes: readonly Numbered[], at: number): boolean {
  const { value, part, page } = notes[at]!;
  const before = notes[at - 1]!;
  return value <= 1 && (part !== before.part || page !== before.page);
}

function gapText(before: number, value: number): string {
  return value === before + 2 ? `note ${before + 1} is missing` : `notes ${before + 1}–${value - 1} are missing`;
}

function tell(notes: readonly Numbered[], { at, kind, before }: Break): { message: string; fix?: string } {
  const { value } = notes[at]!;
  switch (kind) {
    case 'repeat':
      return { message: `Note ${value} appears twice.` };
    case 'doubled':
      return {
        message: `Note ${value} appears twice, and the next is note ${before + 2}.`,
        fix: `It is probably note ${before + 1}.`,
      };
    case 'gap':
      return { message: `Note ${value} follows note ${before}: ${gapText(before, value)}.` };
    case 'slip':
      return {
        message: `Note ${value} is between ${before} and ${before + 2}.`,
        fix: `It is probably note ${before + 1}.`,
      };
    case 'swap':
      return {
        message: `Notes ${value} and ${before + 1} are in the wrong order.`,
        fix: 'Swap the two notes, or their numbers.',
      };
    case 'back':
      return { message: `Note ${value} follows note ${before}${value <= 1 ? ': the numbers restart here' : ''}.` };
  }
}

/** The number that the notes around it want. */
const correction = ({ n }: Numbered, { kind, before }: Pick<Break, 'kind' | 'before'>): Told['edit'] =>
  kind === 'slip' || kind === 'doubled'
    ? { start: n!.valueStart, end: n!.valueEnd, newText: String(before + 1) }
    : undefined;

/** The numbers that are in notes of notes are not a gap. */
const isFilled = (value: number, { before, kind }: Break, inner: ReadonlySet<number>): boolean => {
  if (kind !== 'gap') return false;
  for (let one = before + 1; one < value; one++) if (!inner.has(one)) return false;
  return true;
};

const place = (note: Numbered): [number, number] => [note.n!.start, note.n!.valueEnd + 1];

/**
 * The first note of a document: its number is 1, or continues from the document before. Is it wrong by itself, the
 * second note being note 2?
 */
function checkFirst({ report }: RuleRun, source: SourceText, [first, second]: readonly Numbered[]): boolean {
  const alone = second?.value === 2;
  report(source, ...place(first!), {
    message: `The first note of this document has the number ${first!.value}${alone ? ', and the next is note 2' : ''}.`,
    ...(alone && { fix: 'It is probably note 1.', suggestion: correction(first!, { kind: 'slip', before: 0 }) }),
  });
  return alone;
}

function check(run: RuleRun, source: SourceText, notes: readonly SeenNote[]): void {
  let last: number | undefined;
  for (const { outer, inner } of byDocument(notes)) {
    const [first] = outer;
    if (!first) continue;
    const odd = last !== undefined && first.value > 1 && first.value !== last + 1 && !inner.has(1);
    const alone = odd && checkFirst(run, source, outer);
    last = outer[outer.length - 1]!.value;
    const values = outer.map(({ value }, i) => (alone && i === 0 ? 1 : value));
    for (const found of findBreaks(values, (at) => mayRestart(outer, at))) {
      const note = outer[found.at]!;
      if (!isFilled(note.value, found, inner))
        run.report(source, ...place(note), { ...tell(outer, found), suggestion: correction(note, found) });
    }
  }
}

export const noteOrder: Rule = {
  code: 'note-order',
  title: 'Note numbers that do not follow one another',
  why: 'A number that is missing, doubled or out of order usually means that a note is lost, or is at the wrong place.',
  fix: 'Compare the notes with the source.',
  severity: 'review',
  examples: {
    good: [
      '<p>a<note n="1">x</note> b<note n="2">y</note></p>',
      '<p>a<note n="1">x</note></p><div><p>b<note n="1">y</note></p></div>',
      '<p>a<note n="*">x</note> b<note>y</note></p>',
    ],
    bad: [
      { tei: '<p>a<note n="1">x</note> b<note n="3">y</note></p>', finds: 'n="3">y' },
      { tei: '<p>a<note n="1">x</note> b<note n="1">y</note></p>', finds: 'n="1">y' },
      { tei: '<p>a<note n="1">x</note> b<note n="7">y</note> c<note n="3">z</note></p>', finds: 'n="7">y' },
      { tei: '<p>a<note n="1">x</note> b<note n="2">y</note> c<note n="1">z</note></p>', finds: 'n="1">z' },
    ],
  },
  begin: (run) => ({ file: (file) => watchNotes(file, (notes) => check(run, file.source, notes)) }),
};
