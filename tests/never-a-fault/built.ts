import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { letters } from '../harness/letters.ts';
import { newFolder } from '../harness/scratch.ts';
import type { Chance } from '../harness/chance.ts';
import { type BadInput, damagedJson, damagedText } from './inputs.ts';

/** Built editions of which a file is damaged: what `verify` reads, and what the next build looks at. */

const json = new Set(['manifest.json', 'proof.json', 'edition.csl.json']);

export async function builtEditions(luck: Chance): Promise<BadInput[]> {
  const folder = newFolder({ 'a.xml': letters(2) });
  await build({ path: folder, out: join(folder, 'dist') });
  await verify({ path: folder, out: join(folder, 'dist') });
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]));
  const damaged = (path: string, name: string, content: string | Uint8Array): BadInput => ({
    name: `built ${path}: ${name}`,
    files: { ...files, [path]: content },
    commands: [
      ['verify', '@', '--out', '@/dist'],
      ['build', '@', '--out', '@/dist'],
    ],
    names: /dist|manifest|\.xml|\.html|\.json|\.js|\.csv|\.bib|\.ris|SHA256SUMS|d1|d2/,
  });
  const others = paths.filter((path) => path.startsWith('dist/') && !path.endsWith('.css'));
  return [
    ...['dist/manifest.json', 'dist/proof.json', 'dist/SHA256SUMS'].flatMap((path) =>
      ['', 'null', '[]', '{}', '{"documents": [null]}', '\0', '"', '0', `${'['.repeat(100_000)}`].map((text, i) =>
        damaged(path, `odd ${i}`, text),
      ),
    ),
    ...Array.from({ length: 60 }, (_, i) => {
      const value: unknown = JSON.parse(files['dist/manifest.json']!.toString('utf8'));
      return damaged('dist/manifest.json', `value ${i}`, JSON.stringify(damagedJson(value, luck)));
    }),
    ...Array.from({ length: 60 }, (_, i) => {
      const path = luck.pick(others);
      const text = files[path]!.toString('utf8');
      const isJson = json.has(path.slice(5)) && luck.often(50);
      const content = isJson ? JSON.stringify(damagedJson(JSON.parse(text), luck)) : damagedText(text, luck);
      return damaged(path, `bytes ${i}`, content);
    }),
  ];
}
