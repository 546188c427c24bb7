import { diskTrouble } from '../source/disk-trouble.ts';
import { say } from './terminal.ts';

/**
 * Standard output or standard error that takes nothing more. A reader that has gone (`octavo … | head`) has what it wanted: the command finishes
 * its work silently. Anything else (a full disk) loses results: one line says so, and the exit code is 2.
 */

const isGone = (error: unknown): boolean =>
  ['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'].includes((error as NodeJS.ErrnoException).code ?? '');

let lost = false;

/** Watches both streams from now on. */
export function watchOutput(): void {
  process.stdout.on('error', (error: Error) => {
    if (isGone(error) || lost) return;
    lost = true;
    process.exitCode = 2;
    const trouble = diskTrouble(error) ?? (error as NodeJS.ErrnoException).code ?? error.message;
    say(`octavo: the results cannot be written to standard output: ${trouble}.\n`);
  });
  process.stderr.on('error', (error: Error) => {
    if (isGone(error)) return;
    lost = true;
    process.exitCode = 2;
  });
}

/** Sets the exit code of a command that has ended; results that could not be written outweigh what it says. */
export function endWith(code: number): void {
  process.exitCode = lost ? 2 : code;
}
