import type { Finding } from '../diagnostics/finding.ts';
import type { BookInEdition } from '../formats/format.ts';
import type { Edition } from '../model/edition.ts';
import { hashOf } from '../work/hash.ts';
import type { Images } from '../edition/images.ts';
import type { PreparedUnit } from '../edition/prepare.ts';
import type { BuildMemory } from '../edition/record.ts';
import { type Draft, OutputFault } from './output-folder.ts';
import type { UnitWriter } from './write-units.ts';

/** Binds the books of an edition, each when the last of its units has been written; one that would be the same is kept. */

export interface BookBinder {
  /** To be told of each unit that was written, in their order. */
  written(unit: PreparedUnit): Promise<void>;
  /** What each book was bound from, by its path, as a hash, for the next build. */
  readonly keys: Readonly<Record<string, string>>;
  /** What is to be said of the books that were bound now; an error where one could not be. */
  readonly findings: readonly Finding[];
}

export interface BinderOptions {
  readonly books: readonly BookInEdition[];
  readonly edition: Edition;
  readonly images: Images;
  readonly writer: UnitWriter;
  readonly draft: Draft;
  readonly memory: BuildMemory | undefined;
  /** What all files depend on: program, settings, formats. */
  readonly stamp: string;
}

export function bookBinder(options: BinderOptions): BookBinder {
  const keys: Record<string, string> = {};
  const findings: Finding[] = [];
  const waiting = options.books.map((one) => ({ one, units: [] as PreparedUnit[] }));
  return {
    keys,
    findings,
    written: async (unit) => {
      for (const { one, units } of waiting) {
        if (!one.ids.has(unit.named.id)) continue;
        units.push(unit);
        if (units.length === one.ids.size) keys[one.book.path] = await bind(options, one, units.splice(0), findings);
      }
    },
  };
}

/** Everything a book is bound from: its units as they were written, their images, and what the edition says of itself. */
function keyOf({ writer, images, edition, stamp }: BinderOptions, units: readonly PreparedUnit[]): string {
  const { id, title, licence, language, baseUrl, units: all } = edition;
  const shared = JSON.stringify([id, title, licence, language, baseUrl, all.length]);
  const written = units.map(({ named, info, memory }) => [
    writer.memory.get(named.id)?.outputKey,
    images.hashOf(memory.images, info),
  ]);
  return hashOf(stamp, shared, JSON.stringify(written));
}

async function bind(
  options: BinderOptions,
  one: BookInEdition,
  units: readonly PreparedUnit[],
  findings: Finding[],
): Promise<string> {
  const { writer, draft, images, edition, memory } = options;
  const { format, book } = one;
  const key = keyOf(options, units);
  if (memory?.books?.[book.path] === key && writer.keep(book.path)) return key;
  const parts = units.map((unit) => writer.part(unit, one));
  const { bytes, findings: found } = await format.bind(book, edition, parts, (path) => images.found.get(path)!.bytes());
  findings.push(...found);
  if (!bytes && found.length === 0)
    throw new OutputFault(`${book.path} would be larger than an archive can be; leave the format ${format.name} out`);
  if (bytes) writer.put(draft, book.path, bytes);
  return key;
}
