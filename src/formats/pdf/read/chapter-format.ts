import type { EditionContext, UnitInfo } from '../../../model/edition.ts';
import { runsOf, type Spine, spineBuilder, type SpineBuilder } from '../../../model/spine.ts';
import { type Carries, noStructure } from '../../../model/structure.ts';
import type { UnitContent } from '../../../model/unit-content.ts';
import { signOfItem, withMarksAs } from '../../expected-signs.ts';
import type { ReadBack, TextFormat } from '../../format.ts';
import { type ChapterEvent, chapterOf } from './chapter-events.ts';
import { notesInReadings, withoutNotes } from './notes-in-readings.ts';
import { type PlacedEntry, placedEntries } from './placed-entries.ts';
import { type Named, namedIn } from './index-faults.ts';
import { SignsSeen } from './sign-proof.ts';
import { Sheets } from './sheets.ts';
import { seen } from './kinds-of-words.ts';

/** What the text of a unit in a printed book says, and what it promises. */

const notOnPaper = 'a printed page shows it, by its design, to people and not to programs';

const aspects: Carries = {
  block: 'where blocks begin and end parts words, which is compared; of what kind they are the design shows',
  cell: 'where cells begin and end parts words, which is compared; how many columns and rows a cell covers is not',
  look: notOnPaper,
  role: notOnPaper,
  status:
    'signs around words are compared with what the source says, but for dots below letters; of what is without a sign nothing is seen',
  mark: 'signs are compared with what the source says; of what is without a sign nothing is seen',
  formula: 'a formula is its words in one line (1/12, x^2), which are compared as words',
  gloss: 'a gloss is behind its words, in parentheses, and is compared as words',
  speaker: 'names of speakers that the source does not print are shown, and are not compared',
  line: 'lines of the source are lines of the page, and are not compared',
  number: 'numbers are shown, and are not compared yet',
  language: 'the language is said to programs that read aloud, and is not compared',
  direction: notOnPaper,
  pointer: 'links lead to units, and are not compared yet',
  id: 'a printed page has no ids',
  picture: 'images are shown, and their places are not compared',
  reading:
    'entries of the apparatus are compared with the source as an edition prints them: line, lemma, readings, sigla and notes; type, cause, certainty and hand are not printed',
};

const withoutUnseen = (run: string): string => {
  const text = seen(run);
  return text === run ? run : text.replace(/ {2,}/g, ' ').replace(/^ | $/g, '');
};

/** A text with those points only that have a sign. */
const withSigns = (source: UnitContent, { signs }: EditionContext): UnitContent =>
  withMarksAs(source, (value) => (signOfItem(value, signs) ? undefined : ''), { inLine: true });

/** The text and its notes, without the apparatus. */
function shownIn(source: UnitContent, edition: EditionContext): UnitContent {
  const shown = withSigns(source, edition);
  const { spine, structure } = withoutNotes(shown, notesInReadings(source));
  const items = structure.items.filter(({ run }) => run <= spine.notes.length);
  return { spine: { text: spine.text, notes: spine.notes }, structure: { items } };
}

/** What a book promises of a unit: all its words, its page breaks, its notes where they are called, and its points that have a sign. */
export function promiseBook(source: UnitContent, _: UnitInfo, edition: EditionContext): UnitContent {
  const { spine } = shownIn(source, edition);
  const promised: Spine = {
    text: withoutUnseen(spine.text),
    notes: spine.notes.map(({ label, text }) => ({ label, text: withoutUnseen(text) })),
  };
  return { spine: promised, structure: noStructure };
}

/** Signs that are like letters, one by one: what is in brackets, or between them. */
const pointSigns = /\(\([^()]*\)\)|\[[^[\]]*\]|\([^()]*\)|⟨[^⟨⟩]*⟩|\+(?:\.\.|-|c\.|\d)[^+]*\+|\++|[^[(⟨+ ]+/g;

function put(spine: SpineBuilder, sheets: Sheets, signs: SignsSeen, [kind, text = '']: ChapterEvent): void {
  if (kind === 'words') spine.text(text);
  else if (kind === 'sheet') sheets.turn(Number(text));
  else if (kind === 'line') sheets.line(text === '' ? undefined : Number(text.split(' ')[0]));
  else if (kind === 'edge') spine.boundary();
  else if (kind === 'page') spine.page(text);
  else if (kind === 'note') spine.startNote(text);
  else if (kind === 'end') spine.endNote();
  else if (kind === 'sign') signs.sign(text);
  else if (kind === 'point')
    for (const [sign] of text.matchAll(pointSigns)) {
      spine.mark('');
      signs.sign(sign);
    }
}

/** What of a text is proven with the whole book: what it names, for the index, and its apparatus. */
export interface SeenInText {
  readonly named: readonly Named[];
  readonly entries: readonly PlacedEntry[];
}

type Remember = (unit: string, seen: SeenInText) => void;

function readChapter(content: string, remember: Remember): ReadBack {
  const chapter = chapterOf(content);
  const spine = spineBuilder();
  const sheets = new Sheets(spine);
  const signs = new SignsSeen(spine);
  for (const event of chapter.events) put(spine, sheets, signs, event);
  const words = spine.finish();
  const said = (wanted: ChapterEvent[0]): string[] =>
    chapter.events.flatMap(([kind, text = '']) => (kind === wanted ? [text] : []));
  const title = said('title').join('').trim();
  const whole = `sheet ${chapter.first + 1}${chapter.last > chapter.first ? `–${chapter.last + 1}` : ''}`;
  return {
    spine: words,
    place: (run, at) => sheets.place(words, run, at),
    structure: noStructure,
    faults: said('fault').map((fault) => `${whole}: ${fault}`),
    layout: (source, unit, edition) => {
      const shown = shownIn(source, edition);
      remember(unit.facts.id, {
        named: namedIn(shown, unit, edition, sheets),
        entries: placedEntries(withSigns(source, edition), sheets),
      });
      // Places are those of the words as they are shown; where invisible characters are left out they are others.
      return runsOf(shown.spine).some((run) => seen(run) !== run) ? [] : signs.faults(shown, edition.signs);
    },
    frame: ({ facts }) => {
      const wanted = facts.title.replace(/\s+/g, ' ').trim();
      const isSame = title === '' || seen(wanted) === title;
      return isSame ? [] : [`${whole}: the title above the text is “${title}” instead of “${wanted}”`];
    },
  };
}

/** The text of a unit in a book. `remember`: for what is proven of the whole book. */
export const chapterFormat = (write: TextFormat['write'], remember: Remember = () => undefined): TextFormat => ({
  name: 'pdf',
  carries: 'text',
  aspects,
  path: (id) => id,
  write,
  readBack: (content) => readChapter(content, remember),
  promise: promiseBook,
});
