import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { precompileShell, type ShellSources } from '../src/formats/html/shell.ts';

/** The files of a folder of templates: `*.hbs` and `*.css`, by name. */
export function templateSources(folder: string): ShellSources {
  const names = readdirSync(folder)
    .filter((name) => /\.(hbs|css)$/.test(name))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The JavaScript module that holds the shell of the package, precompiled: written when the package is built, read with `loadShell`. */
export const templateModule = (folder: string): Promise<string> => precompileShell(templateSources(folder));
