import type { Finding } from '../diagnostics/finding.ts';
import type { SourceFile } from '../source/files.ts';
import type { EditionReading } from './check.ts';
import { fixBytes, mostRounds, writeFixed } from './fix.ts';

/**
 * Fixing an edition: files are changed in memory and checked again until nothing more can be done, and only then written. A file that has
 * more errors after a change than before, or that does not come to rest, stays as it is.
 */

/** One file on its way. */
interface Progress extends SourceFile {
  /** As on the disk. */
  readonly original: Uint8Array;
  /** Before the last round. */
  readonly before: Uint8Array;
  readonly errors: number;
  /** Changes made in all rounds, and those made before the last one. */
  readonly count: number;
  readonly countBefore: number;
  /** Nothing more is tried in it. */
  readonly barred: boolean;
  readonly findings: readonly Finding[];
}

export interface FixedEdition {
  readonly reading: EditionReading;
  /** What could not be done. */
  readonly findings: readonly Finding[];
  /** Changes that were written into the files. */
  readonly count: number;
}

type Check = (files: readonly SourceFile[]) => Promise<EditionReading>;

const errorsOf = (reading: EditionReading): ReadonlyMap<string, number> => {
  const errors = new Map<string, number>();
  for (const { severity, span } of reading.findings)
    if (severity === 'error' && span) errors.set(span.file, (errors.get(span.file) ?? 0) + 1);
  return errors;
};

const left = (path: string, reason: string): Finding => ({
  code: 'fix-refused',
  severity: 'review',
  message: `The changes proposed for ${path} were not made: ${reason}.`,
  why: '--fix never makes a file worse.',
  fix: 'Correct the file by hand, then run “octavo validate --fix” again.',
});

/** Takes back what was done to a file in the last round, or in all rounds, and leaves it alone from now on. */
const takenBack = (one: Progress, to: Uint8Array, count: number, reason: string): Progress => ({
  ...one,
  bytes: to,
  before: to,
  count,
  countBefore: count,
  barred: true,
  findings: [...one.findings.filter(({ span }) => span === undefined), left(one.path, reason)],
});

const changedLast = (one: Progress): boolean => one.bytes !== one.before;

/**
 * Takes back changes after which there are more errors, in the file itself or, if no changed file is to blame, in
 * another.
 */
function takeBackWorse(
  files: readonly Progress[],
  errors: ReadonlyMap<string, number>,
): readonly Progress[] | undefined {
  const isWorse = (one: Progress): boolean => (errors.get(one.path) ?? 0) > one.errors;
  const worse = files.filter(isWorse);
  if (worse.length === 0 || !files.some(changedLast)) return undefined;
  const own = worse.some(changedLast);
  const reason = own ? 'there would be more errors in it than before' : 'there would be more errors in other files';
  return files.map((one) =>
    changedLast(one) && (!own || isWorse(one)) ? takenBack(one, one.before, one.countBefore, reason) : one,
  );
}

function changeOnce(one: Progress, findings: readonly Finding[], errors: ReadonlyMap<string, number>): Progress {
  const known = { ...one, errors: errors.get(one.path) ?? 0, before: one.bytes, countBefore: one.count };
  if (one.barred) return known;
  const fixed = fixBytes(one.path, one.bytes, findings);
  return { ...known, bytes: fixed.bytes, count: one.count + fixed.count, findings: fixed.findings };
}

const begin = ({ bytes, ...file }: SourceFile): Progress => ({
  ...file,
  original: bytes,
  bytes,
  before: bytes,
  errors: Infinity,
  count: 0,
  countBefore: 0,
  barred: false,
  findings: [],
});

/** Changes and checks in memory until nothing more can be done. */
export async function settle(
  sources: readonly SourceFile[],
  check: Check,
): Promise<{ files: readonly Progress[]; reading: EditionReading }> {
  let files: readonly Progress[] = sources.map(begin);
  let reading = await check(files);
  for (let round = 1; ; round++) {
    const errors = errorsOf(reading);
    const back = takeBackWorse(files, errors);
    files = back ?? files.map((one) => changeOnce(one, reading.findings, errors));
    if (back === undefined && !files.some(changedLast)) return { files, reading };
    if (round > mostRounds)
      files = files.map((one) => (changedLast(one) ? takenBack(one, one.original, 0, 'they never end') : one));
    reading = await check(files);
  }
}

/** Fixes files and writes them. `check` checks the whole edition with the files as they are given. */
export async function fixEdition(folder: string, sources: readonly SourceFile[], check: Check): Promise<FixedEdition> {
  const { files, reading } = await settle(sources, check);
  return write(folder, files, reading, check);
}

/** Writes what was changed; where a file cannot be written, everything is checked again as it is on the disk. */
async function write(
  folder: string,
  files: readonly Progress[],
  reading: EditionReading,
  check: Check,
): Promise<FixedEdition> {
  const results = files.map((one) => ({
    one,
    trouble: one.count === 0 ? undefined : writeFixed(folder, one.path, one.original, one.bytes),
  }));
  const findings = results.flatMap(({ one, trouble }) => [...one.findings, ...(trouble ? [trouble] : [])]);
  const count = results.reduce((sum, { one, trouble }) => sum + (trouble ? 0 : one.count), 0);
  if (!results.some(({ trouble }) => trouble)) return { reading, findings, count };
  const onDisk = results.map(({ one: { original, bytes, ...file }, trouble }) => ({
    ...file,
    bytes: trouble ? original : bytes,
  }));
  return { reading: await check(onDisk), findings, count };
}
