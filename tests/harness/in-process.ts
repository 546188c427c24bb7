import { vi } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { guarded } from '../../src/cli/guard.ts';
import type { Session } from './octavo.ts';

/** The program as a person calls it, but in this process: quick enough for hundreds of calls. What it prints is caught. */

const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  init: () => import('../../src/cli/commands/init.ts'),
  import: () => import('../../src/cli/commands/import.ts'),
  validate: () => import('../../src/cli/commands/validate.ts'),
  build: () => import('../../src/cli/commands/build.ts'),
  verify: () => import('../../src/cli/commands/verify.ts'),
};

/** Runs a command with these words. What is thrown past the guard of the program fails the test. */
export async function runInProcess([name, ...words]: readonly [string, ...string[]]): Promise<Session> {
  let out = '';
  let said = '';
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text)))),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said += String(text)))),
  ];
  try {
    const code = await guarded(loaders[name]!, words);
    return { code, out, said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
