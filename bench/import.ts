/**
 * Measures the import of published plain text: `npx tsx bench/import.ts [FOLDER]`, by default the benchmark next to the
 * repository. Writes the TEI to a temporary folder, times it, lets the benchmark's own scorer judge, and
 * counts how many of the errors that remain were flagged. The score comes in two parts: volumes whose texts were
 * looked at while the importer was written, and volumes whose texts were not.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importText } from '../src/import/import-text.ts';
import { sourceText } from '../src/source/text.ts';

const bench = path.resolve(import.meta.dirname, '../../shared/import-bench');

/** Volumes nobody read while building; only their scores were seen. */
const unread = new Set([
  'frus1952-54v01p1',
  'frus1955-57v09',
  'frus1958-60v05',
  'frus1958-60v17',
  'frus1964-68v02',
  'frus1964-68v16',
  'frus1969-76v20',
]);

const dev = process.argv[2] ?? path.join(bench, 'dev');
if (!existsSync(dev)) {
  console.log(`There is no benchmark at ${dev}; nothing was measured.`);
  process.exit(0);
}

const work = mkdtempSync(path.join(tmpdir(), 'octavo-bench-'));
const tei = path.join(work, 'tei');
mkdirSync(tei);

const names = readdirSync(dev).filter((f) => f.endsWith('.txt'));
const texts = names.map((name) => sourceText(name, readFileSync(path.join(dev, name), 'utf8')));
const started = process.cpuUsage();
const results = texts.map((source) => importText(source));
const { user, system } = process.cpuUsage(started);
let words = 0;
let flags = 0;
const flagged: Record<string, unknown[]> = {};
results.forEach((result, i) => {
  words += texts[i]!.text.split(/\s+/).length;
  flagged[names[i]!.replace('.txt', '')] = result.decisions.flatMap((d) => {
    const span = result.findings.find((f) => f.severity === 'review' && f.fix?.includes(d.key))?.span;
    return span ? [{ kind: d.kind, ask: d.ask, start: span.start.offset, end: span.end.offset }] : [];
  });
  flags += result.findings.filter((f) => f.severity === 'review').length;
  if (result.tei) writeFileSync(path.join(tei, names[i]!.replace('.txt', '.xml')), result.tei);
});
console.log(`${names.length} documents, ${words} words, ${((user + system) / 1e6).toFixed(2)} s of CPU`);
console.log(`${flags} places to review, one in ${Math.round(words / Math.max(1, flags))} words`);
console.log(`${results.filter((r) => !r.tei).length} documents refused`);

const flagsFile = path.join(work, 'flags.json');
writeFileSync(flagsFile, JSON.stringify(flagged));
const count = path.join(import.meta.dirname, 'import-flags.py');
console.log(spawnSync('python3', [count, bench, dev, tei, flagsFile], { encoding: 'utf8' }).stdout.trimEnd());

for (const [title, chosen] of [
  ['volumes that were read while building', (name: string) => !unread.has(name.replace(/-d\w+\.txt$/, ''))],
  ['volumes that were never read', (name: string) => unread.has(name.replace(/-d\w+\.txt$/, ''))],
] as const) {
  const gold = path.join(work, title.replace(/\W+/g, '-'));
  mkdirSync(gold);
  for (const name of names.filter(chosen)) {
    const file = name.replace('.txt', '.gold.json');
    if (existsSync(path.join(dev, file))) copyFileSync(path.join(dev, file), path.join(gold, file));
  }
  if (readdirSync(gold).length === 0) continue;
  const { stdout } = spawnSync('python3', [path.join(bench, 'score.py'), '--batch', gold, tei], { encoding: 'utf8' });
  console.log(`\n${title}\n${stdout}`);
}
rmSync(work, { recursive: true, force: true });
