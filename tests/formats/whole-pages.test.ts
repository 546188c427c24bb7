import { markRoles, statuses } from '../../src/model/status.ts';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import { htmlFormat } from '../../src/formats/html/html-format.ts';
import { compileShell } from '../../src/formats/html/shell.ts';
import type { Surroundings } from '../../src/formats/html/surroundings.ts';
import { textFormat } from '../../src/formats/text/format.ts';
import type { Edition, Unit } from '../../src/model/edition.ts';
import { looks, type Reading } from '../../src/model/reading.ts';
import { noStructure } from '../../src/model/structure.ts';
import { chance } from '../harness/chance.ts';
import { OddFacts } from './citation-odd-facts.ts';
import { edition, info, node, note, p, pb, shellSources, unit } from './html-fixture.ts';
import { faultsOfPage } from './html-nesting.ts';
import { zoo } from './html-zoo.ts';

/**
 * Whole files, as they are written, next to this test: whatever changes in them is seen in a review. What a page looks like (elements, classes, words
 * of our own) is not proven by verify, which reads the text.
 */

const around: Surroundings = {
  generator: { name: 'octavo', version: '1.0.0' },
  version: '2',
  date: '2026-11-23',
  citation: () => ({ text: 'Ames & Co., Papers, 7.', html: 'Ames &amp; Co., <i>Papers</i>, 7.' }),
  editionCitation: () => ({ text: 'Papers.', html: '<i>Papers</i>.' }),
  unitDownloads: [{ label: 'Plain text', type: 'text/plain', path: (id) => `text/${id}.txt` }],
  editionDownloads: [{ label: 'BibTeX', type: 'application/x-bibtex', path: 'citations/all of it.bib' }],
  findAsset: (source) => (source === 'seal.png' ? 'images/seal.png' : undefined),
};

let full: TextFormat;
let bare: TextFormat;
beforeAll(async () => {
  const shell = await compileShell(shellSources());
  [full, bare] = [htmlFormat(shell, around), htmlFormat(shell)];
});

const likeFile = (content: string, name: string): Promise<void> =>
  expect(content).toMatchFileSnapshot(join(import.meta.dirname, 'whole-pages', `${name}.snap`));

const roles =
  'person organization place term date gap stage title foreign quote emphasis substitution anchor expanded formula reading'.split(
    ' ',
  );
const paragraph = (...words: string[]): Reading[] => words.map((word) => p(word));
const titled: Readonly<Record<string, string>> = { date: '1872-03-04' };
const said = { why: 'lost', cert: 'low', place: 'above', hand: '#h2' };

/** Words of each role and look, alone and around blocks; everything that can be empty, empty. */
const more: readonly Reading[] = [
  ...roles.map((role) => p(node('span', { role, title: titled[role] ?? 'said' }, role), ' ', node('span', { role }, '1'))),
  ...roles.map((role) => node('span', { role, title: 'said', id: `around-${role}` }, ...paragraph('a', 'b'))),
  ...statuses.map((is) => p(node('span', { status: { is, ...said }, title: 'x' }, is), ' ', node('span', { status: { is } }, '1'))),
  ...statuses.map((is) => node('span', { status: { is }, id: `around-${is}` }, ...paragraph('a', 'b'))),
  ...markRoles.map((role) => p('a', node('mark', { role, why: 'x', extent: '3 character' }), ' ', node('mark', { role }))),
  ...looks.map((look) => p(node('span', { looks: [look] }, look), node('span', { looks: [look, 'bold'] }, 'bold'))),
  ...looks.map((look) => node('block', { role: 'paragraph', looks: [look] }, look)),
  p(node('span', { role: 'date', title: 'May' }, 'May'), node('span', { rend: 'wavy', target: '#ames' }, 'x')),
  p(node('link', { target: '#ames' }, 'A'), node('link', {}, 'B'), node('link', { target: 'nowhere.xml' }, 'C')),
  ...['d2', 'seal.png'].flatMap((source) => [
    node('figure', { id: source }, node('image', { source })),
    p(node('image', { source, title: 'A seal' }), node('image', { source })),
  ]),
  node('list', {}),
  node('table', {}),
  node('section', { id: 's1' }, node('heading', {}, ' '), p('without a heading')),
  node('section', { lang: 'la', role: 'letter' }, node('heading', { level: 2 }, 'Epistula', note('8', 'N.'), ' ', pb('16'))),
  p('In words: ', node('section', {}, node('heading', {}, 'deep'), p('inside')), '.'),
  node('span', {}, node('section', { role: 'inner' }, p('one'))),
  node('list', { role: 'cast' }, node('item', { n: '2', role: 'head' }, 'x'), node('label', { n: '3' }, 'y')),
]; // prettier-ignore

const withNeighbours = (whole: Unit): Unit => ({
  ...whole,
  previous: info({ id: 'd6', number: '6', title: 'Before' }),
  next: info({ id: 'a b', title: 'After' }),
});

const german = (): Unit => {
  const facts = { id: 'd9', kind: 'section', title: 'Brief', language: 'ger', senders: [], recipients: [] } as const;
  const { number: _, ...own } = unit(p('Ein Brief.')).facts;
  return {
    ...unit(p('Ein Brief.')),
    facts: { ...own, ...facts, date: { notBefore: '1872-03', text: 'Monday' }, pages: ['IV'] },
  };
};

describe('whole files', () => {
  it('a page with everything that a text can have', async () => {
    const page = full.write(withNeighbours(unit(...zoo)), edition);
    await likeFile(page, 'everything.html');
  });

  it('a page with every role and look, and with what is empty', async () => {
    const page = bare.write(unit(...more), edition);
    expect(faultsOfPage(page)).toEqual([]);
    await likeFile(page, 'roles.html');
  });

  it('a page in German, without a heading, about which little is known', async () => {
    await likeFile(bare.write(german(), edition), 'german.html');
  });

  it('the index of one volume, and of two', async () => {
    const index = (of: Edition, format = full): string => String(format.writeEdition!(of)[0]!.content);
    const units = [
      info({ id: 'c1', kind: 'section', title: 'Chapter', words: 1200, notes: 0 }),
      info({ id: 'd7' }, 1),
      info({ id: 'd8', date: { from: '1872-03-04', to: '1872-03-05' }, pages: ['13'], notes: 1 }, 1),
      info({ id: 'c2', kind: 'section', title: '', pages: [], words: 1 }),
    ];
    await likeFile(index({ ...edition, units }), 'index.html');
    const other = info({ id: 'v2.d1' }, 0, { id: 'second', title: 'Second volume', language: 'de' });
    await likeFile(index({ ...edition, units: [...units, other] }, bare), 'index-of-two.html');
  });

  it('the plain texts of a page with everything', async () => {
    await likeFile(textFormat({ dialect: 'octavo' }).write(unit(...zoo), edition), 'everything.txt');
    await likeFile(textFormat({ dialect: 'web' }).write(unit(...zoo), edition), 'everything.web.txt');
  });
});

describe('what is around the text', () => {
  it('says of facts made at random what the proof expects', () => {
    const odd = new OddFacts(chance(1872));
    for (let i = 0; i < 400; i++) {
      const whole = { ...unit(p('Words.', note('1', 'Note.'))), ...odd.unit() };
      const context = { ...edition, ...odd.edition() };
      const back = full.readBack(full.write(whole, context));
      const content = { spine: back.spine, structure: noStructure };
      expect([...back.faults, ...back.frame!(whole, context, content)], JSON.stringify(whole)).toEqual([]);
    }
  });
});
