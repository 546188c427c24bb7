import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cost, measure, type Subject } from './measure.ts';

/**
 * `npm run bench [-- RUNS]`: our build next to public programs, whole processes, medians of interleaved runs, ratios.
 * Peers that are not installed are left out and named. Volumes come from ../shared/corpus, where it is.
 */

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const work = mkdtempSync(join(tmpdir(), 'octavo-bench-'));
const runs = Number(process.argv[2] ?? 5);
const octavo = [process.execPath, join(root, 'bin/octavo.js')];
const frus = resolve(root, '../shared/corpus/frus');
const volumes = ['frus1969-76v12', 'frus1952-54v14p2', 'frus1961-63v06'].map((name) => join(frus, `${name}.xml`));
const has = (program: string, word: string): boolean => spawnSync(program, [word]).error === undefined;
const saxon = [process.env['SAXON_JAR'] ?? '', '/usr/share/java/Saxon-HE.jar'].find(
  (path) => path !== '' && existsSync(path),
);
const peers = {
  saxon: saxon !== undefined && has('java', '-version'),
  xsltproc: has('xsltproc', '--version'),
};

const out = (name: string): string => join(work, name);
const cache = (name: string): Readonly<Record<string, string>> => ({ OCTAVO_CACHE: out(`cache-${name}`) });
const build = (path: string, to: string): string[] => [
  ...octavo,
  'build',
  path,
  '--out',
  out(to),
  '--quiet',
  '--keep-going',
];

// A volume with real errors is built all the same, and the exit code says so.
const built = [0, 1];

/** Each run has a folder of its own: in one that was emptied just before, some file systems create files many times slower. */
const coldBuild = (name: string, path: string): Omit<Subject, 'name'> => ({
  commands: (run) => [build(path, `cold-${name}-${run}`)],
  environment: (run) => cache(`cold-${name}-${run}`),
  done: built,
});

/** Runs a build that is not measured. */
function buildNow(path: string, to: string): void {
  const [program, ...words] = build(path, to);
  spawnSync(program!, words, { env: { ...process.env, ...cache(to) } });
}

const sheet = (kind: string): string => join(root, 'bench/peers', `to-${kind}.xsl`);
const saxonRun = (path: string, kind: string): string[] => [
  'java',
  '-cp',
  saxon!,
  'net.sf.saxon.Transform',
  `-s:${path}`,
  `-xsl:${sheet(kind)}`,
  `-o:${out(kind)}`,
];
const xsltprocRun = (path: string, kind: string): string[] => ['xsltproc', '-o', out(kind), sheet(kind), path];

function editable(path: string): { file: string; touch: () => void } {
  mkdirSync(out('edit'), { recursive: true });
  const file = join(out('edit'), 'volume.xml');
  cpSync(path, file);
  const text = readFileSync(file, 'utf8');
  const middle = text.indexOf('</p>', text.length >> 1);
  let count = 0;
  return { file, touch: () => writeFileSync(file, `${text.slice(0, middle)} changed ${++count}${text.slice(middle)}`) };
}

function subjects(name: string, paths: readonly string[], folder: string): Subject[] {
  const list: Subject[] = [{ name: 'octavo, cold', ...coldBuild(name, folder) }];
  buildNow(folder, 'same');
  list.push({
    name: 'octavo, nothing changed',
    commands: () => [build(folder, 'same')],
    environment: () => cache('same'),
    done: built,
  });
  if (paths.length === 1 && name !== 'document 194') {
    const { file, touch } = editable(paths[0]!);
    buildNow(file, 'one');
    list.push({
      name: 'octavo, one document changed',
      commands: () => [build(file, 'one')],
      prepare: touch,
      environment: () => cache('one'),
    });
  }
  if (peers.saxon)
    list.push({
      name: 'Saxon-HE, html + text',
      commands: () => paths.flatMap((path) => [saxonRun(path, 'html'), saxonRun(path, 'text')]),
    });
  if (peers.xsltproc)
    list.push({
      name: 'xsltproc, html + text',
      commands: () => paths.flatMap((path) => [xsltprocRun(path, 'html'), xsltprocRun(path, 'text')]),
    });
  return list;
}

const figure = (value: number | undefined, digits: number): string =>
  value === undefined ? '–' : value.toFixed(digits);

