import { packageFile } from '../source/package-files.ts';
import type { EditionContext, UnitInfo } from '../model/edition.ts';
import { witnessOf } from '../model/views.ts';
import type { NamedWitness } from '../model/witness-names.ts';
import { bibtex } from './citation/bibtex.ts';
import { cslJson } from './citation/csl-json.ts';
import { documentsPath, expectedDocuments, readDocumentsTable } from './citation/documents-record.ts';
import { documentsTable } from './citation/documents-table.ts';
import { recommendedCitation, recommendedWhole } from './citation/recommended.ts';
import { ris } from './citation/ris.ts';
import { booksOf } from './books.ts';
import { cmif } from './cmif/cmif-format.ts';
import { dataPackage } from './data/data-package.ts';
import { rdf } from './data/rdf/rdf-format.ts';
import { dts } from './dts/dts-format.ts';
import { type BookFormat, type Format, type OutputFile, type RecordFields, type WholeFormat } from './format.ts';
import { epubFormat } from './html/epub/epub-format.ts';
import { searchFormat } from './html/search/search-format.ts';
import { htmlFormat, otherPages } from './html/html-format.ts';
import type { ShellSources } from './html/shell.ts';
import type { Download as OfferedFile, Surroundings } from './html/surroundings.ts';
import { teiAsWritten, teiFormat } from './tei/tei-format.ts';
import { type BookName, type FormatName, formatNames, wholeNames } from './names.ts';
import { type PdfOptions, pdfFormat } from './pdf/pdf-format.ts';
import type { PrintFiles } from './print-files.ts';
import { askTypesetter } from '../typeset/ask.ts';
import type { Print } from '../config/print.ts';
import { standoff } from './standoff/standoff-format.ts';
import type { Shells } from './shells.ts';
import { readTemplates } from './templates.ts';
import { otherTexts, textFormat } from './text/format.ts';
import type { Edition } from '../model/edition.ts';

/** All output formats. To add one: a line in `formatNames` (names.ts) and one in `plain` in `makeFormats`. */

export interface FormatOptions {
  readonly textDialect: 'octavo' | 'web';
  /** Template of the recommended citation; absent: ours (docs/formats/citations.md). */
  readonly citation?: string | undefined;
  readonly generator: { readonly name: string; readonly version: string };
  /** Names of the formats that are built, so that pages offer no file that is not there. */
  readonly built: readonly string[];
  /** Version of the edition and its date, as the settings give them. */
  readonly version?: string | undefined;
  readonly date?: string | undefined;
  /** Path in the built edition of an image as a unit's source names it. */
  readonly findAsset?: NonNullable<Surroundings['findAsset']>;
  /** The edition has a table of elements of its own. */
  readonly decides?: boolean;
  /** The witnesses whose texts can be read. */
  readonly witnesses?: readonly NamedWitness[];
  /** How books are set in pages, and the files of designs. */
  readonly print?: Print | undefined;
  readonly printed?: PrintFiles | undefined;
  /** Templates of the edition's own, which stand in for those of the package. */
  readonly templates: ShellSources;
}

/** Formats that are offered for download on a page: all but the page itself. */
type WholeName = (typeof wholeNames)[number];
type Download = Exclude<FormatName, 'html' | BookName | WholeName>;

const mediaTypes: Readonly<Record<Download, readonly [label: string, type: string]>> = {
  text: ['Plain text', 'text/plain'],
  tei: ['TEI XML', 'application/tei+xml'],
  'csl-json': ['CSL-JSON', 'application/vnd.citationstyles.csl+json'],
  bibtex: ['BibTeX', 'application/x-bibtex'],
  ris: ['RIS', 'application/x-research-info-systems'],
  standoff: ['Text with offsets', 'application/json'],
};

/** What a format is called where it is offered, and its media type. */
function formatInWords({ name, view }: Format, witnesses: readonly NamedWitness[] = []): readonly [string, string] {
  if (view === undefined) return mediaTypes[name as Download];
  const witness = witnesses.find(({ id }) => id === witnessOf(view));
  return [`Plain text${witness ? ` of ${witness.siglum}` : ', diplomatic view'}`, mediaTypes.text[1]];
}

const citationOptions = ({ citation }: FormatOptions): { template?: string } =>
  citation === undefined ? {} : { template: citation };

function surroundings(options: FormatOptions, others: readonly Format[]): Surroundings {
  const citation = (unit: UnitInfo, edition: EditionContext) =>
    recommendedCitation(unit, edition, citationOptions(options));
  return {
    citation,
    editionCitation: (edition) => recommendedWhole(edition, citationOptions(options)),
    ...(options.version !== undefined && { version: options.version }),
    ...(options.date !== undefined && { date: options.date }),
    generator: options.generator,
    ...(options.built.includes('search') && { search: true }),
    ...(options.findAsset && { findAsset: options.findAsset }),
    ...(options.witnesses && { witnesses: options.witnesses }),
    unitDownloads: others.map((format) => {
      const [label, type] = formatInWords(format, options.witnesses);
      return { label, type, path: (id: string) => format.path(id), ...(format.view && { view: format.view }) };
    }),
    editionDownloads: [
      ...editionNames
        .filter(({ format }) => options.built.includes(format))
        .map(({ label, type, path }) => ({ label, type, path })),
      { label: 'Table of documents (CSV)', type: 'text/csv', path: 'documents.csv' },
    ],
    ...(bookTypes.some(({ name }) => options.built.includes(name)) && { bookDownloads: bookDownloads(options.built) }),
  };
}

