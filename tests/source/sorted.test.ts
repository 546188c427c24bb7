import { describe, expect, it } from 'vitest';
import { countBelow, countUpTo, firstNotBefore } from '../../src/source/sorted.ts';

const rising = [1, 3, 3, 3, 7];

describe('a list in ascending order', () => {
  it('is searched with the same answer as a search from the front', () => {
    for (let limit = 0; limit <= 8; limit++) {
      expect(countBelow(rising, limit)).toBe(rising.filter((n) => n < limit).length);
      expect(countUpTo(rising, limit)).toBe(rising.filter((n) => n <= limit).length);
    }
    expect(countBelow([], 1)).toBe(0);
  });

  it('is asked about a million entries twenty times', () => {
    let asked = 0;
    const found = firstNotBefore(1_000_000, (index) => {
      asked++;
      return index < 765_432;
    });
    expect(found).toBe(765_432);
    expect(asked).toBeLessThanOrEqual(20);
  });
});
