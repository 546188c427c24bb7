import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runImport } from '../../src/import/run.ts';
import { build } from '../../src/publish/run.ts';
import { UnreadableFile } from '../../src/source/regular-file.ts';
import { validate } from '../../src/validate/run.ts';
import { letters } from '../harness/letters.ts';
import { amount } from '../harness/long.ts';
import { root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/**
 * Folders in place of files, files in place of folders, pipes, sockets, devices, links that go round, names that no keyboard has: the program, in a
 * process of its own, answers at once with 0, 1 or 2. A pipe that nobody writes to would keep it waiting for ever.
 */

const pipe = (path: string): void => void execFileSync('mkfifo', [path]);
const link = (to: string) => (path: string) => symlinkSync(to, path);
const folder = (path: string): void => mkdirSync(path);

/** What is put in place of a file, by name. */
const strangers: Readonly<Record<string, (path: string) => void>> = {
  'a pipe': pipe,
  'a folder': folder,
  'a link to itself': (path) => symlinkSync(path.split('/').at(-1)!, path),
  'a link that leads nowhere': link('/nowhere/at/all'),
  'a link to a device without end': link('/dev/zero'),
  'a link to memory that cannot be read': link('/proc/self/mem'),
  'a link to a pipe': (path) => {
    pipe(`${path}.pipe`);
    symlinkSync(`${path}.pipe`, path);
  },
};

/** A file of an edition, and the commands that look at it. */
const places: readonly (readonly [path: string, commands: readonly string[]])[] = [
  ['b.xml', ['validate .', 'build .']],
  ['b.xml', ['validate b.xml', 'build b.xml']],
  ['octavo.config.json', ['validate .', 'build .', 'verify .']],
  ['templates', ['build .', 'verify .']],
  ['templates/page.hbs', ['build .', 'verify .']],
  ['templates/edition.css', ['build .']],
  ['dist', ['build .', 'verify .']],
  ['dist/manifest.json', ['verify .', 'build .']],
  ['dist/proof.json', ['verify .', 'build .']],
  ['dist/SHA256SUMS', ['verify .', 'build .']],
  ['dist/documents/d1.html', ['verify .', 'build .']],
  ['.dist.octavo', ['build .']],
  ['.dist.octavo-old', ['build .', 'verify .']],
  ['s.rng', ['validate a.xml --schema s.rng']],
  ['s.sch', ['validate a.xml --schematron s.sch']],
  ['catalog.xml', ['validate a.xml --schematron own.sch']],
  ['t.txt', ['import t.txt', 'import .']],
  ['t.docx', ['import t.docx --to out']],
  ['out', ['import letter.txt --to out']],
  ['letter.xml', ['import letter.txt', 'import letter.txt --force']],
  ['letter.decisions.json', ['import letter.txt', 'import letter.txt --answers letter.decisions.json']],
  ['m.csv', ['import letter.txt --to out --metadata m.csv']],
  ['new', ['init new']],
  ['README.md', ['init .']],
];

const schematron = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><pattern><rule context="/*"><report test="doc('b.xml')">x</report></rule></pattern></schema>`;

/** An edition with its built form and a text to import. */
const edition = (): string =>
  newFolder({ 'a.xml': letters(1), 'letter.txt': 'Letter 1\n\nText.\n', 'own.sch': schematron });

function run(cwd: string, words: readonly string[]): string | undefined {
  const { OCTAVO_CACHE: _, ...env } = process.env;
  const { status, stdout, stderr, signal } = spawnSync(process.execPath, [join(root, 'bin/octavo.js'), ...words], {
    cwd,
    env: { ...env, NO_COLOR: '1', OCTAVO_CACHE: newFolder() },
    encoding: 'utf8',
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (signal !== null) return 'did not end within a minute';
  if (status === null || status > 2) return `ended with ${status}: ${stderr}`;
  const bad = /fault of (?:the program|Octavo)|\n\s+at .+:\d+:\d+/.exec(stdout + stderr);
  return bad ? `printed ${bad[0]}` : undefined;
}

const cases = places.flatMap(([path, commands], p) =>
  Object.keys(strangers).map((what, s) => ({ path, commands, what, pick: p + s })),
);
const step = amount(24, 1);

test(`A file that is not a file: ${Object.keys(strangers).join(', ')}`, () => {
  const faults: string[] = [];
  const chosen = cases.filter((_, i) => i % step === 0);
  for (const { path, commands, what, pick } of chosen) {
    const cwd = edition();
    if (path.startsWith('dist')) spawnSync(process.execPath, [join(root, 'bin/octavo.js'), 'build'], { cwd });
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    rmSync(join(cwd, path), { recursive: true, force: true });
    strangers[what]!(join(cwd, path));
    const some = step === 1 ? commands : [commands[pick % commands.length]!];
    for (const command of some) {
      const fault = run(cwd, command.split(' '));
      if (fault !== undefined) faults.push(`${what} at ${path}, octavo ${command}: ${fault}`);
    }
  }
  expect(faults).toEqual([]);
});

/** Names of files that a person can make and a program does not expect. */
const names: readonly (string | Buffer)[] = [
  'line\nend.xml',
  '\u001b[31mred.xml',
  '$(exit 7).xml',
  '`exit 7`.xml',
  '-x.xml',
  '--out.xml',
  ' .xml',
  "quote'.xml",
  'quote".xml',
  '&amp;.xml',
  '%2e%2e%2f.xml',
  '..xml',
  'CON.xml',
  'a:b.xml',
  'a\\b.xml',
  '\u202egpj.xml',
  '日本.xml',
  `${'n'.repeat(248)}.xml`,
  `${'é'.repeat(124)}.xml`,
  Buffer.from('not-utf8-\xff\xfe.xml', 'latin1'),
];

test('A file or folder with a name that no keyboard has', () => {
  const faults: string[] = [];
  names.forEach((name, i) => {
    if (i % amount(5, 1) !== 0) return;
    const cwd = newFolder();
    const at = (path: string): Buffer => Buffer.concat([Buffer.from(`${cwd}/${path}`), Buffer.from(name)]);
    writeFileSync(at(''), letters(1));
    mkdirSync(at('in-'));
    writeFileSync(Buffer.concat([at('in-'), Buffer.from('/a.xml')]), letters(1));
    for (const words of [['validate'], ['build'], ['verify']]) {
      const fault = run(cwd, words);
      if (fault !== undefined) faults.push(`${JSON.stringify(String(name))}, ${words[0]}: ${fault}`);
    }
  });
  expect(faults).toEqual([]);
});

test('Words that make no sense', () => {
  const cwd = edition();
  const words: readonly (readonly string[])[] = [
    ['build', ''],
    ['build', '--out', ''],
    ['build', '--out', '.'],
    ['build', '--out', '/'],
    ['build', '--out', '/dev/null'],
    ['build', '--out', '/proc/x/y'],
    ['build', '--out', 'a.xml'],
    ['build', '--out', 'a.xml/b'],
    ['build', '--out', 'n'.repeat(300)],
    ['build', '--out', `${'n/'.repeat(3000)}`],
    ['build', '--out', 'new\nline'],
    ['build', 'n'.repeat(5000)],
    ['validate', '/dev/null'],
    ['validate', '/dev/tty'],
    ['validate', '/proc/self/mem'],
    ['validate', 'a.xml/'],
    ['validate', 'a.xml/b.xml'],
    ['validate', '--schema', ''],
    ['validate', '--schema', 'http://'],
    ['validate', '--schema', '.'],
    ['validate', '--schematron', '/dev/null'],
    ['import', ''],
    ['import', '/dev/null', '--to', 'out'],
    ['import', 'letter.txt', '--to', ''],
    ['import', 'letter.txt', '--to', 'a.xml'],
    ['import', 'letter.txt', '--metadata', '.'],
    ['import', 'letter.txt', '--answers', '/dev/null', '--to', 'out'],
    ['init', ''],
    ['init', 'a.xml'],
    ['init', 'a.xml/b'],
    ['init', '/proc/x'],
    ['verify', '--out', ''],
    ['verify', '--out', 'a.xml'],
    ['verify', '--out', '/'],
    ['explain', ''],
    ['explain', '__proto__'],
    ['lsp', '--schema', 'nosuch.rng'],
    ['constructor'],
    ['__proto__'],
    [''],
    ['--'],
    ['-'],
    ['build', '--', '--out'],
    ['build', '--formats', ''],
    ['build', '--formats', 'constructor'],
    ['build', '--text-dialect', '__proto__'],
  ];
  const faults: string[] = [];
  words.forEach((one, i) => {
    if (i % amount(5, 1) !== 0) return;
    const fault = run(cwd, one);
    if (fault !== undefined)
      faults.push(`octavo ${one.map((word) => JSON.stringify(word.slice(0, 40))).join(' ')}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

test('A socket in place of a file', async () => {
  const cwd = edition();
  const server = createServer();
  await new Promise<void>((done) => server.listen(join(cwd, 'b.xml'), done));
  try {
    expect([run(cwd, ['validate']), run(cwd, ['build', 'b.xml'])]).toEqual([undefined, undefined]);
  } finally {
    server.close();
  }
});

test('Files that vanish while they are read', async () => {
  const sources = newFolder({ 'a.txt': 'Letter 1\n\nText.\n', 'b.txt': 'Letter 2\n\nText.\n' });
  const { findings, imported } = await runImport({
    files: [sources],
    to: newFolder(),
    onProgress: (_, __, path) => path.endsWith('b.txt') && rmSync(path),
  });
  expect(imported.map((one) => one.file)).toEqual([join(sources, 'a.txt')]);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'import-unreadable',
  ]);

  const picture = Buffer.from('89504e470d0a1a0a', 'hex');
  const shown = letters(1).replace('</p>', '</p><figure><graphic url="a.png"/></figure>');
  const cwd = newFolder({ 'a.xml': shown, 'a.png': picture });
  const out = join(cwd, 'dist');
  const vanishing = build({
    path: cwd,
    out,
    check: false,
    progress: () => rmSync(join(cwd, 'a.png'), { force: true }),
  });
  const ended = await vanishing.then(
    ({ summary }) => summary?.documents,
    (error: unknown) => error,
  );
  expect(ended === 1 || ended instanceof UnreadableFile).toBe(true);

  const checked = await validate({
    paths: [cwd],
    schemas: [],
    progress: () => rmSync(cwd, { recursive: true, force: true }),
  });
  expect(checked.files).toBe(1);
});
