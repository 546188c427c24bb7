import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where things are: the project, and what lies next to it, where it is there. */

export const root = resolve(import.meta.dirname, '../..');
export const sampleEdition = join(root, 'tei');
const shared = resolve(root, '../shared');
export const corpus = join(shared, 'corpus');
export const hasCorpus = existsSync(corpus);
/** To put into the name of what needs the corpus, so that a reader of the log knows why it was skipped. */
export const needsCorpus = hasCorpus ? '' : ' (skipped: ../shared/corpus is not here)';
export const volume12 = join(corpus, 'frus/frus1969-76v12.xml');

const editions = join(root, 'tests/fixtures/editions');
/** The small editions, one a feature: name and folder. */
export const fixtures: readonly (readonly [name: string, folder: string])[] = readdirSync(editions)
  .sort()
  .map((name) => [name.replaceAll('-', ' '), join(editions, name)]);
