/** Reads one published document: its steps in order. */
import type { SourceText } from '../../source/text.ts';
import type { Chooser } from '../decisions.ts';
import type { Block, Certainty, ImportedDocument } from '../document.ts';
import { type Line, splitLines } from './lines.ts';
import { findPageMarks, type RunningText, withoutPageMarks } from './page-breaks.ts';
import { type NoteList, cutNoteList, noteListStarts } from './note-list.ts';
import { type FixedPlaces, type PlacedCall, type PlacedNotes, placeCalls } from './note-marks.ts';
import { learnNumbers } from './number-words.ts';
import { type CallMark, type Marks, inlineOfLines, pageBreak } from './inline.ts';
import { type BodyLine, bodyLines } from './body-lines.ts';
import { type Heading, findHeading, takenByNumbers } from './heading.ts';
import { fixedPlaces, logCalls, safeMargin } from './call-decisions.ts';
import { readBlocks } from './blocks.ts';
import { findClosing } from './closing.ts';
import { findOpening } from './opening.ts';
import { findAttachments } from './attachments.ts';
import { readFacts } from './header.ts';
import { readCorrespondents } from './correspondents.ts';
import { readNotes } from './notes.ts';
import { wordsAtPages } from './words-at-pages.ts';
import { countBelow } from '../../source/sorted.ts';

const offsetIn = (running: RunningText, source: number): number =>
  Math.max(0, Math.min(countBelow(running.at, source), running.at.length - 1));

function callsOf(
  source: SourceText,
  list: NoteList,
  plain: readonly BodyLine[],
  heading: Heading,
  marks: Marks,
  chooser: Chooser,
) {
  const bodyEnd = plain.at(-1)?.to ?? 0;
  const running = withoutPageMarks(source.text, 0, bodyEnd, marks.pages);
  const content = plain.filter((l) => !l.pagesOnly);
  const notes = list.notes.map((n) => ({
    listed: n.listed,
    text: source.text.slice(n.textFrom, Math.min(n.lines[0]!.end, n.textFrom + 300)),
  }));
  const fixed = fixedPlaces(list.notes, running, chooser);
  const placed = placeCalls(
    notes,
    running,
    {
      text: running.text,
      numbers: learnNumbers(source.text),
      head: {
        start: offsetIn(running, heading.head[0]?.start ?? 0),
        end: offsetIn(running, heading.head.at(-1)?.end ?? 0),
      },
      taken: takenByNumbers(heading).map((t) => ({ start: offsetIn(running, t.start), end: offsetIn(running, t.end) })),
      tailFrom: offsetIn(running, content.at(-3)?.start ?? 0),
    },
    fixed,
  );
  return { placed, running, fixed };
}

/** The calls as marks of the source, the doubtful ones with a certainty. */
function callMarks(calls: readonly PlacedCall[], running: RunningText): CallMark[] {
  return calls.flatMap((c): CallMark[] => {
    if (c.at === undefined) return [];
    const start = running.at[c.at]!;
    const cert: Certainty | undefined = c.margin < 1.5 ? 'low' : c.margin < safeMargin ? 'medium' : undefined;
    return [{ note: c.note, start, end: start + c.length, ...(cert ? { cert } : {}) }];
  });
}

function blocksBefore(heading: Heading, marks: Marks): Block[] {
  return heading.before.flatMap((line): Block[] =>
    line.pagesOnly
      ? line.pagesOnly.map((p) => pageBreak(p, marks))
      : [{ kind: 'source-line', content: inlineOfLines(marks, [line]) }],
  );
}

/** True for volumes of a generation that marks salutations. */
const isRecent = (list: NoteList, text: string): boolean =>
  list.notes
    .slice(0, 1)
    .some((n) =>
      /^Summary:|Carter (?:Presidential )?Library|Reagan Library/u.test(text.slice(n.textFrom, n.textFrom + 300)),
    );

interface Reading {
  readonly list: NoteList;
  readonly placed: PlacedNotes;
  readonly running: RunningText;
  readonly fixed: FixedPlaces;
}

/** The list of notes whose calls are found best. */
function readList(source: SourceText, lines: readonly Line[], marks: Marks, chooser: Chooser): Reading {
  // A text of nothing but a list has no notes.
  const starts = noteListStarts(source.text, lines).filter((start) => start > 0);
  const readings = (starts.length > 0 ? starts : [undefined]).map((start): Reading => {
    const list = cutNoteList(source.text, lines, start);
    const plain = bodyLines(list.body, marks);
    return { list, ...callsOf(source, list, plain, findHeading(plain, chooser), marks, chooser) };
  });
  return readings.reduce((a, b) => (b.placed.total > a.placed.total + 2 ? b : a));
}

/** Reads a document. Every doubt goes through the chooser. */
export function readFrusText(source: SourceText, chooser: Chooser): ImportedDocument {
  const { text } = source;
  const pages = findPageMarks(text, 0, text.length);
  const empty: Marks = { source: text, pages, calls: [], insideWord: new Map() };
  const { list, placed, running, fixed } = readList(source, splitLines(text), empty, chooser);
  logCalls(placed.calls, list.notes, running, fixed, chooser);
  const marks: Marks = {
    ...empty,
    calls: callMarks(placed.calls, running),
    insideWord: wordsAtPages(text, pages, chooser),
  };
  const heading = findHeading(bodyLines(list.body, marks), chooser);
  const notes = readNotes(list.notes, placed.calls, marks);
  const following =
    list.notes.length > 0 ? { blanks: list.blanksBefore, telling: list.notes[0]!.lines.length === 1 } : undefined;
  const oldStyle = !/^\[?\d+[a-z]?\]?\.\s/u.test(heading.head[0]?.words ?? '');
  const attachments = findAttachments(heading.rest, chooser);
  const blocks = readBlocks(heading.rest, {
    marks,
    attachments,
    opening: findOpening(heading.rest, attachments.texts, { recent: isRecent(list, text), old: oldStyle }, chooser),
    closing: findClosing(heading.rest, following, attachments.marks, { oldStyle, marks, chooser }),
    chooser,
  });
  const { head, correspondents } = readCorrespondents(inlineOfLines(marks, heading.head));
  const before = blocksBefore(heading, marks);
  const { number } = heading;
  const facts = readFacts({
    head,
    ...(number === undefined ? {} : { number }),
    correspondents,
    before,
    blocks,
    notes,
    pages,
  });
  return { facts, before, head, blocks, notes };
}
