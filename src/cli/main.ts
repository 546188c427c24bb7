/** The command line: words in, text and exit code out. Each command is loaded only when it is called. */
import type { Command } from './command.ts';
import { commandNames, help, version } from './help.ts';

const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  init: () => import('./commands/init.ts'),
  import: () => import('./commands/import.ts'),
  validate: () => import('./commands/validate.ts'),
  build: () => import('./commands/build.ts'),
  verify: () => import('./commands/verify.ts'),
  explain: () => import('./commands/explain.ts'),
  lsp: () => import('./commands/lsp.ts'),
};

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help(name === 'help' ? rest[0] : undefined));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${version()}\n`);
    return 0;
  }
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  if (!load) {
    process.stderr.write(
      `octavo: there is no command “${name}”. Commands: ${commandNames.join(', ')}. See octavo --help.\n`,
    );
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(help(name));
    return 0;
  }
  // The server lives for a day.
  if (name !== 'lsp') (await import('../work/short-run.ts')).prepareShortRun();
  const { guarded } = await import('./guard.ts');
  return guarded(await load(), rest);
}

process.exitCode = await main(process.argv.slice(2));