/** The books of an edition, as they are offered to readers: of several, each with the title of its volume. */
const bookDownloads =
  (built: readonly string[]) =>
  (edition: Edition): OfferedFile[] =>
    bookTypes
      .filter(({ name }) => built.includes(name))
      .flatMap(({ name, label, type }) => {
        const books = booksOf(edition, name);
        return books.map(({ path, volume }) => ({
          label: books.length === 1 ? label : `${label}: ${volume?.title ?? 'other texts'}`,
          type,
          path,
        }));
      });

const bookTypes = [
  { name: 'epub', label: 'E-book (EPUB)', type: 'application/epub+zip' },
  { name: 'pdf', label: 'Printed pages (PDF)', type: 'application/pdf' },
] as const;

/** Files of the whole edition that formats write, as they are offered to readers. */
const editionNames = [
  { format: 'bibtex', label: 'Bibliography (BibTeX)', type: 'application/x-bibtex', path: 'edition.bib' },
  { format: 'ris', label: 'Bibliography (RIS)', type: 'application/x-research-info-systems', path: 'edition.ris' },
  {
    format: 'csl-json',
    label: 'Bibliography (CSL-JSON)',
    type: 'application/vnd.citationstyles.csl+json',
    path: 'edition.csl.json',
  },
  {
    format: 'data-package',
    label: 'Tables (CSV and JSON Lines), described',
    type: 'application/json',
    path: 'data/datapackage.json',
  },
  { format: 'rdf', label: 'Linked data (N-Quads)', type: 'application/n-quads', path: 'rdf/edition.nq' },
] as const;

/**
 * Makes the formats named in `options.built`, in the order of `formatNames`. `shells` are those of its pages: without them there are none. Unknown names are
 * left out: check them first.
 */
export function makeFormats(options: FormatOptions, shells: Shells | undefined): Format[] {
  const plain: Record<Exclude<FormatName, 'html' | BookName | WholeName>, readonly Format[]> = {
    text: [
      textFormat({ dialect: options.textDialect }),
      ...otherTexts({ dialect: options.textDialect }, options.witnesses),
    ],
    tei: [options.decides === true ? teiAsWritten : teiFormat],
    'csl-json': [cslJson],
    bibtex: [bibtex],
    ris: [ris],
    standoff: [standoff],
  };
  const others = formatNames.flatMap((name) =>
    options.built.includes(name) && Object.hasOwn(plain, name) ? plain[name as keyof typeof plain] : [],
  );
  if (!shells || !options.built.includes('html')) return others;
  const { standard, own } = shells;
  const around = surroundings(options, others);
  return [htmlFormat(standard, around, own), ...otherPages(standard, around, own), ...others];
}

/** Makes the formats of books that are named in `options.built`. */
export function makeBookFormats(options: FormatOptions): BookFormat[] {
  const books: Readonly<Record<BookName, () => BookFormat>> = {
    epub: () =>
      epubFormat(
        surroundings(options, []),
        options.templates[bookStyle] ?? readTemplates(packageFile('templates'))[bookStyle]!,
      ),
    pdf: () => pdfFormat(pdfOptions(options)),
  };
  return (['epub', 'pdf'] as const).filter((name) => options.built.includes(name)).map((name) => books[name]());
}

function pdfOptions(options: FormatOptions): PdfOptions {
  const { printed = { templates: {}, fonts: [] }, print, version, date, generator, findAsset } = options;
  return {
    print,
    templates: printed.templates,
    fonts: printed.fonts,
    ...(findAsset && { findAsset }),
    around: (edition) => ({
      citation: recommendedWhole(edition, citationOptions(options))?.text,
      version,
      date,
      generator,
    }),
    open: askTypesetter,
  };
}

/**
 * Makes the formats of the whole edition that are named in `options.built`. `shells` are those of its pages, which `search` belongs to: without pages or
 * shells there is none.
 */
export function makeWholeFormats(options: FormatOptions, shells?: Shells): WholeFormat[] {
  const all: Record<WholeName, () => readonly WholeFormat[]> = {
    'data-package': () => [dataPackage(options.version)],
    cmif: () => [cmif(options.date)],
    rdf: () => [rdf],
    dts: () => [dts],
    search: () =>
      shells && options.built.includes('html')
        ? [searchFormat(shells.own ?? shells.standard, surroundings(options, []))]
        : [],
  };
  return wholeNames.filter((name) => options.built.includes(name)).flatMap((name) => all[name]());
}

/** The stylesheet of books, by its name in a folder of templates. */
const bookStyle = 'book.css';

/** Tables of the whole edition that belong to no format. */
export const editionTables = (edition: Edition, options: FormatOptions): OutputFile[] => [
  documentsTable(edition, citationOptions(options)),
];

/** What the rows of such a table must say, and what they say. */
export const tableRecords = (edition: Edition, options: FormatOptions) => ({
  path: documentsPath,
  expected: (): readonly RecordFields[] => expectedDocuments(edition, citationOptions(options)),
  readBack: readDocumentsTable as (content: string) => readonly RecordFields[],
});
