import type { Finding } from '../../diagnostics/finding.ts';
import type { Problem, SetDocument, Standard, Typesetter } from '../../typeset/typesetter.ts';
import type { Book, Bound } from '../format.ts';
import { type FootPlan, footPlan, tooHigh } from './foot-plan.ts';
import { type IndexedName, indexLines } from './name-index.ts';
import type { Part } from './part.ts';
import { isEntryKey, type PartEntry } from './place.ts';
import { type Blocks, type Dump, dumpOf, type Misplaced, misplaced, type Repairs, repaired } from './placement.ts';

/** Sets a book, and sets it again until each note begins on the page of its call and each entry of the apparatus is on that of its lemma. */

const mostRounds = 6;
/** Rounds in which entries may still move from one page to another. */
const mostPlans = 10;

const failed = (book: Book, { message, file, line }: Problem): Finding => ({
  code: 'not-typeset',
  severity: 'error',
  message: `${book.path} cannot be set: ${message}${file === '' || file === 'main.typ' ? '' : ` (templates/print/${file}, line ${line})`}.`,
  why: 'What the typesetter warns of may be words that are lost, so no file is written.',
  fix: 'If it is about a template of yours, correct it; if a character cannot be shown, put a font that has it into templates/print/ (docs/how-to/print.md).',
});

const unitOf = (key: string): string => key.replace(/\.\d+(?:i\d+)*\/°?\d+$/, '');

/** A note that the typesetter leaves out without a word, as it does with notes in notes in notes. */
const lostNote = ({ key, call }: Misplaced): Problem => ({
  message: `a note of ${unitOf(key)} that is called on sheet ${call} is on no page`,
  file: '',
  line: 0,
});

/** A note that could not be brought to the page of its call. */
const elsewhere = (book: Book, { key, call, note }: Misplaced): Finding => ({
  code: 'note-elsewhere',
  severity: 'note',
  message: `In ${book.path} a note of ${unitOf(key)} that is called on sheet ${call} begins on sheet ${note}.`,
  why: 'A reader looks for a note at the foot of the page.',
});

/** The apparatus of a page for which there is no room. */
const tooHighOn = (book: Book, [sheet, excess]: Dump['fits'][number]): Finding => ({
  code: 'apparatus-too-high',
  severity: 'review',
  message: `In ${book.path} the apparatus of sheet ${sheet} is ${excess.toFixed(1)} points too high for the room below the text.`,
  why: 'It is printed over the last lines of the text.',
});

/** A table that is too wide for the page. */
const tooWide = (book: Book, [unit, percent, sheet]: Dump['wide'][number]): Finding => ({
  code: 'table-too-wide',
  severity: 'review',
  message: `In ${book.path} a table of ${unit} on sheet ${sheet} is wider than the page and is set at ${percent} % of its size.`,
  why: 'No column runs over the edge, but very small words nobody can read.',
});

/** An apparatus that goes to and fro between pages. */
const unsettled: Problem = {
  message: `after ${mostPlans + 1} rounds the lines of the apparatus still move from page to page`,
  file: '',
  line: 0,
};

const blocksOf = (parts: readonly Part[]): Blocks => ({
  chains: new Map(parts.flatMap((part) => Object.entries(part.chains))),
  headings: new Set(parts.flatMap((part) => part.headings.map(({ key }) => key))),
});

/** What a document is set with: repairs of its pages, what is at their foot, and the lines of its index. */
interface Given {
  readonly repairs: Repairs;
  readonly plan: string;
  readonly index: string;
}

/** The plan of a book without an apparatus at the foot of its pages, and of one that has not been set yet. */
const none = 'null';
const planOf = (json: string): FootPlan | undefined => (JSON.parse(json) as FootPlan | null) ?? undefined;

type Round =
  | { readonly problems: readonly Problem[] }
  | {
      readonly wrong: readonly Misplaced[];
      readonly high: Dump['fits'];
      readonly wide: Dump['wide'];
      readonly plan: string;
      readonly index: string;
      readonly pdf: SetDocument['pdf'];
    };

/** Whether the typesetter has ended instead of answering. */
const isEnded = (answer: unknown): answer is { readonly problems: readonly Problem[] } =>
  typeof answer === 'object' && answer !== null && 'problems' in answer;

/** What is known of all units of a book. */
interface Known {
  readonly blocks: Blocks;
  readonly names: ReadonlyMap<string, IndexedName>;
  readonly entries: readonly PartEntry[];
}

async function set(typesetter: Typesetter, { repairs, ...texts }: Given, { names, entries }: Known): Promise<Round> {
  const document = await typesetter.set({ repairs: JSON.stringify(repairs), ...texts });
  if ('problems' in document) return document;
  const queried = await document.query('dump');
  if (isEnded(queried)) return queried;
  const dump = dumpOf(queried);
  return {
    wrong: misplaced(dump.marks).filter(({ key, note }) => note === 0 || !isEntryKey(key)),
    high: tooHigh(dump),
    wide: dump.wide,
    plan: JSON.stringify(footPlan(dump, entries, planOf(texts.plan)) ?? null),
    index: JSON.stringify(indexLines(dump.named, names, dump.first)),
    pdf: document.pdf,
  };
}

/** What the next round is to be set with; undefined where there is to be none. The index comes last: it moves nothing before it. */
function next(round: Round, given: Given, { blocks }: Known, rounds: number): Given | undefined {
  if ('problems' in round) return undefined;
  const { wrong, plan, index } = round;
  const isRepaired = wrong.length > 0 && rounds < mostRounds;
  const repairs = isRepaired ? repaired(given.repairs, wrong, blocks) : given.repairs;
  // Where nothing more can be done, the same pages would come out.
  const isBetter = JSON.stringify(repairs) !== JSON.stringify(given.repairs);
  if (isBetter || (plan !== given.plan && rounds < mostPlans)) return { ...given, repairs, plan };
  return index !== given.index && rounds < mostPlans + 2 ? { ...given, index } : undefined;
}

export async function setBook(
  typesetter: Typesetter,
  book: Book,
  parts: readonly Part[],
  standard: Standard,
): Promise<Bound> {
  const known: Known = {
    blocks: blocksOf(parts),
    names: new Map(parts.flatMap((part) => part.names)),
    entries: parts.flatMap((part) => part.entries),
  };
  let given: Given = { repairs: {}, plan: none, index: '[]' };
  for (let rounds = 0; ; rounds++) {
    // Nothing may hold the pages of the last round while the next is set.
    let round: Round | undefined = await set(typesetter, given, known);
    const better = next(round, given, known, rounds);
    if (!better) return finished(round, given, book, standard);
    given = better;
    round = undefined;
    await typesetter.forget();
  }
}

async function finished(round: Round, given: Given, book: Book, standard: Standard): Promise<Bound> {
  if ('problems' in round) return { findings: round.problems.map((problem) => failed(book, problem)) };
  if (round.plan !== given.plan) return { findings: [failed(book, unsettled)] };
  const lost = round.wrong.filter(({ note }) => note === 0);
  if (lost.length > 0) return { findings: lost.map((one) => failed(book, lostNote(one))) };
  const made = await round.pdf(standard);
  if ('problems' in made) return { findings: made.problems.map((problem) => failed(book, problem)) };
  return {
    bytes: made.bytes,
    findings: [
      ...round.wrong.map((one) => elsewhere(book, one)),
      ...round.high.map((one) => tooHighOn(book, one)),
      ...round.wide.map((one) => tooWide(book, one)),
    ],
  };
}
