import { type BookInEdition, type Format, formatsFor, type UnitInPlace } from '../formats/format.ts';
import type { Progress } from '../edition/prepare.ts';
import type { Edition, EditionContext } from '../model/edition.ts';
import { countSpine } from '../model/spine-items.ts';
import type { UnitContent } from '../model/unit-content.ts';
import { UnreadableFile } from '../source/regular-file.ts';
import type { BuiltFiles } from './built-files.ts';
import { BookChecker } from './check-books.ts';
import { checkUnit, type Loss } from './check-unit.ts';
import type { WholeChecker } from './check-whole.ts';
import type { WholeEdition } from './edition-files.ts';
import { type FormatProof, notCarried, notInBooks, type Proof } from './proof.ts';

/** Checks what the built edition has of every unit: files of its own, and its text in books. */

function checkFile(
  info: UnitInPlace,
  content: UnitContent,
  format: Format,
  edition: EditionContext,
  files: BuiltFiles,
): Loss[] {
  const path = format.path(info.facts.id);
  try {
    return checkUnit(format, info, content, edition, files.bytes(path)?.toString('utf8'));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const message = `the file ${path} cannot be read: ${error.trouble}`;
    return [{ document: info.facts.id, format: format.name, message }];
  }
}

/** A unit with what its source says. */
export interface UnitToProve {
  readonly info: UnitInPlace;
  /** Made when it is asked for: the contents of a whole edition would fill the memory. */
  readonly content: () => UnitContent;
  readonly diplomatic: () => UnitContent;
}

/** What was found. */
export interface Checked {
  readonly losses: Loss[];
  readonly counts: { words: number; pages: number; notes: number };
  readonly formats: Proof['formats'];
}

type Results = Record<string, { -readonly [K in keyof FormatProof]: FormatProof[K] }>;

function emptyResults(formats: readonly Format[], books: readonly BookInEdition[], { units }: Edition): Results {
  const results: Results = {};
  for (const format of formats) {
    const proof = format.carries === 'text' ? 'text' : 'fields';
    results[format.name] = { files: 0, proven: 0, proof, ...notCarried(format) };
  }
  for (const { format } of books)
    results[format.name] = { files: 0, proven: 0, proof: 'text', ...notInBooks(format, units) };
  return results;
}

/** What an edition was built in. */
export interface Outputs {
  readonly formats: readonly Format[];
  readonly books: readonly BookInEdition[];
  /** What checks the formats of the whole edition. */
  readonly wholes: WholeChecker;
}

/** Checks every file of every unit, and what each gives to files of the whole edition. */
export function checkAll(
  units: readonly UnitToProve[],
  { formats, books, wholes, edition, files, sheets }: WholeEdition,
  progress: Progress = () => undefined,
): Checked {
  const losses: Loss[] = [];
  const counts = { words: 0, pages: 0, notes: 0 };
  const results = emptyResults(formats, books, edition);
  const checker = new BookChecker(books, edition, files);
  const count = (format: string, found: readonly Loss[]): void => {
    losses.push(...found);
    results[format]!.files++;
    if (found.length === 0) results[format]!.proven++;
  };
  units.forEach(({ info, content: read, diplomatic: readDiplomatic }, i) => {
    const content = read();
    const diplomatic =
      info.hasDiplomatic && formats.some(({ view }) => view === 'diplomatic') ? readDiplomatic() : content;
    const { words, pages, notes } = countSpine(content.spine);
    counts.words += words;
    counts.pages += pages;
    counts.notes += notes;
    const shown = sheets.contentOf(info.facts.id, content, 'reading');
    const shownDiplomatic = sheets.contentOf(info.facts.id, diplomatic, 'diplomatic');
    const listed = diplomatic === content ? shown.losses : [...shown.losses, ...shownDiplomatic.losses];
    losses.push(...listed);
    for (const format of formatsFor(info, formats)) {
      const source = format.view === 'diplomatic' ? shownDiplomatic : shown;
      const isSource = format.carries === 'text' && format.isSource === true;
      count(format.name, checkFile(info, isSource ? content : source.content, format, edition, files));
    }
    for (const { format, losses: found } of checker.check(info, shown.content)) count(format, found);
    wholes.unit(info, shown.content);
    progress(i + 1, units.length);
  });
  const whole = wholes.check(files);
  return {
    losses: [...losses, ...checker.losses, ...whole.losses],
    counts,
    formats: { ...results, ...whole.formats },
  };
}
