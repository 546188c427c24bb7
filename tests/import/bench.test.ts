/** Three hundred published documents against their gold facts, judged by a scorer that knows nothing of this program. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { imported } from './reading.ts';

const bench = path.resolve(import.meta.dirname, '../../../shared/import-bench');
const python = spawnSync('python3', ['--version']).status === 0;
const out = mkdtempSync(path.join(tmpdir(), 'octavo-bench-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

interface Scores {
  readonly overall: number;
  readonly total: Readonly<Record<string, { readonly f: number; readonly found: number; readonly gold: number }>>;
  readonly documents: readonly { readonly perfect: boolean; readonly text: { readonly missing: number } }[];
}

/** Slightly below what is measured; see docs/import.md for the figures. */
const least: Readonly<Record<string, number>> = {
  'anchors+number': 0.997,
  'note texts': 0.999,
  pages: 0.999,
  number: 0.999,
  title: 0.995,
  paragraphs: 0.998,
  items: 0.99,
  heads: 0.99,
  'letter parts': 0.98,
  cells: 0.9,
  'place/date': 0.96,
};

describe.skipIf(!existsSync(bench) || !python)(
  'the benchmark of published texts (skipped where ../shared/import-bench or python3 is missing)',
  () => {
    const dev = path.join(bench, 'dev');
    const names = existsSync(dev) ? readdirSync(dev).filter((f) => f.endsWith('.txt')) : [];
    let words = 0;
    let flags = 0;
    const flagged: Record<string, unknown[]> = {};
    const refused: string[] = [];
    for (const name of python ? names : []) {
      const text = readFileSync(path.join(dev, name), 'utf8');
      const { tei, findings, decisions } = imported(text, {}, name);
      words += text.split(/\s+/).length;
      flags += findings.filter((f) => f.severity === 'review').length;
      flagged[name.replace('.txt', '')] = decisions.flatMap(({ key, kind, ask }) => {
        const span = findings.find((f) => f.severity === 'review' && f.fix?.includes(key))?.span;
        return span ? [{ kind, ask, start: span.start.offset, end: span.end.offset }] : [];
      });
      if (tei === undefined) refused.push(name);
      else writeFileSync(path.join(out, name.replace('.txt', '.xml')), tei);
    }

    it('refuses no document, so none lost a character', () => {
      expect(refused).toEqual([]);
    });

    it('asks a person at most once in five hundred words', () => {
      expect(words / flags).toBeGreaterThan(500);
    });

    it('has flagged nine of ten errors that remain', () => {
      const json = path.join(out, 'flags.json');
      writeFileSync(json, JSON.stringify(flagged));
      const count = path.resolve(import.meta.dirname, '../../bench/import-flags.py');
      const told = execFileSync('python3', [count, bench, dev, out, json], { encoding: 'utf8' });
      const [, errors, hits] = /^(\d+) errors remain, (\d+) of them flagged/.exec(told)!.map(Number);
      expect(hits! / Math.max(1, errors!), told).toBeGreaterThanOrEqual(0.9);
    }, 120_000);

    it('reaches the figures of the issue', () => {
      const json = path.join(out, 'scores.json');
      execFileSync('python3', [path.join(bench, 'score.py'), '--batch', dev, out, '--json', json], { stdio: 'ignore' });
      const scores = JSON.parse(readFileSync(json, 'utf8')) as Scores;
      for (const [name, value] of Object.entries(least))
        expect(scores.total[name]!.f, name).toBeGreaterThanOrEqual(value);
      expect(scores.overall).toBeGreaterThanOrEqual(0.997);
      const perfect = scores.documents.filter((d) => d.perfect).length;
      expect(perfect / scores.documents.length).toBeGreaterThanOrEqual(0.97);
      expect(scores.documents.filter((d) => d.text.missing > 0)).toEqual([]);
    }, 120_000);
  },
);
