import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { type Cache, openCache, openCacheIn } from '../../src/work/cache.ts';
import { sha256 } from '../../src/work/hash.ts';
import { contentsOf, differences } from '../harness/folder-state.ts';
import { letters } from '../harness/letters.ts';
import { newFolder } from '../harness/scratch.ts';

/** The cache gives back what was put into it, or nothing. */

const bytes = (text: string): Uint8Array[] => [Buffer.from(text)];
const text = (cache: Cache, key: string): string | undefined => cache.readBytes(key)?.toString('utf8');

function change(file: string, from: string, to: string): void {
  const content = readFileSync(file, 'latin1');
  expect(content).toContain(from);
  writeFileSync(file, content.replace(from, to), 'latin1');
}

describe('an entry of the cache', () => {
  it('comes back in the same run, after a kill, and from the next build', () => {
    const folder = join(newFolder(), 'c');
    const cache = openCacheIn(folder);
    cache.writeBytes('k1', bytes('one'));
    cache.write('k2', { two: 2 });
    expect([text(cache, 'k1'), cache.read('k2')]).toEqual(['one', { two: 2 }]);
    expect(text(openCacheIn(folder), 'k1')).toBe('one');
    cache.finish('last', new Set(['k1', 'k2']));
    const next = openCacheIn(folder);
    expect([next.readIndex(), text(next, 'k1'), next.read('k2'), text(next, 'k3')]).toEqual([
      'last',
      'one',
      { two: 2 },
      undefined,
    ]);
  });

  it('that is damaged in its bytes, its key or its length counts as missing and can be made again', () => {
    for (const [from, to] of [
      ['one', 'oNe'],
      ['k1 3', 'k9 3'],
      ['k1 3', 'k1 2'],
    ] as const) {
      const folder = join(newFolder(), 'c');
      const cache = openCacheIn(folder);
      cache.writeBytes('k1', bytes('one'));
      cache.writeBytes('k2', bytes('two'));
      cache.finish(1, new Set(['k1', 'k2']));
      change(join(folder, 'pack'), from, to);
      const next = openCacheIn(folder);
      expect([text(next, 'k1'), text(next, 'k2')]).toEqual([undefined, 'two']);
      next.writeBytes('k1', bytes('one'));
      next.finish(2, new Set(['k1', 'k2']));
      expect(text(openCacheIn(folder), 'k1')).toBe('one');
    }
  });

  it('is found without its index, where that is damaged', () => {
    const folder = join(newFolder(), 'c');
    const cache = openCacheIn(folder);
    cache.writeBytes('k1', bytes('one'));
    cache.finish('good', new Set(['k1']));
    change(join(folder, 'index'), 'good', 'evil');
    const next = openCacheIn(folder);
    expect([next.readIndex(), text(next, 'k1')]).toEqual([undefined, 'one']);
  });

  it('that was written to its half is passed over, and what follows is found', () => {
    const folder = join(newFolder(), 'c');
    openCacheIn(folder).finish(1, new Set());
    const cache = openCacheIn(folder);
    cache.writeBytes('k1', bytes('one'));
    text(cache, 'k1');
    writeFileSync(join(folder, 'pack'), 'k2 900 torn', { flag: 'a' });
    const next = openCacheIn(folder);
    expect(text(next, 'k1')).toBe('one');
    next.writeBytes('k3', bytes('three'));
    expect(text(next, 'k3')).toBe('three');
    const third = openCacheIn(folder);
    expect([text(third, 'k1'), text(third, 'k3')]).toEqual(['one', 'three']);
  });

  it('is after the first 2 GiB of a pack like anywhere else', () => {
    const folder = newFolder({ pack: '' });
    const size = 2 ** 31 + 4096;
    const fd = openSync(join(folder, 'pack'), 'r+');
    ftruncateSync(fd, size);
    closeSync(fd);
    const index = JSON.stringify({ size, places: {}, value: 'large' });
    writeFileSync(join(folder, 'index'), `${sha256(index)}\n${index}`);
    const cache = openCacheIn(folder);
    cache.writeBytes('k1', bytes('one'));
    expect(text(cache, 'k1')).toBe('one');
    expect(statSync(join(folder, 'pack')).size).toBeGreaterThan(size);
    const next = openCacheIn(folder);
    expect([next.readIndex(), text(next, 'k1')]).toEqual(['large', 'one']);
    next.finish('small', new Set(['k1']));
    expect(statSync(join(folder, 'pack')).size).toBeLessThan(200);
    expect(text(openCacheIn(folder), 'k1')).toBe('one');
  });

  it('that is larger than a buffer may be is not kept, and the others are', () => {
    const folder = join(newFolder(), 'c');
    const cache = openCacheIn(folder, undefined, 10);
    cache.writeBytes('k1', bytes('one'));
    cache.writeBytes('k2', [...bytes('123456'), ...bytes('78901')]);
    cache.writeBytes('k3', [...bytes('12345'), ...bytes('67890')]);
    const tooLarge = {
      toJSON: () => {
        throw new RangeError('Invalid string length');
      },
    };
    cache.write('k4', tooLarge);
    const again = openCacheIn(folder);
    expect(['k1', 'k2', 'k3', 'k4'].map((key) => text(cache, key))).toEqual([
      'one',
      undefined,
      '1234567890',
      undefined,
    ]);
    expect(['k1', 'k2', 'k3', 'k4'].map((key) => text(again, key))).toEqual([
      'one',
      undefined,
      '1234567890',
      undefined,
    ]);
  });

  it('is never another one, where two builds write at the same time', () => {
    const folder = join(newFolder(), 'c');
    const [a, b] = [openCacheIn(folder), openCacheIn(folder)];
    const keys = Array.from({ length: 50 }, (_, i) => `k${i}`);
    keys.forEach((key, i) => {
      const one = i % 2 === 0 ? a : b;
      one.writeBytes(key, bytes(`content of ${key}`.repeat(i + 1)));
      if (i % 3 === 0) text(one, key);
    });
    a.finish(1, new Set(keys.slice(0, 10)));
    b.finish(2, new Set(keys));
    for (const cache of [a, b, openCacheIn(folder)])
      keys.forEach((key, i) => expect([undefined, `content of ${key}`.repeat(i + 1)]).toContain(text(cache, key)));
    expect(keys.filter((key) => text(openCacheIn(folder), key) !== undefined).length).toBeGreaterThan(0);
  });
});

