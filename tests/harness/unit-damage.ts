import { expect, it } from 'vitest';

/** A change to a file of a built unit, and what the sentence about it must name. */
export type UnitDamage = readonly [what: string, from: string | RegExp, to: string, says: RegExp];

/** Tests that a file is found whole, and that each change to it is found. `losses`: the sentences of the proof about a content. */
export function findsDamage(
  written: string,
  damages: readonly UnitDamage[],
  losses: (content: string) => readonly string[],
): void {
  it('that is whole is found whole', () => {
    expect(losses(written)).toEqual([]);
  });

  it.each(damages)('%s', (_, from, to, says) => {
    const damaged = written.replace(from, to);
    expect(damaged).not.toBe(written);
    expect(losses(damaged).join('\n')).toMatch(says);
  });
}
