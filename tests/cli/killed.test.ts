import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { chance } from '../harness/chance.ts';
import { contentsOf, differences } from '../harness/folder-state.ts';
import { letters } from '../harness/letters.ts';
import { amount, measured } from '../harness/long.ts';
import { begin, ended, octavo } from '../harness/octavo.ts';
import { root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** Commands are killed (SIGKILL) at any moment of their run: what was there is whole, or what was to come is, and the next run succeeds. */

const luck = chance(9);

/** Starts a command and kills it after part of the time that it took when it was left alone; whether it was still running. */
async function killed(words: readonly string[], cwd: string, milliseconds: number): Promise<boolean> {
  const child = begin(words, { cwd });
  const end = ended(child);
  await Promise.race([sleep(luck.below(Math.max(1, Math.round(milliseconds * 1.1)))), end]);
  const wasRunning = child.exitCode === null && child.signalCode === null;
  child.kill('SIGKILL');
  await end;
  return wasRunning;
}

/** How long a command takes on this machine now, in milliseconds. */
async function duration(words: readonly string[], cwd: string): Promise<number> {
  const start = performance.now();
  await ended(begin(words, { cwd }));
  return performance.now() - start;
}

const report = (command: string, runs: number, running: number): void =>
  measured({
    title: `Kills of ${command}`,
    what: `\`octavo ${command}\` was killed at a random moment. Each time the files were the old or the new ones, complete, and the next run succeeded.`,
    columns: ['runs', 'killed while running', 'damaged'],
    rows: [[runs, running, 0]],
  });

describe('A command that is killed', () => {
  it('leaves the old edition or the new one, never parts of both: build', async () => {
    const cwd = newFolder();
    const source = join(cwd, 'a.xml');
    const versions = [letters(30), letters(30).replaceAll('The words of letter', 'Other words of letter')];
    const editions = versions.map((text, i) => {
      writeFileSync(source, text);
      const out = join(newFolder(), 'dist');
      expect(octavo(['build', '--quiet', '--out', out], { cwd }).code, String(i)).toBe(0);
      return contentsOf(out);
    });
    const runs = amount(8, 60);
    let running = 0;
    const dist = join(cwd, 'dist');
    writeFileSync(source, versions[0]!);
    const time = await duration(['build', '--quiet'], cwd);
    for (let i = 0; i < runs; i++) {
      writeFileSync(source, versions[(i + 1) % 2]!);
      if (await killed(['build', '--quiet'], cwd, time)) running++;
      // A kill between the two renames leaves the old edition next to its place; the next command puts it back.
      expect(octavo(['verify', '--quiet'], { cwd }).code).toBeLessThan(2);
      rmSync(join(dist, 'proof.json'), { force: true });
      const now = contentsOf(dist);
      const same = editions.some((edition) => differences(edition, now).length === 0);
      expect(same, `after kill ${i}`).toBe(true);
      expect(octavo(['build', '--quiet'], { cwd }).code).toBe(0);
      expect(differences(editions[(i + 1) % 2]!, contentsOf(dist))).toEqual([]);
      const left = readdirSync(cwd).filter((name) => name.startsWith('.'));
      expect(left).toEqual([]);
    }
    expect(running).toBeGreaterThan(0);
    report('build', runs, running);
  });

  it('leaves each file as it was or fixed: validate --fix', async () => {
    const broken = letters(400).replaceAll('&amp;', '&').replace(/<p>/g, '<p >').replace('</p>', '</p >');
    const mistaken = broken.replaceAll('type="document"', 'type=document');
    const cwd = newFolder({ 'a.xml': mistaken });
    const words = ['validate', 'a.xml', '--fix', '--quiet'];
    const time = await duration(words, cwd);
    const fixed = readFileSync(join(cwd, 'a.xml'), 'utf8');
    expect(fixed).not.toBe(mistaken);
    const runs = amount(8, 60);
    let running = 0;
    for (let i = 0; i < runs; i++) {
      writeFileSync(join(cwd, 'a.xml'), mistaken);
      if (await killed(words, cwd, time)) running++;
      const now = readFileSync(join(cwd, 'a.xml'), 'utf8');
      expect(now === mistaken || now === fixed, `after kill ${i}`).toBe(true);
      octavo(words, { cwd });
      expect(readFileSync(join(cwd, 'a.xml'), 'utf8')).toBe(fixed);
    }
    expect(running).toBeGreaterThan(0);
    report('validate --fix', runs, running);
  });

  it('leaves complete TEI or none, and the texts as they were: import', async () => {
    const built = newFolder();
    expect(
      octavo(['build', join(root, 'tei'), '--formats', 'text', '--text-dialect', 'web', '--out', join(built, 'web')])
        .code,
    ).toBe(0);
    const text = readFileSync(join(built, 'web/text/d194.txt'), 'utf8');
    const cwd = newFolder();
    const names = Array.from({ length: 12 }, (_, i) => `d${i}`);
    for (const name of names) writeFileSync(join(cwd, `${name}.txt`), text);
    const words = ['import', ...names.map((name) => `${name}.txt`), '--to', 'tei', '--quiet'];
    const time = await duration(words, cwd);
    const whole = contentsOf(join(cwd, 'tei'));
    const runs = amount(8, 60);
    let running = 0;
    for (let i = 0; i < runs; i++) {
      rmSync(join(cwd, 'tei'), { recursive: true });
      mkdirSync(join(cwd, 'tei'));
      if (await killed(words, cwd, time)) running++;
      const left = Object.entries(contentsOf(join(cwd, 'tei'))).filter(([name]) => /\.(?:xml|json)$/.test(name));
      expect(
        left.filter(([name, sum]) => whole[name] !== sum).map(([name]) => name),
        `after kill ${i}`,
      ).toEqual([]);
      for (const name of names) expect(readFileSync(join(cwd, `${name}.txt`), 'utf8')).toBe(text);
      expect(octavo(words, { cwd }).code).toBeLessThan(2);
      expect(differences(whole, contentsOf(join(cwd, 'tei')))).toEqual([]);
    }
    expect(existsSync(join(cwd, 'tei/d0.xml'))).toBe(true);
    expect(running).toBeGreaterThan(0);
    report('import', runs, running);
  });
});