function table(title: string, costs: ReadonlyMap<string, Cost>, against: string): void {
  const base = costs.get(against);
  console.log(`\n${title}\n${'-'.repeat(title.length)}`);
  console.log(
    `${''.padEnd(30)}${'CPU s'.padStart(8)}${'wall s'.padStart(8)}${'peak MB'.padStart(9)}   CPU ÷ ${against}`,
  );
  for (const [name, { cpu, wall, memory }] of costs) {
    const ratio = base ? (cpu / base.cpu).toFixed(2) : '–';
    console.log(
      `${name.padEnd(30)}${figure(cpu, 2).padStart(8)}${figure(wall, 2).padStart(8)}${figure(memory, 0).padStart(9)}   ${ratio}`,
    );
  }
}

/** Pointers to documents that were left out lead to the first id instead: what is measured is a volume without errors. */
function withoutDangling(text: string): string {
  const ids = new Set([...text.matchAll(/xml:id="([^"]+)"/g)].map(([, id]) => id));
  const [first] = ids;
  return text.replace(/="#([^"\s]+)"/g, (pointer, id: string) => (ids.has(id) ? pointer : `="#${first}"`));
}

/** A volume of about so many megabytes, put together from copies of one volume's documents. */
function volumeOf(megabytes: number): string {
  const text = readFileSync(volumes[0]!, 'utf8');
  const begin = text.indexOf('<div type="document"');
  const end = text.indexOf('</body>');
  const documents = text.slice(begin, end).split(/(?=<div type="document")/);
  const open = (text.slice(text.indexOf('<body'), begin).match(/<div[ >]/g) ?? []).length;
  const parts: string[] = [text.slice(0, begin)];
  let length = Buffer.byteLength(text) - Buffer.byteLength(text.slice(begin, end));
  // The last document of the volume closes divisions that hold it, too: it is left out.
  for (let i = 0; length < megabytes * 1e6; i++) {
    const document = documents[i % (documents.length - 40)]!;
    if ((document.match(/<div[ >]/g) ?? []).length !== (document.match(/<\/div>/g) ?? []).length) continue;
    const copy = document
      .replace(/xml:id="/g, `xml:id="c${i}_`)
      .replace(/(target|corresp)="#(?!p_|t_)/g, `$1="#c${i}_`);
    parts.push(copy);
    length += Buffer.byteLength(copy);
  }
  const file = out(`volume-${megabytes}.xml`);
  writeFileSync(file, withoutDangling(parts.join('') + '</div>'.repeat(open) + text.slice(end)));
  return file;
}

function scaling(): void {
  const sizes = [0.3, 1, 3, 10, 30];
  const files = sizes.map((size) => [size, volumeOf(size)] as const);
  const list = files.map(([size, file]): Subject => ({
    name: `${size} MB`,
    ...coldBuild(`${size}MB`, file),
    done: [0],
  }));
  const costs = measure(list, Math.min(runs, 3));
  console.log('\nCost by size (cold build)\n-------------------------');
  files.forEach(([size, file]) => {
    const real = readFileSync(file).length / 1e6;
    const { cpu, memory } = costs.get(`${size} MB`)!;
    console.log(
      `${figure(real, 1).padStart(6)} MB  ${figure(cpu, 2).padStart(7)} s CPU  ${figure(cpu / real, 2).padStart(6)} s/MB  ${figure(memory, 0).padStart(5)} MB peak`,
    );
  });
}

function main(): void {
  console.log(`medians of ${runs} interleaved runs; node ${process.versions.node}`);
  for (const [name, there] of Object.entries(peers)) if (!there) console.log(`not installed, left out: ${name}`);
  // Clocks of processes tick in hundredths of a second: too coarse for one start.
  const tenTimes = (command: readonly string[]): string[] => [
    'sh',
    '-c',
    'for i in 1 2 3 4 5 6 7 8 9 10; do "$@" >/dev/null; done',
    'sh',
    ...command,
  ];
  const start = measure(
    [
      { name: 'node -e 0', commands: () => [tenTimes([process.execPath, '-e', '0'])] },
      { name: 'octavo --help', commands: () => [tenTimes([...octavo, '--help'])] },
    ],
    runs,
  );
  table('Start, ten times', start, 'node -e 0');
  const sample = join(root, 'tei/d194.xml');
  table('Document 194', measure(subjects('document 194', [sample], sample), runs), 'Saxon-HE, html + text');
  if (!volumes.every(existsSync)) return void console.log('\nSKIPPED: volumes (../shared/corpus is not here)');
  table('Volume XII (2.7 MB)', measure(subjects('volume', [volumes[0]!], volumes[0]!), runs), 'Saxon-HE, html + text');
  table(
    'Three volumes (8.2 MB)',
    measure(subjects('volumes', volumes, frus), Math.min(runs, 3)),
    'Saxon-HE, html + text',
  );
  scaling();
}

try {
  main();
} finally {
  rmSync(work, { recursive: true, force: true });
}
