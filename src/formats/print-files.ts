import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { packageFile } from '../source/package-files.ts';
import { readRegularFile, UnreadableFile } from '../source/regular-file.ts';
import { canTypeset, installCommand } from '../typeset/engine.ts';
import { hashOf } from '../work/hash.ts';

/** The designs of books in pages: ours, and those in `templates/print/` of an edition, with its fonts. */

export interface PrintFiles {
  /** Typst files by their names; those of the edition stand in for ours. */
  readonly templates: Readonly<Record<string, string>>;
  readonly fonts: readonly PrintFont[];
}

export interface PrintFont {
  readonly name: string;
  /** Hash of its bytes. */
  readonly hash: string;
  readonly bytes: () => Uint8Array;
}

const noFiles: PrintFiles = { templates: {}, fonts: [] };

/** Code that could reach beyond the files of the design: Typst would fetch packages from the network. */
const reaching = /\b(?:eval|plugin)\b|\b(?:import|include)\b(?!\s*"[^"@/\\]+\.typ")/;

/** Comments, in which words are not code. */
const withoutComments = (code: string): string =>
  code.replace(/(^|[^:])\/\/.*$/gm, '$1').replace(/\/\*[\s\S]*?\*\//g, '');

/** Files that every book has, whatever its design. */
const ownNames: ReadonlySet<string> = new Set(
  ['base', 'words', 'blocks', 'foot', 'design', 'entries', 'main'].map((name) => `${name}.typ`),
);

const wrong = (message: string, fix: string): Finding => ({ code: 'wrong-template', severity: 'error', message, fix });

const entriesOf = (folder: string): string[] =>
  existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).sort() : [];

function readTypst(folder: string): Record<string, string> {
  const names = entriesOf(folder).filter((name) => name.endsWith('.typ'));
  return Object.fromEntries(
    names.map((name) => [name, new TextDecoder('utf-8', { fatal: true }).decode(readRegularFile(join(folder, name)))]),
  );
}

function fontsIn(folder: string): PrintFont[] {
  return entriesOf(folder)
    .filter((name) => /\.(?:ttf|otf)$/i.test(name))
    .map((name) => {
      const bytes = readRegularFile(join(folder, name));
      return { name, hash: hashOf(bytes), bytes: () => bytes };
    });
}

function faultOf(
  own: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
  design: string,
): Finding | undefined {
  if (!canTypeset())
    return {
      code: 'no-typesetter',
      severity: 'error',
      message: 'PDFs need packages that are not installed.',
      fix: `Run \`${installCommand}\`, or leave the format pdf out.`,
    };
  for (const [name, code] of Object.entries(own)) {
    if (ownNames.has(name))
      return wrong(`templates/print/${name} has a name that the program uses itself.`, 'Give the design another name.');
    if (reaching.test(withoutComments(code)))
      return wrong(
        `templates/print/${name} has “import” or “include” of something that is not a file next to it, or “eval” or “plugin”.`,
        'A design can import other files of templates/print/ and ours by their names: #import "documentary.typ": *',
      );
  }
  if (known[`${design}.typ`] !== undefined) return undefined;
  const names = Object.keys(known)
    .filter((name) => !ownNames.has(name))
    .map((name) => name.replace(/\.typ$/, ''));
  return wrong(
    `There is no design “${design}”.`,
    `The designs are: ${names.join(', ')}; your own are files in templates/print/.`,
  );
}

/** The files of designs, and what is wrong with them; none where no PDFs are wanted. `folder`: of the edition’s own. */
export function printFiles(
  folder: string,
  design = 'documentary',
  formats: readonly string[],
): { files: PrintFiles; findings: Finding[] } {
  if (!formats.includes('pdf')) return { files: noFiles, findings: [] };
  try {
    const own = readTypst(folder);
    const templates = { ...readTypst(packageFile('templates', 'print')), ...own };
    const fault = faultOf(own, templates, design);
    return fault
      ? { files: noFiles, findings: [fault] }
      : { files: { templates, fonts: fontsIn(folder) }, findings: [] };
  } catch (error) {
    const why =
      error instanceof UnreadableFile ? `cannot be read: ${error.trouble}` : 'has a file that is not in UTF-8';
    return { files: noFiles, findings: [wrong(`templates/print ${why}.`, 'Correct the file, or remove it.')] };
  }
}
