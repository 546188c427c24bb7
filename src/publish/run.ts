import type { Finding } from '../diagnostics/finding.ts';
import type { Format } from '../formats/format.ts';
import { editionTables, type FormatOptions, makeFormats } from '../formats/index.ts';
import type { Addresses } from '../model/addresses.ts';
import { TemplateFault } from '../formats/html/template-fault.ts';
import type { Edition } from '../model/edition.ts';
import type { EditionReading } from '../validate/check.ts';
import { noText } from '../validate/no-text.ts';
import type { CheckRun } from '../validate/check-run.ts';
import { checkEdition, readEdition } from '../validate/read-edition.ts';
import { hashOf } from '../work/hash.ts';
import { editionOf } from '../edition/edition.ts';
import { buildable } from '../edition/buildable.ts';
import { findImages } from '../edition/images.ts';
import { type BuildOptions, isCurrent, type Job, startJob } from './job.ts';
import { manifestOf, toJson } from '../edition/manifest.ts';
import { isOtherEdition, lostAddresses } from './published-addresses.ts';
import { readManifest } from '../edition/read-manifest.ts';
import { type Draft, draftOutput, OutputFault, recoverOutput } from './output-folder.ts';
import { registerTei } from '../edition/plan.ts';
import { prepare } from '../edition/prepare.ts';
import type { BuildSummary } from '../edition/record.ts';
import { questions } from './questions.ts';
import { remember, summarize, unknownFindings, type Written } from './report.ts';
import { type UnitWriter, unitWriter } from './write-units.ts';

/** The build: sources in, the edition in every format out, completely or not at all. */

export interface BuildResult {
  readonly findings: readonly Finding[];
  /** Absent where nothing was built. */
  readonly summary?: BuildSummary;
  /** Nothing had changed, nothing was written. */
  readonly unchanged: boolean;
  readonly out: string;
  /** What the sources were checked by; absent where nothing was checked now. */
  readonly checks?: readonly CheckRun[];
}

const isError = (finding: Finding): boolean => finding.severity === 'error';

/** Builds an edition. Throws `MissingPath` and `OutputFault`; everything about the edition itself is a finding. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const job = await startJob(options);
  if (!('cache' in job)) return { ...job, unchanged: false };
  const { out, memory } = job;
  recoverOutput(out);
  if (isCurrent(job)) return { findings: memory!.findings, summary: memory!.summary, unchanged: true, out };

  const { sources, settings, checking } = job;
  const reading = checking ? await checkEdition(sources, settings, checking) : readEdition(sources, settings);
  const findings = [...job.findings, ...reading.findings];
  const checks = reading.checks && { checks: reading.checks };
  if (findings.some(isError) && options.keepGoing !== true) return { findings, unchanged: false, out, ...checks };
  const whole = { ...reading, files: buildable(reading) };
  if (whole.files.every((file) => file.units.length === 0)) {
    return {
      findings: findings.some(isError) ? findings : [...findings, noText(job.place, 'build')],
      unchanged: false,
      out,
    };
  }
  return writeWholly(job, whole, findings);
}

/** Addresses that would be lost. Throws `OutputFault` where another edition would be. */
function brokenPromises({ out, options, settings }: Job, { prepared }: Written): Finding[] {
  const before = readManifest(out);
  if (!before || 'damage' in before) return [];
  const edition = editionOf(prepared, settings);
  const { id, title } = before.manifest.edition;
  if (isOtherEdition(before.manifest, edition))
    throw new OutputFault(`it holds another edition, “${title}” (${id}); delete that folder if it is no longer needed`);
  return options.allowRemovals === true ? [] : lostAddresses(before.manifest, edition.units);
}

/** Writes the edition beside the present one and puts it in its place. */
async function writeWholly(job: Job, reading: EditionReading, findings: Finding[]): Promise<BuildResult> {
  const { out } = job;
  const checks = reading.checks && { checks: reading.checks };
  // The draft comes first: a folder that cannot be written is said before the work is done.
  const draft = draftOutput(out);
  try {
    const written = await writeEdition(job, reading, draft);
    const broken = brokenPromises(job, written);
    findings.push(...written.images.findings, ...broken);
    if (broken.length > 0 && job.options.keepGoing !== true) return { findings, unchanged: false, out };
    draft.finish();
    findings.push(...unknownFindings(written.prepared));
    const summary = summarize(written, reading.looked);
    remember(job, written, findings, summary);
    return { findings, summary, unchanged: false, out, ...checks };
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    return { findings: [...findings, error.finding], unchanged: false, out, ...checks };
  } finally {
    draft.discard();
  }
}

/** Writes all files of an edition into a draft. */
export async function writeEdition(job: Job, reading: EditionReading, draft: Draft): Promise<Written> {
  const { cache, memory, stamp, out, settings, formatOptions, options } = job;
  const progress = options.progress ?? (() => undefined);
  const images = findImages(job.place.folder);
  const prepared = prepare({ files: reading.files, cache, memory, stamp, progress });
  // In the order of the text, so that names do not depend on which units are written again.
  for (const { info, memory: shown } of prepared.units) for (const source of shown.images) images.find(source, info);
  const asking = questions(prepared.at, images);
  const formats = await makeFormats({ ...formatOptions, findAsset: asking.findAsset });
  const edition = editionOf(prepared, settings);
  const writer = unitWriter({
    prepared,
    edition,
    formats,
    questions: asking,
    cache,
    draft,
    memory,
    out,
    stamp: hashOf(stamp, JSON.stringify([formatOptions, settings])),
  });
  for (const unit of prepared.units) writer.write(unit);
  for (const [path, { bytes }] of images.found) writer.put(draft, path, bytes());
  const outputs = writeWhole(edition, formats, formatOptions, prepared.at, writer, draft);
  writeLists(edition, formats, formatOptions, outputs, writer, draft);
  return { prepared, formats, writer, images };
}

/** Files of the whole edition; gives their names for the manifest. */
function writeWhole(
  edition: Edition,
  formats: readonly Format[],
  options: FormatOptions,
  at: Addresses,
  writer: UnitWriter,
  draft: Draft,
): Record<string, string> {
  const names: Record<string, string> = {};
  const put = (name: string, path: string, content: string | Uint8Array): void => {
    writer.put(draft, path, content);
    names[name] ??= path;
  };
  for (const format of formats) {
    for (const { path, content } of format.writeEdition?.(edition) ?? []) put(format.name, path, content);
  }
  for (const { path, content } of editionTables(edition, options)) put('table', path, content);
  // Registers that are in files of their own: the TEI of the documents points to them.
  if (formats.some((format) => format.name === 'tei')) {
    for (const [file, name] of at.registerFiles) writer.put(draft, `tei/${name}`, registerTei(file, at));
  }
  return names;
}

function writeLists(
  edition: Edition,
  formats: readonly Format[],
  options: FormatOptions,
  outputs: Record<string, string>,
  writer: UnitWriter,
  draft: Draft,
): void {
  const manifest = manifestOf(edition, formats, outputs, options.generator, options.textDialect);
  writer.put(draft, 'manifest.json', toJson(manifest));
  const sums = [...writer.sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, sum]) => `${sum}  ${path}\n`);
  writer.put(draft, 'SHA256SUMS', sums.join(''));
}
