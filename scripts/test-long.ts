import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import type { Measured } from '../tests/harness/long.ts';

/**
 * Runs in full those tests of which `npm test` runs a sample (they ask `tests/harness/long.ts` or the environment for the amount), and writes what
 * they measured into docs/long-tests.md, with the date and the commit. Words on the command line choose files by their paths; then only their
 * tables are replaced.
 */

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const page = join(root, 'docs/long-tests.md');

const longFiles = (): string[] =>
  readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join('tests', path))
    .filter((path) => /OCTAVO_LONG|harness\/long/.test(readFileSync(join(root, path), 'utf8')))
    .sort();

const commit = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();

function section({ title, what, columns, rows }: Measured, when: string): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, i) => (i === 0 ? '---' : '--:'));
  const table = [line(columns), line(rule), ...rows.map(line)].join('\n');
  return `## ${title}\n\n${what}\n\n${table}\n\n${when}\n`;
}

const intro = `# Long tests

\`npm run test:long\` runs in full what \`npm test\` samples, and writes this page. Each table names the day and the commit it was measured at.
`;

/** Replaces the sections of the page that were measured again; the others stay as they are. */
function writePage(measured: readonly Measured[]): void {
  const old = existsSync(page) ? readFileSync(page, 'utf8') : intro;
  const sections = new Map<string, string>();
  for (const part of old.split(/^(?=## )/m).slice(1)) sections.set(/^## (.*)$/m.exec(part)![1]!, `${part.trimEnd()}\n`);
  const when = `Measured on ${new Date().toISOString().slice(0, 10)} at commit ${commit()}.`;
  for (const one of measured) sections.set(one.title, section(one, when));
  const texts = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  writeFileSync(page, [intro, ...texts].join('\n'));
}

const scratch = mkdtempSync(join(tmpdir(), 'octavo-long-'));
const results = join(scratch, 'results.jsonl');
process.env.OCTAVO_LONG = '1';
process.env.OCTAVO_LONG_RESULTS = results;
const words = process.argv.slice(2);
const files = longFiles().filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
const vitest = await startVitest('test', files, {
  watch: false,
  run: true,
  testTimeout: 14_400_000,
  hookTimeout: 14_400_000,
});
const modules = vitest.state.getTestModules();
const failed = modules.some((module) => module.state() === 'failed') || vitest.state.getUnhandledErrors().length > 0;
await vitest.close();
if (existsSync(results)) {
  const lines = readFileSync(results, 'utf8').trim().split('\n');
  writePage(lines.map((line) => JSON.parse(line) as Measured));
}
rmSync(scratch, { recursive: true, force: true });
process.exitCode = failed || modules.length === 0 ? 1 : 0;
