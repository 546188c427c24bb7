import { parseArgs } from 'node:util';
import { nearestName } from '../source/scan/similar.ts';
import { type CommandEntry, type CommandName, commandTable, type Option, publicOptions } from './command-table.ts';

/** The words of a command line, taken apart; `UsageFault` says in one line what is wrong with them. */

export class UsageFault extends Error {}

type OptionOf<C extends CommandName> = (typeof commandTable)[C]['options'][number];
type Named<C extends CommandName, N> = Extract<OptionOf<C>, { readonly name: N }>;
type ValueName<C extends CommandName> = Extract<OptionOf<C>, { readonly argument: string }>['name'];
type FlagName<C extends CommandName> = Exclude<OptionOf<C>, { readonly argument: string }>['name'];

/** The words allowed as a value, or any text; with `undefined` unless the table has a default. */
type ValueOf<O> =
  | (O extends { readonly values: readonly (infer V)[] } ? V : string)
  | (O extends { readonly default: string } ? never : undefined);

/** What was given to a command. Only names that are in its table can be asked for: others do not compile. */
export interface Arguments<C extends CommandName> {
  readonly paths: readonly string[];
  /** The value of an option, of several the last, else its default. */
  value<N extends ValueName<C>>(name: N): ValueOf<Named<C, N>>;
  /** All values of an option that may be given several times. */
  values(name: ValueName<C>): readonly string[];
  flag(name: FlagName<C>): boolean;
}

function checkNames(args: readonly string[], names: readonly string[], shown: readonly string[]): void {
  for (const arg of args) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name === undefined || names.includes(name)) continue;
    const guess = nearestName(name, shown);
    throw new UsageFault(`there is no option --${name}${guess === undefined ? '' : `; did you mean --${guess}?`}`);
  }
}

/** Takes the words after the name of a command apart, as its entry in the table says. Throws `UsageFault`. */
export function readArguments<C extends CommandName>(command: C, args: readonly string[]): Arguments<C> {
  const entry: CommandEntry = commandTable[command];
  const declared = new Map(entry.options.map((option) => [option.name, option]));
  checkNames(
    args,
    [...declared.keys()],
    publicOptions(command).map(({ name }) => name),
  );
  const { values, positionals } = parse(
    args,
    Object.fromEntries(
      entry.options.map(({ name, argument }): [string, Options[string]] => [
        name,
        argument === undefined ? { type: 'boolean' } : { type: 'string', multiple: true },
      ]),
    ),
  );
  if (positionals.length > entry.paths) throw new UsageFault(`“${positionals[entry.paths]}” is one argument too many`);
  const list = (name: string): string[] => (values[name] as string[] | undefined) ?? [];
  for (const option of entry.options) if (option.argument !== undefined) checkValue(option, list(option.name).at(-1));
  return {
    paths: positionals,
    value: (name) => (list(name).at(-1) ?? declared.get(name)!.default) as never,
    values: list,
    flag: (name) => values[name] === true,
  };
}

function checkValue({ name, values }: Option, value: string | undefined): void {
  if (value === undefined || values === undefined || values.includes(value)) return;
  throw new UsageFault(`--${name} must be one of: ${values.join(', ')} (not “${value}”)`);
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
