import { outputPath, type OutputSheet } from '../config/own-sheets.ts';
import type { LeftOut } from '../model/decides/sums.ts';
import type { Edition, UnitInfo } from '../model/edition.ts';
import { type BookInEdition, type Format, formatsFor } from '../formats/format.ts';
import type { UnitKind } from '../model/facts.ts';

/** `manifest.json`: what is in the built edition, for programs. Its shape is part of the public contract (docs/contract.md). */

interface ManifestUnit {
  readonly id: string;
  readonly kind: UnitKind;
  readonly label: string | null;
  readonly title: string;
  readonly date: string | null;
  readonly pages: readonly string[];
  readonly notes: number;
  readonly words: number;
  readonly source: { path: string; xmlId?: string; xpath?: string; sha256: string; except?: readonly string[] };
  readonly outputs: Readonly<Record<string, string>>;
}

export interface Manifest {
  readonly edition: {
    readonly id: string;
    readonly title: string;
    readonly licence: string | null;
    /** The style of the signs for the status of words; absent: `plain`. */
    readonly signs?: string;
    /** Texts without documents that have several pages, with the level at which they are divided; absent: there are none. */
    readonly pages?: Readonly<Record<string, number>>;
    /** Words that the edition’s own table leaves out, by the selector of the row; absent: none. */
    readonly leftOut?: LeftOut;
  };
  readonly generator: { readonly name: string; readonly version: string };
  /** Dialect of the plain text; absent: `octavo`. */
  readonly textDialect?: 'web';
  readonly documents: readonly ManifestUnit[];
  readonly outputs: Readonly<Record<string, string>>;
}

/** What an edition was built in. */
export interface MadeOutputs {
  readonly formats: readonly Format[];
  readonly books: readonly BookInEdition[];
  /** Made by stylesheets of the edition. */
  readonly own: readonly OutputSheet[];
}

function manifestUnit(unit: UnitInfo, { formats, books, own }: MadeOutputs): ManifestUnit {
  const { facts, source } = unit;
  const { date } = facts;
  const { except, ...where } = source;
  return {
    id: facts.id,
    kind: facts.kind,
    label: facts.number ?? null,
    title: facts.title,
    date: date?.when ?? date?.from ?? date?.notBefore ?? null,
    pages: facts.pages,
    notes: facts.notes,
    words: facts.words,
    source: { ...where, ...(except.length > 0 && { except }) },
    outputs: {
      ...Object.fromEntries(formatsFor(unit, formats).map((format) => [format.name, format.path(facts.id)])),
      ...Object.fromEntries(
        books.filter(({ ids }) => ids.has(facts.id)).map(({ format, book }) => [format.name, book.path]),
      ),
      ...Object.fromEntries(own.map((output) => [output.name, outputPath(output, facts.id)])),
    },
  };
}

/** The manifest of an edition. `outputs` are the files of the whole edition by name. */
export function manifestOf(
  edition: Edition,
  made: MadeOutputs,
  outputs: Readonly<Record<string, string>>,
  generator: Manifest['generator'],
  textDialect: 'octavo' | 'web',
): Manifest {
  return {
    edition: {
      id: edition.id,
      title: edition.title,
      licence: edition.licence?.url ?? edition.licence?.text ?? null,
      ...(edition.signs.style !== 'plain' && { signs: edition.signs.style }),
      ...(Object.keys(edition.pages ?? {}).length > 0 && { pages: edition.pages }),
      ...(Object.keys(edition.leftOut ?? {}).length > 0 && { leftOut: edition.leftOut }),
    },
    generator,
    ...(textDialect === 'web' && { textDialect }),
    documents: edition.units.map((unit) => manifestUnit(unit, made)),
    outputs,
  };
}

/** JSON as we write it: two spaces, a line end at the end. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
