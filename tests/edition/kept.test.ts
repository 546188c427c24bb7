import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newHold } from '../../src/edition/hold.ts';
import { foundDamaged } from '../../src/edition/last-proof.ts';
import { fileMemory, filesKey, isUntouched, rememberedBuild } from '../../src/edition/record.ts';
import type { ReadingNode } from '../../src/model/reading.ts';
import type { Cache } from '../../src/work/cache.ts';
import { sha256 } from '../../src/work/hash.ts';
import { noCache } from '../harness/edition.ts';
import { newFolder } from '../harness/scratch.ts';

/** What is kept from one build to the next, and what of it may be used again. */

const tree: ReadingNode = { kind: 'section', tei: 'div', children: ['words'] };

/** A cache in memory. */
function cacheInMemory(): Cache & { readonly keys: () => string[] } {
  const kept = new Map<string, unknown>();
  return {
    ...noCache,
    read: (key) => kept.get(key),
    write: (key, value) => void kept.set(key, value),
    keys: () => [...kept.keys()],
  };
}

describe('a file of the built edition', () => {
  const folder = newFolder({ 'a.html': 'words' });
  const memory = fileMemory(folder, 'a.html', sha256(Buffer.from('words')));

  it('is as the build left it where its times and its size are, or else its bytes', () => {
    expect(isUntouched(folder, 'a.html', memory)).toBe(true);
    utimesSync(join(folder, 'a.html'), 1, 1);
    expect(isUntouched(folder, 'a.html', memory)).toBe(true);
  });

  it('is not where it has other bytes, as many or more', () => {
    writeFileSync(join(folder, 'a.html'), 'swords');
    expect(isUntouched(folder, 'a.html', memory)).toBe(false);
    writeFileSync(join(folder, 'a.html'), 'sword');
    expect(isUntouched(folder, 'a.html', memory)).toBe(false);
  });

  it('is not where it is gone, or nothing is known of it', () => {
    expect(isUntouched(folder, 'b.html', memory)).toBe(false);
    expect(isUntouched(folder, 'a.html', undefined)).toBe(false);
  });

  it('is read where only one of its times has changed', () => {
    const other = { ...fileMemory(folder, 'a.html', 'of other bytes') };
    expect(isUntouched(folder, 'a.html', other)).toBe(true);
    expect(isUntouched(folder, 'a.html', { ...other, changed: 0 })).toBe(false);
    expect(isUntouched(folder, 'a.html', { ...other, touched: 0 })).toBe(false);
  });
});

describe('the last build', () => {
  it('is remembered by the program that built, and by no other', () => {
    const cache: Cache = { ...noCache, readIndex: () => ({ program: 'one' }) };
    expect(rememberedBuild(cache, 'one')).toEqual({ program: 'one' });
    expect(rememberedBuild(cache, 'two')).toBeUndefined();
    expect(rememberedBuild(noCache, 'one')).toBeUndefined();
  });

  it('is not used where verify has found it damaged', () => {
    const proven = (text: string): string => newFolder({ 'proof.json': text });
    expect(foundDamaged(proven('{"result":"something lost"}'))).toBe(true);
    expect(foundDamaged(proven('{"result":"nothing lost"}'))).toBe(false);
    expect(foundDamaged(proven('null'))).toBe(false);
    expect(foundDamaged(proven('{'))).toBe(false);
    expect(foundDamaged(newFolder())).toBe(false);
    const odd = newFolder();
    mkdirSync(join(odd, 'proof.json'));
    expect(foundDamaged(odd)).toBe(false);
  });
});

describe('reading trees', () => {
  it('of a small edition are in memory until they are used', () => {
    const cache = cacheInMemory();
    const hold = newHold(8_000_000, cache);
    hold.put('k', { reading: tree });
    expect([hold.lasting, cache.keys()]).toEqual([false, []]);
    expect([hold.take('k'), hold.take('k')]).toEqual([{ reading: tree }, undefined]);
  });

  it('of a large edition are in the cache, where a build that was killed leaves them, apart from the files of the unit', () => {
    const cache = cacheInMemory();
    const hold = newHold(8_000_001, cache);
    hold.put('k', { reading: tree });
    expect([hold.lasting, cache.keys().length]).toEqual([true, 1]);
    expect(cache.keys()).not.toContain(filesKey('k'));
    expect(newHold(8_000_001, cache).take('k')).toEqual({ reading: tree });
    expect(hold.take('other')).toBeUndefined();
  });
});
