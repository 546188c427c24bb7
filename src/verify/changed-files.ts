import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readRegularFile, UnreadableFile } from '../source/regular-file.ts';
import type { BuiltFiles } from './built-files.ts';
import type { Loss } from './check-unit.ts';

/**
 * Files that are not as the build wrote them, whatever is in them: the folder and its list of checksums are compared
 * with each other.
 */

const line = /^([0-9a-f]{64}) {2}(.+)$/;
/** Files that are next to the list and not in it. */
const beside = new Set(['SHA256SUMS', 'proof.json']);

const documentOf = (path: string): string => /^[^/]+\/(.+)\.[a-z]+$/.exec(path)?.[1] ?? '';
/** A loss of a file, with the document that it belongs to. */
export const lossOfFile = (path: string, message: string, format: string): Loss => ({
  document: documentOf(path),
  format,
  message,
});
const loss = (path: string, message: string): Loss => lossOfFile(path, message, 'files');

const damaged = loss('', 'the list of checksums, SHA256SUMS, is damaged: build the edition again');

/** What systems leave in folders by themselves. */
const droppings = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** All files of a folder, but for droppings of the system; paths with `/`, sorted. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !droppings.has(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

function changed(files: BuiltFiles, path: string, sum: string): Loss[] {
  try {
    const found = files.sum(path);
    if (found === undefined) return [loss(path, `${path} is missing`)];
    return found === sum ? [] : [loss(path, `${path} is not as it was built`)];
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return [loss(path, `${path} cannot be read: ${error.trouble}`)];
  }
}

function textOf(path: string): string | undefined {
  try {
    return readRegularFile(path).toString('utf8');
  } catch {
    return undefined;
  }
}

export function changedFiles(out: string, files: BuiltFiles): Loss[] {
  const list = join(out, 'SHA256SUMS');
  if (!existsSync(list)) return [loss('', 'the list of checksums, SHA256SUMS, is missing')];
  const content = textOf(list);
  if (content === undefined) return [damaged];
  const listed = new Map<string, string>();
  for (const entry of content.split('\n')) {
    const [, sum, path] = line.exec(entry) ?? [];
    if (sum !== undefined && !listed.has(path!)) listed.set(path!, sum);
    else if (entry !== '') return [damaged];
  }
  if (listed.size === 0) return [damaged];
  const unlisted = filesBelow(out).filter((path) => !listed.has(path) && !beside.has(path));
  return [
    ...[...listed].flatMap(([path, sum]) => changed(files, path, sum)),
    ...unlisted.map((path) => loss(path, `${path} is not part of this edition: no build has written it`)),
  ];
}
