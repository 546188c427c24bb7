import type { SearchKind } from '../../src/formats/html/search/shard.ts';
import { searchFormat } from '../../src/formats/html/search/search-format.ts';
import { compileShell } from '../../src/formats/html/shell.ts';
import type { WholeFormat } from '../../src/formats/format.ts';
import { findAll, type Hit } from '../../client/find.ts';
import { IndexFiles } from '../../client/index-files.ts';
import { type Wanted, wantedOf } from '../../client/query.ts';
import { Units, type Where } from '../../client/units.ts';
import { shellSources } from '../formats/html-fixture.ts';
import { type ReadEdition, readFiles } from '../harness/edition.ts';
import { filesOf } from '../harness/whole-formats.ts';

/** Asks the index of an edition as the page that searches does, without a browser. */

/** The format as tests use it; what its page runs is in `lib/` only. */
export const makeFormat = async (): Promise<WholeFormat> =>
  searchFormat(await compileShell(shellSources(), { search: 'run();' }), {});

export interface Answer {
  readonly hit: Hit;
  readonly where: Where;
  readonly lastPage: string;
  readonly kind: SearchKind;
}

export interface Asking {
  readonly index: IndexFiles;
  /** The files that were loaded, in their order. */
  readonly loaded: readonly string[];
  readonly answers: (wanted: readonly Wanted[]) => Promise<Answer[]>;
  /** `d194 text 591`, with the page of the last word where it is another; `d194 note 3 591`. */
  readonly ask: (query: string) => Promise<string[]>;
}

const inWords = ({ where: { unit, field, note, page }, lastPage }: Answer): string =>
  [unit.row[0], field, note, page, lastPage === page ? undefined : lastPage]
    .filter((one) => one !== undefined && one !== '')
    .join(' ');

/** `files` are those of an edition, by path. */
export function asking(files: ReadonlyMap<string, string>): Asking {
  const loaded: string[] = [];
  const value = (name: string): unknown => {
    const content = files.get(`search/${name}.js`)!;
    return JSON.parse(content.slice(content.indexOf(',') + 1, content.lastIndexOf(')')));
  };
  const load = (name: string): Promise<unknown> => {
    loaded.push(name);
    return Promise.resolve(value(name));
  };
  const index = new IndexFiles(value('index') as IndexFiles['directory'], load);
  const units = new Units(index);
  const answers = async (wanted: readonly Wanted[]): Promise<Answer[]> => {
    const hits = await findAll(wanted, index.lookup);
    await units.load(hits.flatMap(({ from, to }) => [from, to - 1]));
    return hits.map((hit) => {
      const where = units.where(hit.from);
      return { hit, where, lastPage: units.where(hit.to - 1).page, kind: where.unit.row[3] };
    });
  };
  return { index, loaded, answers, ask: async (query) => (await answers(wantedOf(query))).map(inWords) };
}

/** Asks an edition in memory. */
export const askingEdition = async (read: ReadEdition): Promise<Asking> => asking(filesOf(await makeFormat(), read));
export const askingFiles = (files: Readonly<Record<string, string>>): Promise<Asking> =>
  askingEdition(readFiles(files));
