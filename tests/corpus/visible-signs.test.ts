import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/index.ts';
import { measured } from '../harness/long.ts';
import { corpus, hasCorpus, needsCorpus, root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { featuresOf, type Seen } from './visible-signs.ts';

/** What is marked in a source can be seen on its pages and in its plain texts: counted by a reader of its own, feature by feature. */

const wanted = 0.98;
const anyTei = join(corpus, 'any-tei');
const files = hasCorpus ? readdirSync(anyTei).filter((name) => name.endsWith('.xml')) : [];
const kinds = join(root, 'docs/kinds');
const examples = readdirSync(kinds).filter((name) => name !== 'README.md');

interface Result extends Seen {
  readonly format: string;
}

async function seenIn(name: string, xml: string): Promise<Result[]> {
  const path = newFolder({ [name]: xml });
  const out = join(path, 'dist');
  const { summary } = await build({ path, out, formats: ['html', 'text'], keepGoing: true });
  expect(summary).toBeDefined();
  const all = (folder: string): string[] =>
    readdirSync(join(out, folder)).map((file) => readFileSync(join(out, folder, file), 'utf8'));
  return featuresOf(xml, all('documents'), all('text'));
}

/** Adds up what was counted in several files. */
function together(results: readonly Result[]): Result[] {
  const sums = new Map<string, Result>();
  for (const one of results) {
    const key = `${one.format} ${one.feature}`;
    const before = sums.get(key);
    sums.set(key, {
      ...one,
      marked: (before?.marked ?? 0) + one.marked,
      seen: (before?.seen ?? 0) + one.seen,
      missed: [...(before?.missed ?? []), ...one.missed],
    });
  }
  return [...sums.values()];
}

const tooFew = (results: readonly Result[]): string[] =>
  together(results)
    .filter(({ marked, seen }) => seen < wanted * marked)
    .map(
      ({ format, feature, marked, seen, missed }) =>
        `${feature} in ${format}: ${seen} of ${marked}, ${missed.slice(0, 5).join('; ')}`,
    );

describe(`what is marked can be seen${needsCorpus}`, () => {
  const results: Result[] = [];

  beforeAll(async () => {
    for (const name of files) results.push(...(await seenIn(name, readFileSync(join(anyTei, name), 'utf8'))));
  }, 300_000);

  it.skipIf(!hasCorpus)('in files of ten kinds, of each feature', () => {
    const sums = together(results);
    measured({
      title: 'Signs that can be seen',
      what: 'Places that are marked in ten files of as many kinds, and how many of them have the sign of their kind on the pages and in the plain texts, by a reader that shares no code with the program.',
      columns: ['feature', 'format', 'marked', 'seen'],
      rows: sums.map(({ feature, format, marked, seen }) => [feature, format, marked, seen]),
    });
    expect(sums.length).toBeGreaterThan(30);
    expect(tooFew(results)).toEqual([]);
  });

  it.each(examples)('in the example of %s', async (name) => {
    const [, xml = ''] = /^```xml\n([^]*?)^```$/m.exec(readFileSync(join(kinds, name), 'utf8')) ?? [];
    const own = await seenIn(`${basename(name, '.md')}.xml`, xml);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ marked, seen }) => seen < marked)).toEqual([]);
  });
});

describe('the reader that counts signs', () => {
  const tei = (words: string): string =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>${words}</p></body></text></TEI>`;

  it.each([
    ['supplied', 'a<supplied reason="lost">bc</supplied>d', '<p>a[bc]d</p>', '<p>abcd</p>'],
    ['supplied', 'a<supplied reason="lost">bc</supplied>d', '<p>a[bc]d</p>', '<p>a[d]bc</p>'],
    ['unclear', '<unclear>ab</unclear>c', '<p>a\u0323b\u0323c</p>', '<p>ab\u0323c</p>'],
    ['expansion', 'a<ex>b</ex>', '<p>a(b)</p>', '<p>a[b]</p>'],
    ['gap', 'a<gap/>', '<p>a[...]</p>', '<p>a</p>'],
    ['looks', 'a<hi>bc</hi>d', '<p>a<i>bc</i>d</p>', '<p>abcd</p>'],
    ['note', 'a<note>b c</note>', '<p>a</p><aside>b c</aside>', '<p>a</p>'],
  ])('misses the sign of %s where it is not there', (feature, source, right, wrong) => {
    const counted = (page: string): number[] =>
      featuresOf(tei(source), [page], [])
        .filter((one) => one.feature === feature && one.format === 'html')
        .map(({ marked, seen }) => seen / marked);
    expect(counted(right)).toEqual([1]);
    expect(counted(wrong)).toEqual([0]);
  });
});
