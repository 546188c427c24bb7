import { expect, it } from 'vitest';
import { impossibleDate } from '../../src/relaxng/explain/dates-in-words.ts';

it('a date that does not exist is told why', () => {
  expect(impossibleDate('1901-02-29')).toBe('February 1901 has 28 days');
  expect(impossibleDate('1904-02-29')).toBeUndefined();
  expect(impossibleDate('1962-13')).toBe('there is no month 13');
  expect(impossibleDate('1962-10-00')).toBe('there is no day 0');
  expect(impossibleDate('1962-10')).toBeUndefined();
  expect(impossibleDate('26 October')).toBeUndefined();
});
