import type { OpenBook } from '../../src/formats/format.ts';
import type { Book } from '../../src/formats/format.ts';
import { pdfFormat, type PdfOptions } from '../../src/formats/pdf/pdf-format.ts';
import { printFiles } from '../../src/formats/print-files.ts';
import { openTypesetter } from '../../src/typeset/engine.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import type { ReadEdition } from './edition.ts';
import { newFolder } from './scratch.ts';

/** Printed books, set in memory, of which the code that is typeset can be changed first. */

/** What becomes of the code of the book and of the files of its design. */
export type Damage = (sources: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;

/** Changes a file at the first place. */
export const changed =
  (file: string, from: string | RegExp, to: string): Damage =>
  (sources) => {
    const code = sources[file]!.replace(from, to);
    if (code === sources[file]) throw new Error(`${String(from)} is not in ${file}`);
    return { ...sources, [file]: code };
  };

const none: Damage = (sources) => sources;

const optionsWith = (damage: Damage, print: PdfOptions['print']): PdfOptions => ({
  print,
  templates: printFiles(newFolder(), undefined, ['pdf']).files.templates,
  fonts: [],
  around: () => ({ date: '2024-02-29', generator: { name: 'octavo', version: '1' } }),
  open: (files) => openTypesetter({ ...files, sources: damage(files.sources) }),
});

export interface Printed {
  readonly bytes: Uint8Array;
  readonly book: Book;
  readonly open: (bytes: Uint8Array) => OpenBook;
}

export async function printBook(
  { edition, units }: ReadEdition,
  damage: Damage = none,
  print: PdfOptions['print'] = {},
): Promise<Printed> {
  const format = pdfFormat(optionsWith(damage, print));
  const [book] = format.books(edition);
  const parts = units.map((unit) => format.part(unit, edition));
  const { bytes, findings } = await format.bind(book!, edition, parts, () => new Uint8Array());
  if (!bytes) throw new Error(findings.map(({ message }) => message).join('\n'));
  return { bytes, book: book!, open: (each) => format.open(each) };
}

/** What the proof finds in a printed book, each as `unit: message`. */
export function lossesIn({ edition, units }: ReadEdition, { bytes, book, open }: Printed): string[] {
  const opened = open(bytes);
  const context = opened.context(edition);
  const ofUnits = units.flatMap((unit) =>
    checkUnit(opened.format, unit, unit, context, opened.chapter(unit.facts.id)).map(
      ({ document, message }) => `${document}: ${message}`,
    ),
  );
  return [...ofUnits, ...opened.faults(book, edition, () => undefined)];
}
