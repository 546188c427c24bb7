import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chance } from '../harness/chance.ts';
import { runInProcess } from '../harness/in-process.ts';
import { amount } from '../harness/long.ts';
import type { Session } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';
import { builtEditions } from './built.ts';
import { schemas, settings, sources, templates } from './editions.ts';
import { imports } from './imports.ts';
import type { BadInput } from './inputs.ts';

/**
 * No input is a fault of the program: whatever a person gives it, it ends with 0, 1 or 2, says so in words, and where it refuses something names the
 * file and what to do.
 */

/** What is wrong with how a command ended; undefined where nothing is. */
function faultOf({ code, out, said }: Session, { names }: BadInput): string | undefined {
  if (code !== 0 && code !== 1 && code !== 2) return `ended with ${code}: ${said}`;
  const all = out + said;
  const bad =
    /fault of (?:the program|Octavo)|\n\s+at .+:\d+:\d+|\[object Object\]|TypeError|RangeError|Cannot read prop/.exec(
      all,
    );
  if (bad) return `printed “${bad[0].trim()}”: ${all.slice(0, 400)}`;
  if (code === 0) return undefined;
  if (!names.test(all)) return `was refused without a word of ${names.source}: ${all.slice(0, 400)}`;
  if (code === 1 && !/^ {2}do: /m.test(said) && !/Build again|build the edition again/.test(said))
    return `was refused without a word of what to do: ${all.slice(0, 400)}`;
  return undefined;
}

async function faultsOf(input: BadInput): Promise<string[]> {
  const folder = newFolder(input.files);
  const out = join(newFolder(), 'out');
  const faults: string[] = [];
  for (const [command, ...words] of input.commands) {
    const filled = words.map((word) => word.replace(/^@out/, () => out).replace(/^@/, () => folder));
    const fault = faultOf(await runInProcess([command, ...filled]), input);
    if (fault !== undefined) faults.push(`${input.name}, ${command}: ${fault}`);
  }
  return faults;
}

const luck = chance(20261128);
const all: Readonly<Record<string, BadInput[]>> = {
  settings: settings(luck),
  templates: templates(luck),
  sources: sources(luck),
  schemas: schemas(luck),
  imports: imports(luck),
  'built editions': await builtEditions(luck),
};
/** In `npm test` every so many-th. */
const step = amount(12, 1);

describe('No input is a fault of the program', () => {
  test.each(Object.keys(all))('%s', async (kind) => {
    const faults: string[] = [];
    for (const input of all[kind]!.filter((_, i) => i % step === 0)) faults.push(...(await faultsOf(input)));
    expect(faults).toEqual([]);
  });

  test('there are more than 500 of them', () => {
    expect(Object.values(all).flat().length).toBeGreaterThan(500);
  });
});
