import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileXsdRegex } from '../../src/relaxng/regex/xsd-regex.ts';
import { type Chance, chance } from '../harness/chance.ts';
import { newFolder } from '../harness/scratch.ts';

const test = (pattern: string, text: string): boolean => {
  const made = compileXsdRegex(pattern);
  if (typeof made === 'string') throw new Error(`${pattern}: ${made}`);
  return made.test(text);
};

/** An expression made at random that means the same in JavaScript, when that is anchored. */
function randomPattern(random: Chance, depth: number): string {
  const atom = (): string => {
    if (depth > 0 && random.often(35)) return `(${randomPattern(random, depth - 1)})`;
    return random.pick(['a', 'b', 'c', '.', '[ab]', '[^a]', '[a-c]', '\\s', '\\.', 'é', '😀']);
  };
  const quantifier = (): string =>
    random.often(45) ? random.pick(['?', '*', '+', '{2}', '{0,2}', '{1,3}', '{2,}', '{0}']) : '';
  const branch = (): string => Array.from({ length: random.below(4) }, () => atom() + quantifier()).join('');
  return Array.from({ length: 1 + random.below(3) }, branch).join('|');
}

/** Short: JavaScript and jing try all ways, which on long texts never ends. */
const randomText = (random: Chance): string =>
  random.often(15)
    ? random.pick(['a', 'b']).repeat(random.below(11))
    : Array.from({ length: random.below(9) }, () => random.pick(['a', 'b', 'c', '.', ' ', 'é', '😀'])).join('');

describe('Regular expressions of schemas', () => {
  it('agree with those of JavaScript in 4,000 expressions made at random', () => {
    const random = chance(20);
    const unlike: string[] = [];
    for (let i = 0; i < 4000; i++) {
      const pattern = randomPattern(random, 2);
      const other = new RegExp(`^(?:${pattern})$`, 'v');
      const own = compileXsdRegex(pattern);
      for (let k = 0; k < 12; k++) {
        const text = randomText(random);
        if (typeof own === 'string' || own.test(text) !== other.test(text)) unlike.push(`${pattern} on “${text}”`);
      }
    }
    expect(unlike).toEqual([]);
  });

  it('agree with those of JavaScript where they count far', () => {
    const random = chance(21);
    const unlike: string[] = [];
    for (let i = 0; i < 400; i++) {
      const part = (): string =>
        random.pick(['a', '[ab]', '.', 'b']) + random.pick(['{17,30}', '{18,}', '{0,20}', '?', '*']);
      const pattern = `${part()}${part()}(${part()})?`;
      const text = Array.from({ length: random.below(70) }, () => (random.often(90) ? 'a' : 'b')).join('');
      if (test(pattern, text) !== new RegExp(`^(?:${pattern})$`, 'v').test(text))
        unlike.push(`${pattern} on “${text}”`);
    }
    expect(unlike).toEqual([]);
  });

  it('take time in proportion to the text, however they nest their repetitions', () => {
    const text = 'a'.repeat(200_000);
    for (const pattern of [
      '(a+)+b',
      '(a*)*b',
      '(a|a)*b',
      '(a|aa)+b',
      '(.*a){12}b',
      '([a-z]+)*\\d',
      '(a?){40}a{40}b',
      '(a{1,100}){1,100}b',
    ]) {
      expect(test(pattern, text), pattern).toBe(false);
    }
    expect(test('(a+)+b', `${text}b`)).toBe(true);
  });

  it('count a single class as far as somebody likes', () => {
    expect(test('[a-z]{1,100000}', 'a'.repeat(100_000))).toBe(true);
    expect(test('[a-z]{1,100000}', 'a'.repeat(100_001))).toBe(false);
    expect(test('a{1000,}b', `${'a'.repeat(999)}b`)).toBe(false);
    expect(test('a{1000,}b', `${'a'.repeat(5000)}b`)).toBe(true);
    expect(test('(a{20,30}b?)+', 'a'.repeat(31))).toBe(false);
    expect(test('(a{20,30}b?)+', 'a'.repeat(40))).toBe(true);
    expect(test('(a{20,30}b?)+', `${'a'.repeat(25)}b${'a'.repeat(65)}`)).toBe(true);
    expect(test('a*a{20,30}', 'a'.repeat(1000))).toBe(true);
  });

  it('that would need too large a machine are refused, and say why', () => {
    for (const pattern of ['(ab){1,100000}', '(((a{9}b){99}){99}){99}', '((){100000}){100000}'])
      expect(compileXsdRegex(pattern), pattern).toMatch(/repeats too much/);
    expect(compileXsdRegex('('.repeat(5000) + ')'.repeat(5000))).toMatch(/nested more than/);
    expect(compileXsdRegex('[a-['.repeat(5000))).toMatch(/nested more than|goes wrong/);
  });

  it('know names, digits, words, categories and blocks by code point', () => {
    expect(test('\\i\\c*', 'a-1:x')).toBe(true);
    expect(test('\\i', '-')).toBe(false);
    expect(test('\\I+', '-1 ')).toBe(true);
    expect(test('[\\i-[:]][\\c-[:]]*', 'é·b')).toBe(true);
    expect(test('\\p{Lu}\\P{Lu}+', 'Äb1')).toBe(true);
    expect(test('\\p{IsBasicLatin}+', 'abc')).toBe(true);
    expect(test('\\P{IsBasicLatin}+', 'é😀')).toBe(true);
    expect(test('.{2}', '😀😀')).toBe(true);
    expect(test('[a-z-[aeiou-[e]]]+', 'bed')).toBe(true);
    expect(test('[a-z-[aeiou-[e]]]+', 'bad')).toBe(false);
  });
});

