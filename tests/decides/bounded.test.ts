import { beforeAll, expect, it } from 'vitest';
import { type CountedWork, countWork } from '../growth/counted-work.ts';
import { growth, MOST } from '../growth/growth.ts';

/** What is measured must be imported after the counting has begun. */
const load = async () => ({
  ...(await import('../../src/edition/decided-text.ts')),
  ...(await import('../../src/model/decides/decider.ts')),
  ...(await import('../../src/model/decides/table.ts')),
  ...(await import('../../src/source/text.ts')),
  ...(await import('../../src/source/xml.ts')),
});

/** Tables and selectors that are meant to cost time. */

const none = (): boolean => false;
const rows = {
  'p//*//*//*//*//*//*//seg': { kind: 'block' },
  'p/*//*/*//*/*//*/seg[@a]': { kind: 'line' },
  [`seg[${Array.from({ length: 30 }, (_, i) => `@a${i}='x'`).join(' or ')}]`]: { counted: 'no' },
};
const nested = '<seg a="1">'.repeat(40) + 'x' + '</seg>'.repeat(40);
const text = (n: number): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>${nested.repeat(n / 20)}</p></text></TEI>`;

let work: CountedWork;
let used: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  work = await countWork();
  used = await load();
});

it.each(['streaming reader', 'tree'])(
  'the work of the %s grows with the text, whatever the selectors',
  async (which) => {
    const { readTable, deciding, decidedText, scanXml, sourceText } = used;
    const { table, faults } = readTable(rows);
    expect(faults).toEqual([]);
    const cost = await growth(work, (n) => {
      const source = sourceText('', text(n));
      const stream = () => scanXml(source, deciding(source, table, none, {})({}).handler);
      const tree = () => decidedText(source, table, none);
      return { run: which === 'tree' ? tree : stream };
    });
    expect(cost).toBeLessThan(MOST);
  },
);

it.each([
  `seg[${'('.repeat(390)}`,
  `seg[${'not('.repeat(95)}`,
  `seg${'[@a]'.repeat(99)}`,
  `${'a|'.repeat(199)}a`,
  `seg[${'@a or '.repeat(60)}]`,
  `seg[@${'a'.repeat(380)}!]`,
  `seg[contains-token${' '.repeat(370)}`,
  `${' '.repeat(399)}`,
])('a selector that is hard to read is read at once: %s', async (selector) => {
  const cost = await work.of(() => used.readTable({ [selector]: { kind: 'block' } }));
  expect(cost).toBeLessThan(100_000);
});
