import { OutputFault } from '../publish/output-folder.ts';
import { diskTrouble } from '../source/disk-trouble.ts';
import { MissingPath } from '../source/files.ts';
import { UnreadableFile } from '../source/regular-file.ts';
import { UsageFault } from './arguments.ts';
import { version } from './help.ts';
import { say } from './terminal.ts';
import type { Command } from './command.ts';

/** Loads and runs a command and turns whatever it throws into one clear message and the right exit code. */
export async function guarded(load: () => Promise<Command>, args: readonly string[]): Promise<number> {
  try {
    return await (await load()).run(args);
  } catch (error) {
    return reportFault(error, args.includes('--debug'));
  }
}

/** Says in one message what an error means for the user; answers the exit code. */
export function reportFault(error: unknown, debug: boolean): number {
  if (debug) say(`${(error as Error).stack ?? String(error)}\n`);
  const { code, message } = explain(error);
  say(`octavo: ${message}\n`);
  return code;
}

function explain(error: unknown): { code: number; message: string } {
  if (error instanceof UsageFault) {
    const stop = error.message.endsWith('?') ? '' : '.';
    return { code: 2, message: `${error.message}${stop} See octavo --help.` };
  }
  if (error instanceof MissingPath) {
    return {
      code: 2,
      message: `there is no file or folder “${error.message}”. Check the name, or go to the folder it is in.`,
    };
  }
  if (error instanceof OutputFault) {
    return {
      code: 2,
      message: `the output folder cannot be written to: ${error.message}. The edition that was there is unchanged; name another folder with --out.`,
    };
  }
  if (error instanceof UnreadableFile) {
    return { code: 2, message: `“${error.path}” cannot be read: ${error.trouble}.` };
  }
  const trouble = diskTrouble(error);
  const { path } = error as NodeJS.ErrnoException;
  if (trouble !== undefined && path !== undefined) {
    return { code: 2, message: `“${path}” cannot be read or written: ${trouble}.` };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 3,
    message: `this is a fault of the program, not of your files: ${message}\nPlease report it with the command you typed and this line: octavo ${version()}, Node ${process.version}. --debug shows more.`,
  };
}
