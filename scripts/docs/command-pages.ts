import { type CommandName, commandNames, commandTable, publicOptions, typed } from '../../src/cli/command-table.ts';
import { usageOf } from '../../src/cli/help.ts';
import { commandExamples } from './command-examples.ts';
import { code, table } from './page.ts';

/** The pages on the commands, made from the table of commands. */

const indented = (text: string): string => text.replace(/^/gm, '    ');

function commandPage(name: CommandName): string {
  const rows = publicOptions(name).map((option) => [
    code(typed(option)),
    option.default === undefined ? '' : code(option.default),
    option.meaning,
  ]);
  const examples = commandExamples[name] ?? [];
  const width = Math.max(0, ...examples.map(([line]) => line.length));
  return [
    `# octavo ${name}`,
    indented(usageOf(name)),
    commandTable[name].about,
    '## Options',
    table(['option', 'default', 'does'], [...rows, ['`--help`', '', 'print this text']]),
    ...(examples.length === 0
      ? []
      : ['## Examples', indented(examples.map(([line, does]) => `${line.padEnd(width)}    # ${does}`).join('\n'))]),
    'What the exit codes mean, and what `--format json` prints: [the contract](../contract.md). All commands: [Commands](README.md).',
    '<!-- Made by scripts/write-docs.ts from src/cli/command-table.ts. -->\n',
  ].join('\n\n');
}

function indexPage(): string {
  return [
    '# Commands',
    indented('octavo COMMAND [PATH] [options]'),
    table(
      ['command', 'does'],
      commandNames.map((name) => [`[octavo ${name}](${name}.md)`, commandTable[name].summary]),
    ),
    'Inside this repository, and wherever the package is installed, write `npx octavo` for `octavo`. PATH is a TEI file, a folder of them, or a folder with `octavo.config.json`; no [settings](../how-to/settings.md) are needed.',
    'Exit codes: **0** done, and nothing is wrong, **1** something is wrong with the edition, **2** wrong use, **3** a bug in the program. More in [the contract](../contract.md).',
    '<!-- Made by scripts/write-docs.ts from src/cli/command-table.ts. -->\n',
  ].join('\n\n');
}

/** All pages by file name. */
export function commandPages(): Map<string, string> {
  return new Map([['README.md', indexPage()], ...commandNames.map((name) => [`${name}.md`, commandPage(name)] as const)]);
}
