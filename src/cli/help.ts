import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CommandName, commandNames, commandTable, publicOptions, typed } from './command-table.ts';

/** What `--help` says. Kept apart from the commands, so that help loads none of them. */

/** The version, read where the bundle and the sources both find it. */
export function version(): string {
  for (const up of ['..', '../..']) {
    try {
      const path = fileURLToPath(new URL(`${up}/package.json`, import.meta.url));
      return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
    } catch {
      // One folder further up.
    }
  }
  return 'unknown';
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commandTable, name);

/** `octavo build [PATH] [--out DIR]` */
export const usageOf = (name: CommandName): string => `octavo ${name} ${commandTable[name].usage}`.trimEnd();

function commandHelp(name: CommandName): string {
  const lines = publicOptions(name).map((option) => {
    const otherwise = option.default === undefined ? '' : ` (default: ${option.default})`;
    return `  ${typed(option).padEnd(20)}  ${option.meaning}${otherwise}\n`;
  });
  return `${usageOf(name)}\n\n${commandTable[name].about}\n\n${lines.join('')}`;
}

/** The help text of a command, or of all. */
export function help(name?: string): string {
  if (name !== undefined && isCommand(name)) return commandHelp(name);
  const list = commandNames.map((each) => `  ${each.padEnd(10)} ${commandTable[each].summary}`);
  return `octavo: scholarly editions from TEI, with proof that nothing was lost

usage: octavo COMMAND [PATH] [options]

${list.join('\n')}

octavo COMMAND --help says more. No settings are needed: octavo build FILE.xml works as it is.
Exit codes: 0 done, and nothing is wrong, 1 something is wrong with the edition, 2 wrong use, 3 a bug in this program.
`;
}
