import { printable, printableJson } from '../diagnostics/printable.ts';

/** The only place that writes to standard output and standard error. What comes from outside passes through `printable` here. */

/** Says something to a person, on standard error. */
export const say = (text: string): void => void process.stderr.write(printable(text));

/** Text that was made printable before colours were added: findings (`toHuman`), and the line of progress. */
export const sayPainted = (text: string): void => void process.stderr.write(text);

/** Prints text that was asked for, on standard output. */
export const print = (text: string): void => void process.stdout.write(printable(text));

/** Prints a value as JSON, on standard output. */
export const printJson = (value: unknown): void => void process.stdout.write(`${printableJson(value)}\n`);

/** Whether findings may be coloured. */
export const wantsColour = (): boolean => process.stderr.isTTY === true && !process.env['NO_COLOR'];
