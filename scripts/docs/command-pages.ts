import { commandNames, help } from '../../src/cli/help.ts';
import { commandExamples } from './command-examples.ts';
import { code, table } from './page.ts';

/** The pages on the commands, made from what `--help` says. */

interface CommandHelp {
  readonly usage: string;
  readonly about: string;
  readonly options: readonly (readonly [option: string, does: string])[];
}

const optionLine = /^ {2}(--\S+(?: [A-Z|a-z.,]+…?)?)\s{2,}(\S.*)$/;

/** Takes the text of `--help` apart: the usage, what the command does, its options. */
function readHelp(text: string): CommandHelp {
  const [usage = '', ...lines] = text.trimEnd().split('\n');
  const options: [string, string][] = [];
  const about: string[] = [];
  for (const line of lines) {
    const match = optionLine.exec(line);
    if (match) options.push([match[1]!, match[2]!]);
    else if (/^ {4,}\S/.test(line) && options.length > 0) options.at(-1)![1] += ` ${line.trim()}`;
    else about.push(line);
  }
  return { usage, about: about.join('\n').trim(), options };
}

const indented = (text: string): string => text.replace(/^/gm, '    ');

function commandPage(name: string): string {
  const { usage, about, options } = readHelp(help(name));
  const examples = commandExamples[name] ?? [];
  const width = Math.max(0, ...examples.map(([line]) => line.length));
  return [
    `# octavo ${name}`,
    indented(usage),
    about,
    '## Options',
    table(['option', 'does'], [...options.map(([option, does]) => [code(option), does]), ['`--help`', 'this text']]),
    ...(examples.length === 0
      ? []
      : ['## Examples', indented(examples.map(([line, does]) => `${line.padEnd(width)}    # ${does}`).join('\n'))]),
    'What the exit codes mean, and what `--format json` prints: [the contract](../contract.md). All commands: [Commands](README.md).',
    '<!-- Made by scripts/write-docs.ts from src/cli/help.ts. -->\n',
  ].join('\n\n');
}

/** `  build      build the edition …` → `build the edition …`. */
function summary(name: string): string {
  const line = help()
    .split('\n')
    .find((each) => each.startsWith(`  ${name} `));
  return line?.slice(name.length + 2).trim() ?? '';
}

function indexPage(): string {
  return [
    '# Commands',
    indented('octavo COMMAND [PATH] [options]'),
    table(
      ['command', 'does'],
      commandNames.map((name) => [`[octavo ${name}](${name}.md)`, summary(name)]),
    ),
    'Inside this repository, and wherever the package is installed, say `npx octavo` for `octavo`. PATH is a TEI file, a folder of them, or a folder with `octavo.config.json`; no [settings](../how-to/settings.md) are needed.',
    'Exit codes: **0** done and clean, **1** something is wrong with the edition, **2** wrong use, **3** a fault of the program. More in [the contract](../contract.md).',
    '<!-- Made by scripts/write-docs.ts from src/cli/help.ts. -->\n',
  ].join('\n\n');
}

/** All pages by file name. */
export function commandPages(): Map<string, string> {
  return new Map([['README.md', indexPage()], ...commandNames.map((name) => [`${name}.md`, commandPage(name)] as const)]);
}
