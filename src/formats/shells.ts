import { pathToFileURL } from 'node:url';
import { packageFile } from '../source/package-files.ts';
import { compileShell, type HtmlShell, loadShell, type PrecompiledShell, type ShellSources } from './html/shell.ts';
import { readTemplates } from './templates.ts';

/** What pages are filled in: our templates and, where the edition has some, its own. */
export interface Shells {
  readonly standard: HtmlShell;
  readonly own?: HtmlShell;
}

interface Wanted {
  /** Templates of the edition's own. */
  readonly templates: ShellSources;
  /** Names of the formats that are built. */
  readonly built: readonly string[];
}

/**
 * Our shell and, where the edition has templates of its own, theirs. A stylesheet alone is in our shell. Undefined: no pages are built.
 */
export async function loadShells({ templates: given, built }: Wanted): Promise<Shells | undefined> {
  if (!built.includes('html')) return undefined;
  const url = pathToFileURL(packageFile('lib', 'shell.js')).href;
  const { default: shell } = (await import(url)) as { default: PrecompiledShell };
  const standard = await loadShell(shell);
  if (Object.keys(given).length === 0) return { standard };
  const own = await compileShell({ ...readTemplates(packageFile('templates')), ...given }, standard.scripts);
  const hasTemplates = Object.keys(given).some((name) => name.endsWith('.hbs'));
  const { stylesheet, searchStyle } = own;
  return hasTemplates ? { standard, own } : { standard: { ...standard, stylesheet, searchStyle } };
}
