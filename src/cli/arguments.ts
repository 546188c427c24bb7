import { parseArgs } from 'node:util';

/** The words of a command line, taken apart; `UsageFault` says in one line what is wrong with them. */

export class UsageFault extends Error {}

export interface Arguments {
  readonly paths: readonly string[];
  /** A text option; of several the last. */
  text(name: string): string | undefined;
  /** A text option that may be given several times. */
  texts(name: string): readonly string[];
  flag(name: string): boolean;
}

export interface Accepted {
  readonly texts?: readonly string[];
  readonly flags?: readonly string[];
  /** How many paths at most. */
  readonly paths: number;
}

const commonTexts = ['format'];
const commonFlags = ['quiet', 'debug'];

function nearest(name: string, names: readonly string[]): string | undefined {
  const start = name.slice(0, 3);
  return names.find((other) => other.startsWith(start)) ?? names.find((other) => other.includes(start));
}

/** Takes the words of a command apart. Throws `UsageFault`. */
export function readArguments(args: readonly string[], accepted: Accepted): Arguments {
  const texts = [...(accepted.texts ?? []), ...commonTexts];
  const flags = [...(accepted.flags ?? []), ...commonFlags];
  const names = [...texts, ...flags];
  const options: Options = Object.fromEntries<Options[string]>([
    ...texts.map((name) => [name, { type: 'string', multiple: true }] as const),
    ...flags.map((name) => [name, { type: 'boolean' }] as const),
  ]);
  for (const arg of args) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name === undefined || names.includes(name)) continue;
    const guess = nearest(name, names);
    throw new UsageFault(`there is no option --${name}${guess === undefined ? '' : `; did you mean --${guess}?`}`);
  }
  const { values, positionals } = parse(args, options);
  if (positionals.length > accepted.paths)
    throw new UsageFault(`“${positionals[accepted.paths]}” is one word too many`);
  const list = (name: string): string[] => (values[name] as string[] | undefined) ?? [];
  return { paths: positionals, text: (name) => list(name).at(-1), texts: list, flag: (name) => values[name] === true };
}

type Options = Record<string, { type: 'string'; multiple: true } | { type: 'boolean' }>;

function parse(args: readonly string[], options: Options): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { message } = error as Error;
    const [, name, missing] = /^Option '--([\w-]+)(?: <value>)?' (argument)?/.exec(message) ?? [];
    if (name === undefined) throw new UsageFault(message.split('. ')[0]!.replace(/^./, (c) => c.toLowerCase()));
    throw new UsageFault(`the option --${name} ${missing ? 'needs a value' : 'takes no value'}`);
  }
}

/** The value of an option that must be one of some words. Throws `UsageFault`. */
export function oneOf<T extends string>(value: string | undefined, name: string, words: readonly T[], otherwise: T): T {
  if (value === undefined) return otherwise;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new UsageFault(`--${name} must be one of: ${words.join(', ')} (not “${value}”)`);
  return word;
}
