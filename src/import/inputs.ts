import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { MissingPath } from '../source/files.ts';
import { sourceText } from '../source/text.ts';
import { leftBeside } from './left-beside.ts';
import { arePages } from './pages/page-names.ts';

/** Which texts are to be imported, of files and folders that were named. */

const textFile = /\.(?:txt|text|md|markdown|docx|html?|xhtml)$/i;

const pageFile = /\.(?:txt|text)$/i;
export const isFolder = (path: string): boolean => statSync(path).isDirectory();
export const pageNames = (folder: string): string[] => readdirSync(folder).filter((f) => pageFile.test(f));

/** The texts in the order in which they were named. Throws `MissingPath`. A folder is one text where somebody says so, or where its files are called like pages; else it is as many as it has files. */
export function inputs(files: readonly string[], from: string | undefined): string[] {
  return files.flatMap((path) => {
    if (!existsSync(path)) throw new MissingPath(path);
    if (!isFolder(path)) return [path];
    if (from === 'pages' || (from === undefined && arePages(pageNames(path)))) return [path];
    return readdirSync(path)
      .filter((f) => textFile.test(f))
      .sort()
      .map((f) => join(path, f));
  });
}

/** Files of folders that are not texts. */
export const besides = (files: readonly string[]): Finding[] =>
  files.flatMap((path) => (isFolder(path) ? leftBeside(path, readdirSync(path)) : []));

const nothingToImport = (path: string): Finding => ({
  code: 'import-nothing',
  severity: 'error',
  message: `There is nothing to import in ${path}: no text, Markdown, Word or HTML file was found.`,
  span: sourceText(path, '').span(0, 0),
  why: 'An import that does nothing would pass for one that went well.',
  fix: 'Check the name of the folder, or name the files.',
});

/** Folders that were named and hold nothing that can be imported. */
export const empty = (files: readonly string[], from: string | undefined): Finding[] =>
  files.filter((path) => isFolder(path) && inputs([path], from).length === 0).map(nothingToImport);
