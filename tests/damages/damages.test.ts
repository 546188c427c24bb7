import { beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/verify/run.ts';
import { chance, type Chance } from '../harness/chance.ts';
import { amount, measured } from '../harness/long.ts';
import { type BuiltEdition, editionsToDamage, place } from './editions.ts';
import type { Group, Kind } from './kind.ts';
import { damageKinds } from './kinds.ts';
import { allowedMisses } from './misses.ts';

/**
 * The proof is worth what it finds. Built editions are damaged by a generator that knows nothing of the program, one file at a time, the list of
 * checksums is made to agree, and the proof must find it: what it misses must be a rule that is written down in `misses.ts`.
 */

interface Tried {
  readonly kind: Kind;
  readonly found: boolean;
  readonly where: string;
}

/** How often each kind is tried. */
const each = amount(4, 36);

interface Damage {
  readonly edition: BuiltEdition;
  readonly path: string;
  readonly content: string;
}

/** A file of one of the editions, damaged in this way; undefined where none could be found that can suffer it. */
function damageOnce(kind: Kind, editions: readonly BuiltEdition[], luck: Chance): Damage | undefined {
  for (let tries = 0; tries < 60; tries++) {
    const edition = luck.pick(editions);
    const paths = [...edition.files.keys()].filter((path) => kind.files.test(path));
    if (paths.length === 0) continue;
    const path = luck.pick(paths);
    const before = edition.files.get(path)!;
    const content = kind.damage(before, luck, path);
    if (content !== undefined && content !== before) return { edition, path, content };
  }
  return undefined;
}

async function isFound({ edition, path, content }: Damage): Promise<boolean> {
  place(edition, path, content);
  try {
    const { result } = await verify({ path: edition.source, out: edition.out });
    return result !== 'nothing lost';
  } finally {
    place(edition, path, edition.files.get(path)!);
  }
}

function report(tried: readonly Tried[]): void {
  const groups = [...new Set(tried.map(({ kind }) => kind.group))];
  const count = (of: readonly Tried[]): [number, number] => [of.length, of.filter(({ found }) => found).length];
  const rows = groups.map((group: Group) => [group, ...count(tried.filter(({ kind }) => kind.group === group))]);
  const missed = [...new Set(tried.filter(({ found }) => !found).map(({ kind }) => kind.name))];
  const [byRule, byNone] = [true, false].map((isAllowed) =>
    missed.filter((name) => (allowedMisses[name] !== undefined) === isAllowed).join('; '),
  );
  const kinds = new Set(tried.map(({ kind }) => kind.name)).size;
  measured({
    title: 'Damages',
    what: `Damages of ${kinds} kinds to built editions, with checksums that agree, and how many verify found. Kinds with misses that a written rule allows: ${byRule || 'none'}. Kinds with other misses: ${byNone || 'none'}.`,
    columns: ['group', 'damages', 'found'],
    rows: [...rows, ['all', ...count(tried)]],
  });
}

describe('damages to built editions', () => {
  let editions: BuiltEdition[];
  beforeAll(async () => {
    editions = await editionsToDamage();
  });

  it('are not seen where there are none', async () => {
    const wrong: string[] = [];
    for (const { name, source, out } of editions) {
      const { result, losses } = await verify({ path: source, out });
      if (result !== 'nothing lost') wrong.push(`${name}: ${losses.map(({ message }) => message).join('; ')}`);
    }
    expect(wrong).toEqual([]);
  });

  it('are found, but for those that a written rule allows', async () => {
    const luck = chance(45);
    const tried: Tried[] = [];
    for (const kind of damageKinds) {
      for (let i = 0; i < each; i++) {
        const damage = damageOnce(kind, editions, luck);
        if (!damage) break;
        const where = `${kind.name}: ${damage.edition.name}/${damage.path}`;
        tried.push({ kind, where, found: await isFound(damage) });
      }
    }
    report(tried);
    const missed = tried.filter(({ kind, found }) => !found && allowedMisses[kind.name] === undefined);
    expect(missed.map(({ where }) => where)).toEqual([]);
    expect(new Set(tried.map(({ kind }) => kind.name)).size).toBeGreaterThan(100);
  });
});
