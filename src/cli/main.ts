/** The command line: words in, text and exit code out. Each command is loaded only when it is called. */
import type { Command } from './command.ts';
import { endWith, watchOutput } from './broken-output.ts';
import { print, say } from './terminal.ts';
import { type CommandName, commandNames } from './command-table.ts';
import { help, version } from './help.ts';

const loaders: Readonly<Record<CommandName, () => Promise<Command>>> = {
  init: () => import('./commands/init.ts'),
  import: () => import('./commands/import.ts'),
  validate: () => import('./commands/validate.ts'),
  build: () => import('./commands/build.ts'),
  verify: () => import('./commands/verify.ts'),
  serve: () => import('./commands/serve.ts'),
  explain: () => import('./commands/explain.ts'),
  lsp: () => import('./commands/lsp.ts'),
};

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(help(name === 'help' ? rest[0] : undefined));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    print(`${version()}\n`);
    return 0;
  }
  const load = Object.hasOwn(loaders, name) ? loaders[name as CommandName] : undefined;
  if (!load) {
    say(`octavo: there is no command “${name}”. Commands: ${commandNames.join(', ')}. See octavo --help.\n`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    print(help(name));
    return 0;
  }
  // Servers live for a day.
  if (name !== 'lsp' && name !== 'serve') (await import('../work/short-run.ts')).prepareShortRun();
  const { guarded } = await import('./guard.ts');
  return guarded(load, rest);
}

watchOutput();
process.on('uncaughtException', (error) => {
  void import('./guard.ts').then(({ reportFault }) => {
    process.exit(reportFault(error, process.argv.includes('--debug')));
  });
});
endWith(await main(process.argv.slice(2)));
