import { join, resolve } from 'node:path';
import type { Manifest } from '../edition/manifest.ts';
import { readManifest } from '../edition/read-manifest.ts';
import { recoverOutput } from '../publish/output-folder.ts';
import type { Progress } from '../edition/prepare.ts';
import { listSources } from '../validate/read-edition.ts';
import { findImages } from '../edition/images.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { TemplateFault } from '../formats/html/template-fault.ts';
import { type FormatOptions, makeBookFormats, makeFormats, makeWholeFormats } from '../formats/index.ts';
import { loadShells, type Shells } from '../formats/shells.ts';
import { formatNames } from '../formats/names.ts';
import { readTemplates } from '../formats/templates.ts';
import { booksIn, formatsOf, type UnitInPlace } from '../formats/format.ts';
import type { Edition, UnitInfo } from '../model/edition.ts';
import { StylesheetFault } from '../config/sheet-fault.ts';
import { findPlace, type Place } from '../source/files.ts';
import { spareMemory } from '../work/heap.ts';
import { nameWitnesses } from '../model/witness-names.ts';
import { version } from '../source/version.ts';
import { builtFiles } from './built-files.ts';
import { builtBookFormats, builtFormats, builtWholeFormats, noFormats } from './built-formats.ts';
import { changedFiles } from './changed-files.ts';
import { checkAll, type Checked, type UnitToProve } from './check-all.ts';
import type { Loss } from './check-unit.ts';
import { WholeChecker } from './check-whole.ts';
import { compareUnits } from './compare-units.ts';
import { coverageLosses } from './coverage.ts';
import { type Proof, unreadable, writeProof } from './proof.ts';
import { editionLosses } from './edition-files.ts';
import type { Outputs, WholeEdition } from './whole-edition.ts';
import { readSources } from './facts/read-sources.ts';
import { type BuiltSheets, builtSheets, notProven } from './sheets.ts';
import { picturesOf, sourceEdition } from './facts/source-edition.ts';
import type { SourceUnit, SourceUnits } from './facts/source-units.ts';

export type { Proof } from './proof.ts';

/** The proof: every file of the built edition is read back and compared with the source. */

export interface VerifyOptions {
  readonly path: string;
  /** Default: `dist` in the working folder. */
  readonly out?: string;
  /** Also build again, without the cache, and compare every byte. */
  readonly rebuild?: boolean;
  /** Also say what a person who reads proofs wants to see on the pages of printed books. */
  readonly report?: boolean;
  readonly progress?: Progress;
}

/** There is no built edition in the folder that the message names. */
export class NotBuilt extends Error {}

const inPlace = (info: UnitInfo, previous: UnitInfo | undefined, next: UnitInfo | undefined): UnitInPlace => ({
  ...info,
  ...(previous && { previous }),
  ...(next && { next }),
});

/** The sources as the proof reads them: by a reader of its own, without phase 1 and without what earlier builds have left. */
function unitsOf(place: Place, settings: Settings, out: string) {
  const sources = listSources(place, settings, out);
  spareMemory(sources.files);
  const read = readSources(sources, settings);
  return { ...read, edition: sourceEdition(read, settings) };
}

/** Whether two messages are about one file, which both name first. */
const sameFile = (a: string, b: string): boolean => a.split(/:? /, 1)[0] === b.split(/:? /, 1)[0];

/** What is wrong with the sources themselves, so that nothing can be proven of them. */
const sourceFaults = (findings: readonly Finding[]): Loss[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ message, span }) => ({
      document: span?.file ?? '',
      format: 'source',
      message: span ? `line ${span.start.line}: ${message}` : message,
    }));

function proofOf(id: string, units: readonly UnitInfo[], checked: Checked, losses: readonly Loss[]): Proof {
  const kind = (wanted: string): number => units.filter(({ facts }) => facts.kind === wanted).length;
  return {
    edition: id,
    result: losses.length === 0 ? 'nothing lost' : 'something lost',
    documents: kind('document'),
    sections: kind('section'),
    ...(kind('record') > 0 && { records: kind('record') }),
    ...checked.counts,
    formats: checked.formats,
    losses,
  };
}

const unitsToProve = ({ units, contentOf, viewOf }: SourceUnits): UnitToProve[] =>
  units.map(({ named, info }, i) => ({
    info: inPlace(info, units[i - 1]?.info, units[i + 1]?.info),
    content: () => contentOf(named),
    inView: (view) => viewOf(named, view),
  }));

/** Where images are in the built edition: found in the order of the text, as a build asks for them, since their names depend on it. */
function imagesOf(place: Place, units: readonly SourceUnit[]): NonNullable<FormatOptions['findAsset']> {
  const images = findImages(place.folder);
  for (const unit of units) for (const source of picturesOf(unit)) images.find(source, unit.info);
  return images.find;
}

/** What the formats read with: as the edition was built, with every format there is. */
const optionsOf = (settings: Settings, manifest: Manifest, { folder }: Place): FormatOptions => ({
  textDialect: manifest.textDialect ?? 'octavo',
  citation: settings.citation,
  version: settings.version,
  date: settings.date,
  decides: Object.keys(settings.elements ?? {}).length > 0 || settings.processingModel !== undefined,
  generator: { name: 'octavo', version: version() },
  built: formatNames,
  templates: readTemplates(join(folder, 'templates')),
  print: settings.print,
});

