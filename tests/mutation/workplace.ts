import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { type Mutant, typescriptMutants } from './typescript-mutants.ts';
import { xsltMutants } from './xslt-mutants.ts';

/** A copy of the program in which one mistake at a time is made. */

export interface Place {
  /** Relative to the project. */
  readonly path: string;
  readonly mutants: readonly Mutant[];
}

/** `time`: something did not end. That is noticed as well, but a busy machine can be the reason, so it is counted apart. */
export type Fate = 'verify' | 'tests' | 'compiler' | 'time' | 'survived';

const inFolder = (folder: string, names: string): string[] =>
  names.split(' ').map((name) => `tests/${folder}/${name}.test.ts`);

/** Tests of what a room does that take seconds: a mistake that only longer ones notice counts as not noticed. */
const quick = {
  stylesheets: readdirSync(join(root, 'tests/stylesheets'))
    .filter((name) => name.endsWith('.test.ts') && name !== 'random.test.ts')
    .map((name) => `tests/stylesheets/${name}`),
  random: inFolder('stylesheets', 'random'),
  table: inFolder('table', 'elements groups stylesheets'),
  edition: inFolder('edition', 'batches images image-findings kept registers units'),
  publish: [...inFolder('publish', 'checked-first includes'), ...inFolder('work', 'cache')],
  citation: [
    ...inFolder(
      'formats',
      'citation citation-languages citation-odd-facts citation-recommended citation-types citation-names citation-dates citation-readers',
    ),
    ...inFolder('verify', 'records mapping-mutants'),
  ],
  formats: [
    ...inFolder('formats', 'whole-pages html html-frame html-shell html-damage html-random'),
    ...inFolder('formats', 'spreadsheet-safety text-seed text-octavo text-web'),
    ...inFolder('cli', 'broken-templates'),
  ],
  proof: inFolder('verify', 'compare structure edition-files damaged-manifest foreign-elements kept-as-words facts'),
  damage: inFolder('verify', 'damage'),
  walls: inFolder('attacks', 'first-wall second-wall'),
  sheets: inFolder('overlay', 'sheet-changes tree-content any-result'),
};

/** Rooms that are mutated, and the tests that guard them. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  xslt: [...quick.stylesheets, ...quick.edition, ...quick.table, ...quick.proof, ...quick.random],
  'src/transform': [
    ...quick.stylesheets,
    ...quick.edition,
    ...quick.walls,
    ...quick.citation,
    ...quick.proof,
    ...quick.sheets,
  ],
  'src/model': [
    ...quick.table,
    ...quick.stylesheets,
    ...quick.edition,
    ...quick.proof,
    ...quick.citation,
    ...quick.random,
    ...quick.sheets,
  ],
  'src/formats': [...quick.formats, ...quick.citation, ...quick.proof, ...quick.damage],
  'src/formats/citation': quick.citation,
  'src/model/citation': quick.citation,
  'src/edition': [...quick.edition, ...quick.publish, ...quick.proof, ...quick.sheets],
};

/** Files that run only when the package is built, or that start the engine: their mistakes are found by the compiler or not at all. */
const leftOut =
  /\/(?:compile-stylesheet|compiled|engine|engine-code|overlay\/(?:ask|compile|process|run|run-output))\.ts$/;

function filesOf(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .map((path) => join(room, path).split(sep).join('/'))
    .filter((path) => /\.(?:ts|xsl)$/.test(path) && !leftOut.test(path))
    .sort();
}

/** All places where a mistake can be made in a room. */
export const placesOf = (room: string): Place[] =>
  filesOf(room).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, mutants: path.endsWith('.xsl') ? xsltMutants(text) : typescriptMutants(text) };
  });

export interface Workplace {
  /** What notices the mistake: the proof of the small editions, else the tests of the room, else the compiler, else nothing. */
  fateOf(room: string, path: string, mutant: Mutant): Fate;
}

const seconds = 1000;

export function workplace(): Workplace {
  const copy = join(newFolder(), 'project');
  for (const name of [
    'src',
    'client',
    'xslt',
    'templates',
    'schema',
    'tests',
    'tei',
    'lib',
    'scripts',
    'docs',
    'bin',
    'bench',
    // Not linked: processes for the code of strangers read no folder but those they were given.
    'node_modules',
    'package.json',
    'tsconfig.json',
    'eslint.config.js',
    'vitest.config.ts',
    'README.md',
    'CHANGELOG.md',
  ])
    cpSync(join(root, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  // As in `npm test`: not the long run that makes mutants.
  const { OCTAVO_LONG: _, OCTAVO_LONG_RESULTS: __, ...around } = process.env;
  const environment = { ...around, NODE_OPTIONS: '', VITEST: '' };
  let isLate = false;
  const succeeds = (words: readonly string[], limit: number): boolean => {
    const options = { cwd: copy, env: environment, stdio: 'ignore', timeout: limit * seconds } as const;
    const { status, error } = spawnSync(process.execPath, words, options);
    isLate ||= (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT';
    return status === 0;
  };
  const compiler = createRequire(import.meta.url).resolve('xslt3');
  const sheet = join(copy, 'lib/reading.sef.json');
  const goodSheet = readFileSync(sheet);
  const compile = (): boolean =>
    succeeds([compiler, `-xsl:${join(copy, 'xslt/reading.xsl')}`, `-export:${sheet}`, '-nogo', '-relocate:on'], 120);
  // In one process, and without a limit for each test: on a busy machine that would pass for a mistake that was noticed.
  const options = [
    'run',
    '--bail',
    '1',
    '--no-isolate',
    '--maxWorkers',
    '1',
    '--testTimeout',
    '0',
    '--hookTimeout',
    '0',
  ];
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  // In two steps: most mistakes are noticed by the first, which is done sooner.
  const isSlow = (path: string): boolean => /^tests\/verify\/|\/random\.test/.test(path);
  const tests = (room: string): boolean => {
    const slow = rooms[room]!.filter(isSlow);
    const fast = rooms[room]!.filter((path) => !isSlow(path));
    return [fast, slow].every((files) => succeeds([vitest, ...options, ...files], 1200));
  };
  const types = (): boolean => succeeds([join(copy, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'], 600);

  const fateOf: Workplace['fateOf'] = (room, path, mutant) => {
    const file = join(copy, relative(root, join(root, path)));
    const text = readFileSync(file, 'utf8');
    const isSheet = path.endsWith('.xsl');
    writeFileSync(file, text.slice(0, mutant.start) + mutant.text + text.slice(mutant.end));
    isLate = false;
    const noticed = (by: Fate): Fate => (isLate ? 'time' : by);
    try {
      if (isSheet && !compile()) return noticed('tests');
      if (!succeeds(['--import', 'tsx', join(copy, 'tests/mutation/try-editions.ts')], 400)) return noticed('verify');
      if (!tests(room)) return noticed('tests');
      return isSheet || types() ? 'survived' : noticed('compiler');
    } finally {
      writeFileSync(file, text);
      if (isSheet) writeFileSync(sheet, goodSheet);
    }
  };
  return { fateOf };
}