describe('the cache of builds', () => {
  const before = process.env.OCTAVO_CACHE!;
  beforeEach(() => {
    process.env.OCTAVO_CACHE = newFolder();
  });
  afterEach(() => {
    process.env.OCTAVO_CACHE = before;
  });
  const packFile = (name = 'pack'): string => {
    const all = process.env.OCTAVO_CACHE!;
    return join(all, readdirSync(all)[0]!, name);
  };

  it('heals itself where a letter of it has changed', async () => {
    const folder = newFolder({ 'a.xml': letters(3) });
    const out = join(newFolder(), 'dist');
    await build({ path: folder, out, check: false });
    const good = contentsOf(out);
    change(packFile(), 'words of letter 2', 'words of letter 9');
    rmSync(out, { recursive: true });
    await build({ path: folder, out, check: false });
    expect(differences(contentsOf(out), good)).toEqual([]);
  });

  it('is not used where verify has found the edition damaged, and the next build makes it new', async () => {
    const folder = newFolder({ 'a.xml': letters(3) });
    const out = join(newFolder(), 'dist');
    await build({ path: folder, out, check: false });
    const good = contentsOf(out);
    // An index that claims the damaged file as its own, as a build with a damaged disk might have left it.
    const path = join(out, 'text/d2.txt');
    change(path, 'letter', 'litter');
    const index = readFileSync(packFile('index'), 'utf8').slice(65);
    const { size, mtimeMs, ctimeMs } = statSync(path);
    const damaged = JSON.parse(index) as { value: { files: Record<string, object> } };
    Object.assign(damaged.value.files['text/d2.txt']!, { size, changed: mtimeMs, touched: ctimeMs });
    writeFileSync(packFile('index'), `${sha256(JSON.stringify(damaged))}\n${JSON.stringify(damaged)}`);
    expect((await build({ path: folder, out, check: false })).unchanged).toBe(true);
    expect((await verify({ path: folder, out })).result).toBe('something lost');
    expect((await build({ path: folder, out, check: false })).unchanged).toBe(false);
    expect(differences(contentsOf(out), good)).toEqual([]);
    expect((await verify({ path: folder, out })).result).toBe('nothing lost');
  });

  it('goes when its edition has gone', () => {
    const folder = newFolder();
    openCache(folder, 'a').finish(1, new Set());
    const [name] = readdirSync(process.env.OCTAVO_CACHE!);
    rmSync(folder, { recursive: true });
    openCache(newFolder(), 'b').finish(1, new Set());
    expect(existsSync(join(process.env.OCTAVO_CACHE!, name!))).toBe(false);
    expect(readdirSync(process.env.OCTAVO_CACHE!)).toHaveLength(1);
  });
});
