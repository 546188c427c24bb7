import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { configName } from '../config/settings.ts';
import { decode } from '../source/decode.ts';
import { isXmlName } from '../source/file-names.ts';
import { listXml } from '../source/files.ts';
import { readRegularFile } from '../source/regular-file.ts';
import type { SourceText } from '../source/text.ts';

/** Where an open file belongs, and what lies next to it on the disk. */

/** The edition a file is part of: the nearest folder above it with settings. Where there is none, the file is alone in its folder. */
export interface Home {
  readonly folder: string;
  readonly edition: boolean;
}

export function homeOf(path: string): Home {
  const own = dirname(path);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, configName))) return { folder, edition: true };
    if (dirname(folder) === folder) return { folder: own, edition: false };
  }
}

/** Folders of files without settings may be anything, a folder of downloads too: no more than so many are looked at. */
const mostAlone = 100;

/** Absolute paths of the XML files that pointers may lead to. */
export function filesAround({ folder, edition }: Home): string[] {
  if (!existsSync(folder)) return [];
  if (edition) return listXml(folder, [resolve(folder, 'dist')]).paths.map((path) => join(folder, path));
  const names = readdirSync(folder).filter((name) => isXmlName(name) && !name.startsWith('.'));
  return names
    .sort()
    .slice(0, mostAlone)
    .map((name) => join(folder, name));
}

/** Changes when the file does; undefined where there is no file. */
export function stampOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? `${found.mtimeMs} ${found.size}` : undefined;
}

export const readSourceFile = (path: string): SourceText => decode(basename(path), readRegularFile(path)).source;
