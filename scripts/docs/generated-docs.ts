import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableKinds } from '../../src/formats/data/columns.ts';
import { settingKinds } from '../../src/config/settings.ts';
import { schemaDocs } from '../schema/schema-docs.ts';
import { commandPages } from './command-pages.ts';
import { elementsPage } from './elements-page.ts';
import { code, fill, table } from './page.ts';
import { phase1Tables } from './phase-1-tables.ts';
import { rulePages } from './rule-pages.ts';

/** All documentation that is made from the program. The same program gives the same pages. */

/** Folders in which every page is made; what is in them and is not made is out of date. */
export const madeFolders = ['docs/commands', 'docs/rules', 'docs/schema'];

const settingsTable = (): string =>
  table(
    ['setting', 'is', 'for'],
    Object.entries(settingKinds).map(([name, { type, description }]) => [
      code(name),
      { text: 'a text', list: 'a list of texts', formats: 'a list of formats', citation: 'a template' }[type as string] ??
        type,
      description,
    ]),
  );

/** The tables of a data package, each with its columns. */
const dataTables = (): string =>
  tableKinds
    .map(({ file, about, columns }) => {
      const rows = columns.map(({ name, type, about: meaning }) => [code(name), type, meaning]);
      return `### ${file}\n\n${about}\n\n${table(['column', 'type', 'means'], rows)}`;
    })
    .join('\n\n');

function decisionsTable(folder: string): string {
  const rows = readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.md$/.test(name))
    .sort()
    .map((name) => {
      const title = /^# (?:\d{4}[:.]? )?(.*)$/m.exec(readFileSync(join(folder, name), 'utf8'))![1]!;
      return [`[${name.slice(0, 4)}](${name})`, title];
    });
  return table(['', ''], rows);
}

/** What may differ between source and output, as `src/model/spine.ts` says it. */
function spineRules(file: string): string {
  const comment = /^\/\*\*\n(?: \*(?!\/).*\n)*? \* 1\. (?:.*\n)*? \*\//m.exec(readFileSync(file, 'utf8'))![0];
  const lines = comment.split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const first = lines.findIndex((line) => line.startsWith('1. '));
  return lines.slice(first, lines.findIndex((line, i) => i > first && !/^(\d\. | {3})/.test(line))).join('\n');
}

/** Every page by its path in the repository. Pages that are made in part are read from `root` first. */
export function generatedDocs(root: string): Map<string, string> {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const pages = new Map<string, string>();
  for (const [name, text] of commandPages()) pages.set(`docs/commands/${name}`, text);
  for (const [name, text] of rulePages()) pages.set(`docs/rules/${name}`, text);
  pages.set('docs/elements.md', elementsPage(join(root, 'xslt')));
  for (const [name, text] of schemaDocs(join(root, 'schema'))) pages.set(`docs/schema/${name}`, text);
  const inPart: readonly (readonly [path: string, name: string, content: string])[] = [
    ['docs/architecture.md', 'spine rules', spineRules(join(root, 'src/model/spine.ts'))],
    ['docs/how-to/settings.md', 'settings', settingsTable()],
    ['docs/formats/data.md', 'tables', dataTables()],
    ['docs/reading-vocabulary.md', 'phase 1', phase1Tables(join(root, 'xslt'))],
    ['docs/decisions/README.md', 'decisions', decisionsTable(join(root, 'docs/decisions'))],
  ];
  for (const [path, name, content] of inPart) pages.set(path, fill(read(path), name, content));
  return pages;
}
