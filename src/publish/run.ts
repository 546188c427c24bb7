import type { Finding } from '../diagnostics/finding.ts';
import { TemplateFault } from '../formats/html/template-fault.ts';
import type { EditionReading } from '../validate/check.ts';
import { noText } from '../validate/no-text.ts';
import type { CheckRun } from '../validate/check-run.ts';
import { checkEdition, readEdition } from '../validate/read-edition.ts';
import { editionOf } from '../edition/edition.ts';
import { buildable } from '../edition/buildable.ts';
import { type BuildOptions, isCurrent, type Job, startJob } from './job.ts';
import { StylesheetFault } from '../config/sheet-fault.ts';
import { rowFindings } from '../edition/overlay/row-findings.ts';
import { isOtherEdition, lostAddresses } from './published-addresses.ts';
import { readManifest } from '../edition/read-manifest.ts';
import { draftOutput, OutputFault, recoverOutput } from './output-folder.ts';
import type { BuildSummary } from '../edition/record.ts';
import { formulaFindings } from './formula-findings.ts';
import { loadSheets } from './load-sheets.ts';
import type { LoadedSheets } from './write-edition.ts';
import { remember, summarize, unknownFindings, type Written } from './report.ts';

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
  const { loaded, findings: wrong } = await loadSheets(job);
  if (wrong.length > 0) return { findings: [...findings, ...wrong], unchanged: false, out, ...checks };
  return writeWholly(job, whole, findings, loaded);
}

/** Addresses that would be lost. Throws `OutputFault` where another edition would be. */
function brokenPromises({ out, options, settings }: Job, { prepared }: Written): Finding[] {
  const before = readManifest(out);
  if (!before || 'damage' in before) return [];
  const edition = editionOf(prepared, settings);
  const { id, title } = before.manifest.edition;
  if (isOtherEdition(before.manifest, edition))
    throw new OutputFault(`it holds another edition, “${title}” (${id}); delete that folder if it is no longer needed`);
  return options.allowRemovals === true ? [] : lostAddresses(before.manifest, edition);
}

/** Writes the edition beside the present one and puts it in its place. */
async function writeWholly(
  job: Job,
  reading: EditionReading,
  findings: Finding[],
  loaded: LoadedSheets,
): Promise<BuildResult> {
  const { out } = job;
  const checks = reading.checks && { checks: reading.checks };
  // The draft comes first: a folder that cannot be written is said before the work is done.
  const draft = draftOutput(out);
  try {
    const { writeEdition } = await import('./write-edition.ts');
    const written = await writeEdition(job, reading, draft, loaded);
    const broken = brokenPromises(job, written);
    const ofWhole = Object.values(written.whole).flatMap((one) => one.findings);
    findings.push(...written.images.findings, ...written.bound.findings, ...ofWhole, ...broken);
    if (written.bound.findings.some(isError)) return { findings, unchanged: false, out, ...checks };
    // Going on in spite of errors is about what is wrong in the sources: nobody who cites the edition is asked.
    if (broken.length > 0) return { findings, unchanged: false, out };
    draft.finish();
    const { sheets } = job.sheets;
    findings.push(
      ...rowFindings(written.prepared, sheets, job.sources, job.settings),
      ...unknownFindings(written.prepared),
      ...formulaFindings(written.prepared),
    );
    const summary = summarize(written, job.sheets, reading.looked);
    remember(job, written, findings, summary);
    return { findings, summary, unchanged: false, out, ...checks };
  } catch (error) {
    if (!(error instanceof TemplateFault) && !(error instanceof StylesheetFault)) throw error;
    return { findings: [...findings, error.finding], unchanged: false, out, ...checks };
  } finally {
    draft.discard();
  }
}
