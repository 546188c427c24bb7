import type { Chance } from '../harness/chance.ts';

/** Inputs that nobody should give the program, by kind. Each is a folder of files, and the commands that are run on it. */

export interface BadInput {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Commands; `@` is the folder, and `@out` a folder for what is built. */
  readonly commands: readonly (readonly [string, ...string[]])[];
  /** What the message must name where the input is refused: a file, or a part of its name. */
  readonly names: RegExp;
}

export type Kind = (luck: Chance) => BadInput[];

/** Bytes with some of them changed, left out, doubled or swapped, or cut short. */
export function damagedBytes(bytes: Uint8Array, luck: Chance): Uint8Array {
  const at = luck.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + 1 + luck.below(40));
  const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  const strange = luck.pick([
    '\0',
    '<',
    '>',
    '&',
    '"',
    '{{',
    '}}',
    '\ufeff',
    '\u202e',
    ']]>',
    '--',
    '\x1b[31m',
    '\ud83d',
    '\xff',
    '[',
    '*',
  ]);
  const ways: readonly (() => Uint8Array)[] = [
    () => Buffer.concat([before, after]),
    () => before,
    () => Buffer.concat([before, part, part, after]),
    () => Buffer.concat([before, Buffer.from(strange, luck.often(50) ? 'latin1' : 'utf8'), part, after]),
    () => Buffer.concat([before, part.map((byte) => byte ^ (1 << luck.below(8))), after]),
    () => Buffer.concat([before, Buffer.from(part).reverse(), after]),
    () => Buffer.concat([after, before]),
    () => Buffer.concat([before, Buffer.from(strange.repeat(5000)), after]),
  ];
  return luck.pick(ways)();
}

export const damagedText = (text: string, luck: Chance): Uint8Array => damagedBytes(Buffer.from(text), luck);

/** Values that a JSON file may have anywhere and nobody expects. */
export const strangeValues: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.5,
  9007199254740993,
  '',
  '\0',
  '../../../etc/passwd',
  'constructor',
  '__proto__',
  '\u001b[31m',
  'a'.repeat(100_000),
  [],
  {},
  [[[[[[]]]]]],
  { toString: 1, hasOwnProperty: 2, length: -1 },
  { constructor: { prototype: { polluted: true } } },
];

/** A JSON value with something in it changed: a value replaced by a strange one, a key renamed, left out or added. */
export function damagedJson(value: unknown, luck: Chance): unknown {
  if (typeof value !== 'object' || value === null || luck.often(15)) return luck.pick(strangeValues);
  if (Array.isArray(value)) {
    if (value.length === 0) return [luck.pick(strangeValues)];
    const at = luck.below(value.length);
    return value.map((one: unknown, i) => (i === at ? damagedJson(one, luck) : one));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || luck.often(10))
    return Object.fromEntries([
      ...entries,
      [luck.pick(['__proto__', 'constructor', '', 'toString']), luck.pick(strangeValues)],
    ]);
  const [key, one] = luck.pick(entries);
  if (luck.often(10)) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(entries.map(([name, old]) => [name, name === key ? damagedJson(one, luck) : old]));
}