function hasJing(): boolean {
  try {
    execFileSync('jing', [], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== 'ENOENT';
  }
}

const escape = (text: string): string => text.replace(/[&<"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Fifty in a box: jing goes into a row of thousands so deeply that it fails. */
const boxed = (items: readonly string[], box: (inner: string, k: number) => string): string =>
  Array.from({ length: Math.ceil(items.length / 50) }, (_, k) =>
    box(items.slice(k * 50, k * 50 + 50).join(''), k),
  ).join('');

/** Which of these pairs jing takes, in one run: an element of its own for each. */
function takenByJing(pairs: readonly (readonly [pattern: string, text: string])[]): boolean[] {
  const types = pairs.map(
    ([pattern], i) =>
      `<element name="e${i}"><data type="string"><param name="pattern">${escape(pattern)}</param></data></element>`,
  );
  const folder = newFolder({
    's.rng': `<element name="r" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">${boxed(types, (inner, k) => `<element name="g${k}">${inner}</element>`)}</element>`,
  });
  const document = join(folder, 'd.xml');
  const elements = pairs.map(([, text], i) => `\n<e${i}>${escape(text)}</e${i}>`);
  writeFileSync(document, `<r>${boxed(elements, (inner, k) => `<g${k}>${inner}</g${k}>`)}</r>`);
  let said = '';
  try {
    execFileSync('jing', [join(folder, 's.rng'), document], { encoding: 'utf8', maxBuffer: 1 << 26 });
  } catch (error) {
    said = (error as { stdout: string }).stdout;
    if (said === '' || /fatal|Exception|s\.rng/.test(said)) throw new Error(said, { cause: error });
  }
  const refused = new Set([...said.matchAll(/d\.xml:(\d+):/g)].map((match) => Number(match[1]) - 2));
  return pairs.map((_, i) => !refused.has(i));
}

describe('jing', () => {
  const ready = hasJing();
  it.skipIf(!ready)(
    `gives the same answer to 3,000 pairs of expression and text${ready ? '' : ' (skipped: jing is not installed)'}`,
    () => {
      const random = chance(7);
      const pairs: [string, string][] = [
        ['[\\i-[:]][\\c-[:]]*', 'a1'],
        ['\\w+', 'a_1'],
        ['\\w+', 'a-1'],
        ['\\d+', '١٢'],
        ['\\p{IsGreek}+', 'αβγ'],
        ['\\p{IsBasicLatin}*', 'abc'],
        ['[\\p{L}-[a-z]]+', 'AÉ'],
        ['\\S+', 'a.b'],
        ['(a+)+b', 'aaab'],
        ['\\c+', 'é·b'],
      ];
      for (let i = 0; i < 3000; i++) pairs.push([randomPattern(random, 2), randomText(random)]);
      const taken = takenByJing(pairs);
      const unlike = pairs.filter(([pattern, text], i) => test(pattern, text) !== taken[i]);
      expect(unlike).toEqual([]);
      expect(taken.filter(Boolean).length).toBeGreaterThan(300);
    },
  );
});
