import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { octavo } from '../harness/octavo.ts';
import { hasCorpus, needsCorpus, root, volume12 } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** The programs that the documentation shows to users of Python and R, run as they are. */

const page = readFileSync(join(root, 'docs/how-to/use-the-data.md'), 'utf8');
const programs = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^\`]*)\`\`\``, 'gm'))].map(([, program]) => program!);

/** Debian’s Python, which has Debian’s pandas. */
const python = '/usr/bin/python3';
const hasPandas = spawnSync(python, ['-c', 'import pandas']).status === 0;
const hasR = spawnSync('Rscript', ['--version']).status === 0;

describe.skipIf(!hasCorpus)(`the documented programs, with vol. XII${needsCorpus}`, () => {
  let folder: string;
  const run = (program: string, ...words: string[]): string => {
    const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    return stdout;
  };
  beforeAll(() => {
    folder = newFolder();
    octavo(['build', volume12, '--formats', 'text,data-package', '--quiet', '--out', join(folder, 'dist')]);
  });

  it('are four in Python and one in R', () => {
    expect([programs('python').length, programs('r').length]).toEqual([4, 1]);
  });

  it.skipIf(!hasPandas)('run in Python (skipped where pandas is not installed)', () => {
    const [names, pages, letters, manifest] = programs('python').map((program) => run(python, '-c', program));
    expect(names).toMatch(/^name\nDobrynin, Anatoliy F\. +1334\nKissinger, Henry A\. +852\n/);
    expect(pages).toMatch(/^733 2\d{5}\n$/);
    expect(letters).toMatch(/1969\.0 +\d+\n1970\.0 +\d+\n/);
    expect(manifest).toContain('d8 1969-01-29 Notes From Lunch');
  });

  it.skipIf(!hasR)('run in R (skipped where it is not installed)', () => {
    expect(run('Rscript', '-e', programs('r')[0]!)).toMatch(/Dobrynin[\s\S]*\b1334\b[\s\S]*\b852\b/);
  });

  it.skipIf(!hasPandas)('read every cell in Python as it is (skipped where pandas is not installed)', () => {
    const program = `import pandas, glob, json
for path in sorted(glob.glob('dist/data/*.csv')):
    table = pandas.read_csv(path, dtype=str, keep_default_na=False)
    print(path, len(table), list(table.columns)[0])
print([type(p['page']).__name__ for p in map(json.loads, open('dist/data/pages.jsonl', encoding='utf-8'))].count('str'))`;
    const said = run(python, '-c', program);
    expect(said).toContain('dist/data/mentions.csv 7890 document\n');
    expect(said).toContain('dist/data/edges.csv');
    expect(said).toMatch(/\n733\n$/);
  });
});
