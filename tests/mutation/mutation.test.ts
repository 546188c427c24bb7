import { writeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chance } from '../harness/chance.ts';
import { measured } from '../harness/long.ts';
import { type Fate, placesOf, rooms, workplace } from './workplace.ts';

/**
 * Small mistakes are made in the program, one at a time, and something must notice: the proof of built editions, or a test. Only
 * `npm run test:long` does it: each mistake costs a run of the program or of tests.
 */

interface Tried {
  readonly room: string;
  readonly fate: Fate;
  readonly what: string;
}

/** How many mistakes are made in each room. */
const each = Number(process.env.OCTAVO_MUTANTS ?? 100);
/** Which: another number makes others. */
const seed = Number(process.env.OCTAVO_MUTANTS_SEED ?? 1);
/** The share that must be noticed, in percent. */
const wanted = 95;

function tryRoom(room: string, work: ReturnType<typeof workplace>): Tried[] {
  const luck = chance(seed * 1000 + room.length);
  const all = placesOf(room).flatMap(({ path, mutants }) => mutants.map((mutant) => ({ path, mutant })));
  const tried: Tried[] = [];
  for (let i = 0; i < each && all.length > 0; i++) {
    const [{ path, mutant }] = all.splice(luck.below(all.length), 1) as [(typeof all)[number]];
    const one = { room, what: `${path}@${mutant.start}: ${mutant.what}`, fate: work.fateOf(room, path, mutant) };
    // At once: what is logged is shown only when the test, which never waits, has ended.
    if (one.fate === 'survived') writeSync(2, `survived: ${one.what}\n`);
    tried.push(one);
  }
  return tried;
}

function report(tried: readonly Tried[]): void {
  const count = (of: readonly Tried[]): readonly (string | number)[] => {
    const by = (fate: Fate): number => of.filter((one) => one.fate === fate).length;
    const noticed = of.length - by('survived');
    return [
      of.length,
      by('verify'),
      by('tests'),
      by('compiler'),
      by('time'),
      by('survived'),
      `${((100 * noticed) / of.length).toFixed(1)} %`,
    ];
  };
  measured({
    title: 'Mutants',
    what: `Small mistakes made in the program at random (seed ${seed}), one at a time: noticed by verify on the small editions, else by the quick tests of the room, else by the compiler of TypeScript, or by nothing; a run that did not end in time is counted apart.`,
    columns: ['room', 'mutants', 'verify', 'tests', 'compiler', 'did not end', 'survived', 'noticed'],
    rows: [
      ...Object.keys(rooms).map((room) => [room, ...count(tried.filter((one) => one.room === room))]),
      ['all', ...count(tried)],
    ],
  });
}

const unchanged = { start: 0, end: 0, text: '', what: 'nothing' };

const isLong = process.env.OCTAVO_LONG !== undefined;

describe.skipIf(!isLong)('small mistakes in the program (only by npm run test:long)', () => {
  it('are not noticed where there are none', () => {
    const work = workplace();
    const noticed = Object.keys(rooms).filter(
      (room) => work.fateOf(room, placesOf(room)[0]!.path, unchanged) !== 'survived',
    );
    expect(noticed).toEqual([]);
  });

  it('are noticed by the proof or by a test', () => {
    const work = workplace();
    const tried = Object.keys(rooms).flatMap((room) => tryRoom(room, work));
    report(tried);
    const survived = tried.filter(({ fate }) => fate === 'survived').map(({ what }) => what);
    expect((100 * (tried.length - survived.length)) / tried.length).toBeGreaterThanOrEqual(wanted);
  });
});
