import type { Finding } from '../../diagnostics/finding.ts';
import type { Problem, SetDocument, Standard, Typesetter } from '../../typeset/typesetter.ts';
import type { Book, Bound } from '../format.ts';
import { type IndexedName, indexLines } from './name-index.ts';
import type { Part } from './part.ts';
import { type Blocks, dumpOf, type Misplaced, misplaced, type Repairs, repaired } from './placement.ts';

/** Sets a book, and sets it again until each note begins on the page of its call. */

const mostRounds = 6;

const failed = (book: Book, { message, file, line }: Problem): Finding => ({
  code: 'not-typeset',
  severity: 'error',
  message: `${book.path} cannot be set: ${message}${file === '' || file === 'main.typ' ? '' : ` (templates/print/${file}, line ${line})`}.`,
  why: 'What the typesetter warns of may be words that are lost, so no file is written.',
  fix: 'If it is about a template of yours, correct it; if a character cannot be shown, put a font that has it into templates/print/ (docs/how-to/print.md).',
});

const unitOf = (key: string): string => key.replace(/\.\d+(?:i\d+)*\/\d+$/, '');

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

const blocksOf = (parts: readonly Part[]): Blocks => ({
  chains: new Map(parts.flatMap((part) => Object.entries(part.chains))),
  headings: new Set(parts.flatMap((part) => part.headings.map(({ key }) => key))),
});

/** What a document is set with: repairs of its pages, and the lines of its index. */
interface Given {
  readonly repairs: Repairs;
  readonly index: string;
}

type Round =
  | { readonly problems: readonly Problem[] }
  | { readonly wrong: readonly Misplaced[]; readonly index: string; readonly pdf: SetDocument['pdf'] };

/** Whether the typesetter has ended instead of answering. */
const isEnded = (answer: unknown): answer is { readonly problems: readonly Problem[] } =>
  typeof answer === 'object' && answer !== null && 'problems' in answer;

async function set(typesetter: Typesetter, given: Given, names: ReadonlyMap<string, IndexedName>): Promise<Round> {
  const document = await typesetter.set({ repairs: JSON.stringify(given.repairs), index: given.index });
  if ('problems' in document) return document;
  const dump = await document.query('dump');
  if (isEnded(dump)) return dump;
  const { marks, named, first } = dumpOf(dump);
  return { wrong: misplaced(marks), index: JSON.stringify(indexLines(named, names, first)), pdf: document.pdf };
}

/** What the next round is to be set with; undefined where there is to be none. The index comes last: it moves nothing before it. */
function next(round: Round, given: Given, blocks: Blocks, rounds: number): Given | undefined {
  if ('problems' in round) return undefined;
  if (round.wrong.length > 0 && rounds < mostRounds) {
    const repairs = repaired(given.repairs, round.wrong, blocks);
    // Where nothing more can be done, the same pages would come out.
    if (JSON.stringify(repairs) !== JSON.stringify(given.repairs)) return { ...given, repairs };
  }
  return round.index !== given.index && rounds < mostRounds + 2 ? { ...given, index: round.index } : undefined;
}

export async function setBook(
  typesetter: Typesetter,
  book: Book,
  parts: readonly Part[],
  standard: Standard,
): Promise<Bound> {
  const blocks = blocksOf(parts);
  const names = new Map(parts.flatMap((part) => part.names));
  let given: Given = { repairs: {}, index: '[]' };
  for (let rounds = 0; ; rounds++) {
    // Nothing may hold the pages of the last round while the next is set.
    let round: Round | undefined = await set(typesetter, given, names);
    const better = next(round, given, blocks, rounds);
    if (!better) return finished(round, book, standard);
    given = better;
    round = undefined;
    await typesetter.forget();
  }
}

async function finished(round: Round, book: Book, standard: Standard): Promise<Bound> {
  if ('problems' in round) return { findings: round.problems.map((problem) => failed(book, problem)) };
  const lost = round.wrong.filter(({ note }) => note === 0);
  if (lost.length > 0) return { findings: lost.map((one) => failed(book, lostNote(one))) };
  const made = await round.pdf(standard);
  if ('problems' in made) return { findings: made.problems.map((problem) => failed(book, problem)) };
  return { bytes: made.bytes, findings: round.wrong.map((one) => elsewhere(book, one)) };
}
