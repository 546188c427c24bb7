import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { isXmlName } from './file-names.ts';
import { readRegularFile, sizeOfFile, UnreadableFile } from './regular-file.ts';

/** Which files an edition is made of. The disk is read here; what is found is sorted, so that nothing depends on the order of a folder. */

export interface SourceFile {
  /** Relative to the edition's folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** It is read only because another file includes it. */
  readonly part?: true;
}

/** Where an edition is: its folder, and the one file of it that is meant, where a file was named. */
export interface Place {
  readonly folder: string;
  readonly file?: string;
}

export class MissingPath extends Error {}

/** Finds the folder of a path. Throws `MissingPath` where there is nothing. */
export function findPlace(path: string): Place {
  const full = resolve(path);
  if (!existsSync(full)) throw new MissingPath(path);
  if (statSync(full).isDirectory()) return { folder: full };
  return { folder: dirname(full), file: basename(full) };
}

const slashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Folders that never hold sources: what tools make, and what is hidden. */
const passedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

function linkOutside(folder: string, path: string, leads: boolean): Finding {
  return {
    code: 'link-out-of-folder',
    severity: 'review',
    message: leads
      ? `${path} is a link to a place outside the edition’s folder and is not read.`
      : `${path} is a link that leads nowhere.`,
    why: 'What is built must be in the folder, so that a copy of the folder builds the same edition.',
    fix: `Copy the file it points to into ${basename(folder)}.`,
  };
}

const textOf = (path: string): string => {
  try {
    return readRegularFile(path).toString('utf8');
  } catch (error) {
    if (error instanceof UnreadableFile) return '';
    throw error;
  }
};

/** Whether a folder is an edition that Octavo has built: its list of checksums names its manifest. */
const isBuiltEdition = (folder: string): boolean =>
  existsSync(join(folder, 'manifest.json')) &&
  /^[0-9a-f]{64} {2}manifest\.json$/m.test(textOf(join(folder, 'SHA256SUMS')));

const builtEdition = (path: string): Finding => ({
  code: 'built-edition',
  severity: 'note',
  message: `${path} is an edition built by Octavo and is not read as a source.`,
  why: 'Every document of it would be in the edition a second time.',
  fix: 'Nothing needs to be done; to read its TEI, name the folder itself.',
});

/** Lists the XML files of a folder and the folders in it; `skip` names folders (absolute) to leave out, e.g. the output. */
export function listXml(folder: string, skip: readonly string[] = []): { paths: string[]; findings: Finding[] } {
  const root = realpathSync(folder);
  const paths: string[] = [];
  const findings: Finding[] = [];
  const visit = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true }).sort((a, b) => byName(a.name, b.name))) {
      const full = join(at, entry.name);
      const path = slashes(relative(root, full));
      if (passedOver(entry.name) || skip.includes(full)) continue;
      if (entry.isSymbolicLink()) {
        const target = existsSync(full) ? realpathSync(full) : undefined;
        const inside = target !== undefined && `${target}${sep}`.startsWith(root + sep);
        if (!inside) findings.push(linkOutside(folder, path, target !== undefined));
        else if (statSync(full).isFile() && isXmlName(entry.name)) paths.push(path);
      } else if (entry.isDirectory()) {
        if (isBuiltEdition(full)) findings.push(builtEdition(path));
        else visit(full);
      } else if (isXmlName(entry.name)) paths.push(path);
    }
  };
  visit(root);
  return { paths, findings };
}

/** How many bytes a source file has. Throws `UnreadableFile`. */
export const sizeOf = (folder: string, path: string): number => sizeOfFile(join(folder, path));

/** Reads one source file. Throws `UnreadableFile`. */
export const readSource = (folder: string, path: string): SourceFile => ({
  path,
  bytes: readRegularFile(join(folder, path)),
});
