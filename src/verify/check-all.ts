import { type BookInEdition, type Format, formatsFor, type UnitInPlace } from '../formats/format.ts';
import type { Progress } from '../edition/prepare.ts';
import type { Edition, EditionContext } from '../model/edition.ts';
import { countSpine } from '../model/spine-items.ts';
import type { UnitContent } from '../model/unit-content.ts';
import { UnreadableFile } from '../source/regular-file.ts';
import type { BuiltFiles } from './built-files.ts';
import { BookChecker } from './check-books.ts';
import { checkUnit, type Loss } from './check-unit.ts';
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
  readonly remarks: Readonly<Record<string, readonly string[]>>;
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

/** Checks every file of every unit. */
export function checkAll(
  units: readonly UnitToProve[],
  formats: readonly Format[],
  books: readonly BookInEdition[],
  edition: Edition,
  files: BuiltFiles,
  progress: Progress,
  withRemarks = false,
): Checked {
  const losses: Loss[] = [];
  const counts = { words: 0, pages: 0, notes: 0 };
  const results = emptyResults(formats, books, edition);
  const checker = new BookChecker(books, edition, files, withRemarks);
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
    for (const format of formatsFor(info, formats)) {
      const source = format.view === 'diplomatic' ? diplomatic : content;
      count(format.name, checkFile(info, source, format, edition, files));
    }
    for (const { format, losses: found } of checker.check(info, content)) count(format, found);
    progress(i + 1, units.length);
  });
  const { remarks } = checker;
  return { losses: [...losses, ...checker.losses], counts, formats: results, remarks };
}
