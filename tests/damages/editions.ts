import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import { build } from '../../src/publish/run.ts';
import { corpus, hasCorpus, root, sampleEdition } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** Built editions to be damaged, and what is done to them. */

export interface BuiltEdition {
  readonly name: string;
  readonly source: string;
  readonly out: string;
  /** Files by their paths, as the build left them; not the list of checksums, which is made anew after each damage. */
  readonly files: ReadonlyMap<string, string>;
}

const text = /\.(?:html|xml|txt|json|bib|ris|csv|css)$/;

async function built(name: string, source: string): Promise<BuiltEdition | undefined> {
  const out = join(newFolder(), 'dist');
  const { summary } = await build({ path: source, out, keepGoing: true });
  if (!summary) return undefined;
  const paths = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && text.test(entry.name))
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== 'proof.json')
    .sort();
  return { name, source, out, files: new Map(paths.map((path) => [path, readFileSync(join(out, path), 'utf8')])) };
}

/** Every tenth letter of the corpus, in a folder of its own: registers, languages, deletions, pictures. */
function someLetters(): string {
  const folder = newFolder();
  const letters = readdirSync(join(corpus, 'letters')).filter((name) => name.endsWith('.xml'));
  for (const name of letters.filter((_, i) => i % 10 === 0)) cpSync(join(corpus, 'letters', name), join(folder, name));
  return folder;
}

/** The sample edition, the small editions of one feature each and, where the corpus is there, some real letters. */
export async function editionsToDamage(): Promise<BuiltEdition[]> {
  const fixtures = join(root, 'tests/fixtures/editions');
  const sources: [string, string][] = [
    ['sample', sampleEdition],
    ...readdirSync(fixtures)
      .sort()
      .map((name): [string, string] => [name, join(fixtures, name)]),
    ...(hasCorpus ? [['letters', someLetters()] as [string, string]] : []),
  ];
  const editions: BuiltEdition[] = [];
  for (const [name, source] of sources) {
    const edition = await built(name, source);
    if (edition) editions.push(edition);
  }
  return editions;
}

/** Writes a file and makes the list of checksums agree with it, so that the proof has to read what the file says. */
export function place({ out }: BuiltEdition, path: string, content: string): void {
  writeFileSync(join(out, path), content);
  const list = join(out, 'SHA256SUMS');
  const sum = createHash('sha256').update(content).digest('hex');
  const lines = readFileSync(list, 'utf8').split('\n');
  writeFileSync(list, lines.map((line) => (line.slice(66) === path ? `${sum}  ${path}` : line)).join('\n'));
}
