import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startEditor } from './editor.ts';

const volume = resolve(import.meta.dirname, '../../../shared/corpus/frus/frus1969-76v12.xml');

/** No test of speed (docs/how-to/editors.md has the figures): only that nobody waits for what goes on without end. */
const limit = 10_000;

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;

describe.skipIf(!existsSync(volume))('a volume of 2.7 MB (skipped where ../shared/corpus is missing)', () => {
  it('gets its findings and its completion while somebody types in its middle', async () => {
    const editor = await startEditor(['--level', 'exchange']);
    const text = readFileSync(volume, 'utf8');
    const uri = await editor.open(volume, text);
    await editor.diagnostics(uri, 1, (all) => all.length > 0);
    await sleep(1500);
    const lines = text.split('\n');
    const line = lines.findIndex((one, i) => i > lines.length / 2 && /<p>\w/.test(one));
    let character = lines[line]!.indexOf('<p>') + 3;
    const found: number[] = [];
    const offered: number[] = [];
    let version = 1;
    for (const key of '<persName corresp="#p_">Ada</persName>, <nonsense/>') {
      const place = { line, character };
      const begin = performance.now();
      await editor.change(uri, ++version, [{ range: { start: place, end: place }, text: key }]);
      character++;
      const items = await editor.complete(uri, { line, character });
      offered.push(performance.now() - begin);
      if (key === '<') expect(items.length).toBeGreaterThan(50);
      await editor.diagnostics(uri, version);
      found.push(performance.now() - begin);
      await sleep(40);
    }
    const last = await editor.diagnostics(uri, version);
    expect(last.filter(({ severity }) => severity === 1)).toHaveLength(1);
    const told = `completion ${median(offered).toFixed(0)} ms, completion and findings ${median(found).toFixed(0)} ms`;
    expect(median(offered), told).toBeLessThan(limit);
    expect(median(found), told).toBeLessThan(limit);
    expect(await editor.leave()).toBe(0);
  });
});
