import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../../source/decode.ts';
import { defaultLimits } from '../../source/scan/events.ts';
import { readRegularFile } from '../../source/regular-file.ts';
import { sourceText } from '../../source/text.ts';
import { scanXml } from '../../source/xml.ts';
import { hashOf } from '../../work/hash.ts';

/**
 * The documents that rules may read: XML files in the folder of the schema and in that of the edition, and those that
 * the catalog next to the schema names. Their process opens nothing itself, so this is where that is decided.
 */

export interface RuleDocuments {
  /** The document at an address; undefined where there is none, or rules may not have it. */
  readonly give: (address: string) => string | undefined;
  /** Hashes of what was given since this was last asked, by address; the empty string where there was nothing. */
  readonly given: () => Readonly<Record<string, string>>;
  /** Whether every one of these documents is as it was. */
  readonly unchanged: (hashes: Readonly<Record<string, string>>) => boolean;
  /** Addresses that rules asked for and may not have. */
  readonly refused: ReadonlySet<string>;
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/**
 * Documents that a schema reads from the web are given by an OASIS XML catalog named `catalog.xml` next to it:
 * `<uri name="https://…" uri="file.xml"/>`. Nothing is fetched.
 */
function catalogBeside(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  const catalog = resolve(folder, 'catalog.xml');
  if (!isFile(catalog)) return files;
  scanXml(sourceText('catalog.xml', readRegularFile(catalog).toString('utf8')), {
    open: ({ local, attributes }) => {
      const value = (name: string): string | undefined => attributes.find((one) => one.name === name)?.value;
      const [name, uri] = [value('name'), value('uri')];
      if (local === 'uri' && name !== undefined && uri !== undefined && !uri.includes(':'))
        files.set(name, pathToFileURL(resolve(folder, uri)).href);
    },
  });
  return files;
}

const realOf = (path: string): string | undefined => (existsSync(path) ? realpathSync(path) : undefined);

/** The path that an address of a file means. */
function pathOf(address: string): string | undefined {
  try {
    return address.startsWith('file:') ? fileURLToPath(address) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads what is in reach of a schema and an edition, and notes in `refused` what is not. */
function readerFor(schema: string, edition: string, refused: Set<string>): (address: string) => string | undefined {
  const home = dirname(schema);
  const catalog = catalogBeside(home);
  const folders = [home, edition].flatMap((folder) => realOf(folder) ?? []);
  const inside = (path: string): boolean => folders.some((folder) => path.startsWith(folder + sep));
  return (address) => {
    const path = pathOf(catalog.get(address) ?? address);
    const real = path === undefined ? undefined : realOf(path);
    // What is not there is no secret where it could be read.
    const inReach = real === undefined ? path !== undefined && inside(path) : inside(real);
    if (!inReach) return void refused.add(address);
    if (real === undefined || !isFile(real) || statSync(real).size > defaultLimits.fileLength) return undefined;
    return decode(real, readRegularFile(real)).source.text;
  };
}

/** Documents for the schema at `schema`, used on files of the edition in `edition`; both are absolute paths. */
export function ruleDocuments(schema: string, edition: string): RuleDocuments {
  const refused = new Set<string>();
  const read = readerFor(schema, edition, refused);
  let hashes: Record<string, string> = {};
  const known = new Map<string, { text: string | undefined; hash: string }>();
  const at = (address: string): { text: string | undefined; hash: string } => {
    const before = known.get(address);
    if (before) return before;
    const text = read(address);
    const now = { text, hash: text === undefined ? '' : hashOf(text) };
    known.set(address, now);
    return now;
  };
  return {
    refused,
    give: (address) => {
      const { text, hash } = at(address);
      hashes[address] = hash;
      return text;
    },
    given: () => {
      const taken = hashes;
      hashes = {};
      return taken;
    },
    unchanged: (before) => Object.entries(before).every(([address, hash]) => at(address).hash === hash),
  };
}
