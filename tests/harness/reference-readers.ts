/** Programs that nobody here wrote and that read citations: citation-js, pandoc, biber. */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { newFolder } from './scratch.ts';

export interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly literal?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
}

/** An item of CSL-JSON. */
export interface Item {
  readonly id: string;
  readonly type: string;
  readonly author?: readonly Name[];
  readonly editor?: readonly Name[];
  readonly issued?: { readonly 'date-parts'?: readonly (readonly number[] | null)[]; readonly circa?: boolean };
  readonly [field: string]: unknown;
}

const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core') as {
  Cite: new (input: string, options: object) => { readonly data: readonly Item[] };
};
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

export const citationJs = (content: string, forceType: string): readonly Item[] =>
  new Cite(content, { forceType, generateGraph: false }).data;

export const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

export const pandoc = (content: string, from: string): Item[] =>
  JSON.parse(
    spawnSync('pandoc', ['-f', from, '-t', 'csljson'], { input: content, encoding: 'utf8', maxBuffer: 1 << 28 }).stdout,
  ) as Item[];

export const hasBiber = spawnSync('biber', ['--version']).status === 0;

/** What biber has to say of a file; with its data model or without. */
export function biber(content: string, ...options: readonly string[]): string[] {
  const file = join(newFolder({}), 'edition.bib');
  writeFileSync(file, content);
  const { stdout } = spawnSync('biber', ['--tool', '--nolog', ...options, '-O', `${file}.out`, file], {
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => /^(?:WARN|ERROR)\b/.test(line));
}