/** Builds again and compares. A build is loaded only for this: the proof itself shares nothing with it. */
async function rebuilt(asked: VerifyOptions, formats: readonly string[], textDialect: 'octavo' | 'web', out: string) {
  if (!asked.rebuild) return undefined;
  const { againstRebuild } = await import('./against-rebuild.ts');
  return againstRebuild({ path: asked.path, formats, textDialect }, out);
}

/** Reads the edition in `out` back, compares it with the sources and writes `proof.json`. Throws `MissingPath`, `NotBuilt`, `OutputFault`. */
export async function verify(asked: VerifyOptions): Promise<Proof> {
  try {
    return await prove(asked);
  } catch (error) {
    if (!(error instanceof TemplateFault) && !(error instanceof StylesheetFault)) throw error;
    const { message } = error.finding;
    const losses = [{ document: '', format: 'source', message: `nothing can be proven: ${message}` }];
    return writeProof(resolve(asked.out ?? 'dist'), { ...unreadable, losses });
  }
}

/** What is not proven, or is not there because the edition says so. */
const unproven = (
  { keptAsWords, leftOut }: ReturnType<typeof unitsOf>,
  { counts: changed, outputs }: BuiltSheets,
): Partial<Proof> => ({
  ...(outputs.length > 0 && { notProven: notProven(outputs) }),
  ...(keptAsWords && { keptAsWords }),
  ...(Object.keys(leftOut).length > 0 && { leftOut }),
  ...(changed && { changedByStylesheets: changed }),
});

/** The names of the formats that an edition was built in. */
function builtNames(
  options: FormatOptions,
  shells: Shells | undefined,
  manifest: Manifest,
  edition: Edition,
  out: string,
): string[] {
  const formats = builtFormats(makeFormats(options, shells), manifest, edition.units, out);
  const books = builtBookFormats(makeBookFormats(options), manifest, edition, out);
  const wholes = builtWholeFormats(makeWholeFormats(options, shells), manifest, out);
  return [...formats.map(({ name }) => name), ...books, ...wholes.map(({ name }) => name)];
}

/** What is to be checked of an edition that was built in the formats of `options`. */
function outputsIn(options: FormatOptions, shells: Shells | undefined, edition: Edition): Outputs {
  return {
    formats: formatsOf(edition.units, makeFormats(options, shells)),
    books: booksIn(edition, makeBookFormats(options)),
    wholes: new WholeChecker(makeWholeFormats(options, shells), edition),
  };
}

async function prove(asked: VerifyOptions): Promise<Proof> {
  const place = findPlace(asked.path);
  const out = resolve(asked.out ?? 'dist');
  recoverOutput(out);
  const stored = readManifest(out);
  if (!stored) throw new NotBuilt(out);
  if ('damage' in stored) {
    const message = `${stored.damage}: build the edition again`;
    return writeProof(out, { ...unreadable, losses: [{ document: '', format: 'manifest', message }] });
  }
  return proveBuilt(asked, place, out, stored.manifest);
}

async function proveBuilt(asked: VerifyOptions, place: Place, out: string, manifest: Manifest): Promise<Proof> {
  const { settings, findings } = loadSettings(place.folder);
  const source = unitsOf(place, settings, out);
  const { reading, at, edition } = source;
  const formatOptions = { ...optionsOf(settings, manifest, place), witnesses: nameWitnesses(reading.files) };
  const shells = await loadShells(formatOptions);
  const built = builtNames(formatOptions, shells, manifest, edition, out);
  const options: FormatOptions = { ...formatOptions, built, findAsset: imagesOf(place, source.units) };
  const outputs = outputsIn(options, shells, edition);
  const files = builtFiles(out);
  const sheets = builtSheets(place.folder, edition.units, files);
  const whole: WholeEdition = { edition, ...outputs, options, at, out, files, sheets };
  const checked = checkAll(unitsToProve(source), whole, asked.progress, asked.report);
  const losses = [
    ...sourceFaults([...findings, ...reading.findings]),
    ...sheets.losses,
    ...compareUnits(edition.units, manifest),
    ...reading.files.flatMap(coverageLosses),
    ...checked.losses,
  ];
  // What is wrong with a document has been said better already.
  const told = new Set(losses.map(({ document }) => document));
  const changed = changedFiles(out, files).filter(({ document }) => document === '' || !told.has(document));
  const again = await rebuilt(asked, built, formatOptions.textDialect, out);
  const ofEdition = editionLosses(whole);
  const ofFiles = [...ofEdition, ...losses].map(({ message }) => message);
  const ofSums = changed.filter(({ message }) => !ofFiles.some((other) => sameFile(other, message)));
  const all = [...noFormats(built), ...losses, ...ofEdition, ...ofSums, ...(again?.losses ?? [])];
  return writeProof(out, {
    ...proofOf(manifest.edition.id, edition.units, checked, all),
    ...unproven(source, sheets),
    ...(asked.report && { remarks: checked.remarks }),
    ...(again && { rebuilt: again.proof }),
    losses: all,
  });
}
