import { type BookInEdition, type Format, formatsFor, type UnitInPlace } from '../formats/format.ts';
import type { Progress } from '../edition/prepare.ts';
import type { Edition, EditionContext } from '../model/edition.ts';
import { countSpine } from '../model/spine-items.ts';
import type { UnitContent } from '../model/unit-content.ts';
import type { OtherView, View } from '../model/views.ts';
import { UnreadableFile } from '../source/regular-file.ts';
import type { BuiltFiles } from './built-files.ts';
import { BookChecker } from './check-books.ts';
import { checkUnit, type Loss } from './check-unit.ts';
import type { Listed } from './sheets.ts';
import type { WholeEdition } from './whole-edition.ts';
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
  readonly inView: (view: OtherView) => UnitContent;
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

/** What is proven of the units, as it grows. */
class Proving {
  readonly losses: Loss[] = [];
  readonly counts = { words: 0, pages: 0, notes: 0 };
  readonly results: Results;
  private readonly whole: WholeEdition;
  private readonly checker: BookChecker;

  constructor(whole: WholeEdition, checker: BookChecker) {
    this.whole = whole;
    this.checker = checker;
    this.results = emptyResults(whole.formats, whole.books, whole.edition);
  }

  unit({ info, content: read, inView }: UnitToProve): void {
    const { formats, edition, files, sheets, wholes } = this.whole;
    const { id } = info.facts;
    const content = read();
    this.countWords(content);
    const shown = sheets.contentOf(id, content, 'reading');
    this.losses.push(...shown.losses);
    const views = new Map<View | undefined, Listed>([[undefined, shown]]);
    for (const format of formatsFor(info, formats)) {
      const { view } = format;
      if (view !== undefined && !views.has(view)) {
        views.set(view, sheets.contentOf(id, inView(view), view));
        this.losses.push(...views.get(view)!.losses);
      }
      const source = views.get(view)!;
      const isSource = format.carries === 'text' && format.isSource === true;
      this.count(format.name, checkFile(info, isSource ? content : source.content, format, edition, files));
    }
    for (const { format, losses } of this.checker.check(info, shown.content)) this.count(format, losses);
    wholes.unit(info, shown.content);
  }

  private countWords({ spine }: UnitContent): void {
    const { words, pages, notes } = countSpine(spine);
    this.counts.words += words;
    this.counts.pages += pages;
    this.counts.notes += notes;
  }

  private count(format: string, losses: readonly Loss[]): void {
    this.losses.push(...losses);
    this.results[format]!.files++;
    if (losses.length === 0) this.results[format]!.proven++;
  }
}

/** Checks every file of every unit, and what each gives to files of the whole edition. */
export function checkAll(
  units: readonly UnitToProve[],
  whole: WholeEdition,
  progress: Progress = () => undefined,
  withRemarks = false,
): Checked {
  const { books, edition, files, wholes } = whole;
  const checker = new BookChecker(books, edition, files, withRemarks);
  const proving = new Proving(whole, checker);
  units.forEach((unit, i) => {
    proving.unit(unit);
    progress(i + 1, units.length);
  });
  const { losses, counts, results } = proving;
  const ofWhole = wholes.check(files);
  return {
    losses: [...losses, ...checker.losses, ...ofWhole.losses],
    counts,
    formats: { ...results, ...ofWhole.formats },
    remarks: checker.remarks,
  };
}
