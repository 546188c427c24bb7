import type { Finding } from '../diagnostics/finding.ts';
import { type BookInEdition, type Format, formatsOf } from '../formats/format.ts';
import type { Images } from '../edition/images.ts';
import type { SignChoice } from '../model/signs.ts';
import type { Job } from './job.ts';
import type { Prepared } from '../edition/prepare.ts';
import { changesOf, hasSheets } from '../edition/overlay/sums.ts';
import { cacheKey } from '../edition/hold.ts';
import { countChanges } from '../model/sheet-changes.ts';
import { type BuildMemory, type BuildSummary, type FileMemory, fileMemory, filesKey } from '../edition/record.ts';
import type { BookBinder } from './write-books.ts';
import type { UnitWriter } from './write-units.ts';

/** What a build says of itself at its end: to the user, and to the next build. */

/** What was written, and from what. */
export interface Written {
  readonly prepared: Prepared;
  readonly formats: readonly Format[];
  readonly writer: UnitWriter;
  readonly images: Images;
  readonly signs: SignChoice;
  readonly books: readonly BookInEdition[];
  /** What each book was bound from, and what is to be said of it. */
  readonly bound: Pick<BookBinder, 'keys' | 'findings'>;
  /** What formats of the whole edition wrote, by their names. */
  readonly whole: NonNullable<BuildMemory['whole']>;
  /** What outputs of the edition’s own were made from. */
  readonly outputKeys: Readonly<Record<string, string>>;
}

/** Counts what was built. */
export function summarize(
  { prepared, formats, books, whole, writer, signs }: Written,
  sheets: Job['sheets'],
  sources: number,
): BuildSummary {
  const changes = prepared.units.map(({ named: { id }, memory }) => ({ id, changes: memory.changes }));
  const facts = prepared.units.map((unit) => unit.info.facts);
  const records = facts.filter((fact) => fact.kind === 'record').length;
  const sum = (count: (i: number) => number): number => facts.reduce((total, _, i) => total + count(i), 0);
  return {
    documents: facts.filter((fact) => fact.kind === 'document').length,
    sections: facts.filter((fact) => fact.kind === 'section').length,
    ...(records > 0 && { records }),
    words: sum((i) => facts[i]!.words),
    pages: sum((i) => prepared.units[i]!.memory.counts.pages),
    notes: sum((i) => facts[i]!.notes),
    formats: [
      ...formatsOf(
        prepared.units.map(({ info }) => info),
        formats,
      ).map(({ name }) => name),
      ...new Set(books.map(({ format }) => format.name)),
      ...Object.keys(whole).filter((name) => whole[name]!.paths.length > 0),
      ...sheets.outputs.map(({ name }) => name),
    ],
    files: writer.sums.size,
    sources,
    ...(signs.style !== 'plain' && { signs: signs.style }),
    ...(Object.keys(prepared.leftOut).length > 0 && { leftOut: prepared.leftOut }),
    ...(sheets.sheets.length > 0 && { changed: countChanges(changesOf(sheets, changes)) }),
    ...(prepared.bases.length > 0 && { bases: prepared.bases }),
  };
}

/** Elements that phase 1 did not know, each once with a count. */
export function unknownFindings(prepared: Prepared): Finding[] {
  const counts = new Map<string, number>();
  for (const { memory } of prepared.units)
    for (const [name, n] of Object.entries(memory.unknown)) counts.set(name, (counts.get(name) ?? 0) + n);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, n]) => ({
      code: 'element-without-rule',
      severity: 'note',
      message: `<${name}> is not known to the reading edition (${n} ${n === 1 ? 'time' : 'times'}); its words are kept as they stand.`,
      why: 'No rule says how it should be shown.',
      fix: 'To decide how to show it: docs/how-to/add-an-element.md.',
    }));
}

/** Keeps what the next build can use. */
export function remember(
  job: Job,
  { prepared, writer, images, bound, whole, outputKeys }: Written,
  findings: readonly Finding[],
  summary: BuildSummary,
): void {
  const files: Record<string, FileMemory> = {};
  for (const [path, sum] of writer.sums) {
    files[path] = fileMemory(job.out, path, sum);
  }
  const units = Object.fromEntries(prepared.units.map(({ key, named }) => [key, writer.memory.get(named.id)!]));
  const shown = prepared.units.filter((unit) => unit.memory.images.length > 0);
  const imageMemory = shown.map(({ info, memory: { images: sources } }) => ({
    path: info.source.path,
    sources,
    hash: images.hashOf(sources, info),
  }));
  const memory: BuildMemory = {
    program: job.stamp,
    key: job.key,
    headers: prepared.headers,
    units,
    files,
    images: imageMemory,
    ...(Object.keys(bound.keys).length > 0 && { books: bound.keys }),
    ...(Object.keys(whole).length > 0 && { whole }),
    ...(Object.keys(outputKeys).length > 0 && { outputs: outputKeys }),
    findings,
    summary,
  };
  const isLaidOver = hasSheets(job.sheets);
  const kept = Object.keys(units).flatMap((key) => [key, filesKey(key), ...(isLaidOver ? [cacheKey(key)] : [])]);
  job.cache.finish(memory, new Set(kept));
}
