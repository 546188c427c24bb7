import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from '../../src/publish/run.ts';
import { groups } from '../../src/model/tei/rule.ts';
import { verify } from '../../src/verify/run.ts';
import { chance } from '../harness/chance.ts';
import { fileWithHeader } from '../harness/random-header.ts';
import { examples } from '../table/groups/all.ts';

/**
 * Builds the sample edition and the small editions with the program beside this file and proves them. Ends with 0 where nothing was lost, else with
 * 1: what a mutant that changes nothing a reader can see does not achieve.
 */

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'octavo-mutant-'));
process.env.OCTAVO_CACHE = join(scratch, 'cache');

/** Writes an edition of these files. */
function written(name: string, files: readonly string[]): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  files.forEach((text, i) => writeFileSync(join(folder, `f${i}.xml`), text));
  return folder;
}

/** Documents with the examples of the table of elements, those of a group in one. */
const everyElement = (): string => {
  const documents = groups.map((group) => {
    const own = examples.filter((example) => example.group === group);
    return `<div type="document"><head>${group}</head>${own.map(({ tei }) => tei).join('\n')}</div>`;
  });
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${documents.join('\n')}</body></text></TEI>`;
};

/** Headers with people, dates and originals of many kinds. */
const headers = (): string[] => {
  const luck = chance(7);
  return Array.from({ length: 40 }, () => fileWithHeader(luck));
};

const fixtures = join(root, 'tests/fixtures/editions');
const editions = [
  join(root, 'tei'),
  ...readdirSync(fixtures).map((name) => join(fixtures, name)),
  written('every-element', [everyElement()]),
  written('headers', headers()),
];

async function firstLoss(): Promise<string | undefined> {
  for (const [i, path] of editions.entries()) {
    const out = join(scratch, `dist-${i}`);
    const { summary } = await build({ path, out, keepGoing: true });
    if (!summary) return `${path} was not built`;
    const proof = await verify({ path, out });
    if (proof.result !== 'nothing lost') return `${path}: ${proof.losses[0]?.message}`;
  }
  return undefined;
}

try {
  const loss = await firstLoss();
  if (loss !== undefined) {
    console.log(loss);
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
