import { describe, expect, it } from 'vitest';
import { unitChanges } from '../../src/edition/overlay/compare-trees.ts';
import { readSheetChanges } from '../../src/model/read-sheet-changes.ts';
import type { Reading, ReadingNode } from '../../src/model/reading.ts';
import { changed, changesText, countChanges, type ViewChanges } from '../../src/model/sheet-changes.ts';
import { fieldMark } from '../../src/model/structure.ts';
import { readFiles } from '../harness/edition.ts';
import { tei } from './edition.ts';

/** What is different in two trees of one unit, and a content with these differences; without an engine. */

const { units } = readFiles({
  'a.xml': tei(
    '<p>a <hi rend="italic">b</hi> <name>c</name></p><p>d<note>e <hi rend="bold">f</hi></note></p><list><item>g</item></list><pb n="2"/><p>h</p>',
  ),
});
const unit = units[0]!;

/** The tree with other nodes. */
function withNodes(change: (node: ReadingNode) => ReadingNode | string, node: Reading = unit.reading): Reading {
  return typeof node === 'string'
    ? node
    : change({ ...node, children: node.children.map((child) => withNodes(change, child)) });
}
const changesBy = (change: (node: ReadingNode) => ReadingNode | string) =>
  unitChanges(unit, { reading: withNodes(change) as ReadingNode });
const where = (tei: string, more: Partial<ReadingNode>) => (node: ReadingNode) =>
  node.tei === tei ? { ...node, ...more } : node;

const block = (role: string): string => ['block', role, ''].join(fieldMark);

describe('What stylesheets changed', () => {
  it('is nothing in the same tree, and nothing where nobody sees a difference', () => {
    expect(changesBy((node) => node)).toBeUndefined();
    expect(changesBy(where('item', { role: 'other' }))).toBeUndefined();
  });

  it('is a role of a block by its place, a look and a role of words by their letters', () => {
    const changes = changesBy((node) =>
      node.tei === 'p' && node.children[0] === 'd'
        ? { ...node, role: 'x', rend: 'y' }
        : where('name', { role: 'z' })(node.looks?.[0] === 'bold' ? { ...node, looks: ['italic'] } : node),
    );
    expect(changes).toEqual({
      reading: {
        blocks: [[1, block('paragraph'), block('x')]],
        removed: [['look', 1, 2, 3, 'bold']],
        added: [
          ['look', 0, 6, 7, `rend${fieldMark}y`],
          ['look', 1, 2, 3, 'italic'],
          ['role', 0, 4, 5, `z${fieldMark}`],
        ],
      },
    });
    expect(countChanges({ sheets: {}, units: { a: changes! } })).toEqual({ units: 1, blocks: 1, looks: 2, roles: 1 });
    const text = changesText({ sheets: { 'xslt/a.xsl': '0' }, units: { a: changes! } });
    expect(readSheetChanges(text)).toEqual({ sheets: { 'xslt/a.xsl': '0' }, units: { a: changes } });
    const content = changed(unit, changes!.reading!)!;
    const values = (aspect: string): string[] =>
      content.structure.items.filter((one) => one.aspect === aspect).map(({ value }) => value);
    expect(values('look')).toEqual(['italic', `rend${fieldMark}y`, 'italic']);
    expect(values('role')).toEqual([`z${fieldMark}`]);
    expect(values('block').slice(0, 3)).toEqual([
      block('paragraph'),
      block('x'),
      ['list', 'plain', ''].join(fieldMark),
    ]);
    expect(content.spine).toBe(unit.spine);
  });

  it.each([
    ['words', where('name', { children: ['x'] }), /“c” has become “x”/],
    ['words that are gone', where('name', { children: [] }), /“c” is missing/],
    ['the kind of a block', where('list', { kind: 'block' }), /what kind they are/],
    ['the number of an item', where('item', { n: '1' }), /what kind they are/],
    ['the page', where('pb', { n: '3' }), /“2” has become “3”/],
    ['an id', where('name', { id: 'i' }), /^ids$/],
    ['a language', where('name', { lang: 'de' }), /^languages$/],
    ['where it leads', where('name', { target: '#x' }), /links and names/],
    ['a note', (node: ReadingNode) => (node.tei === 'note' ? '' : node), /is missing/],
  ] as const)('is refused where it is %s', (_, change, words) => {
    const { refused, ...more } = changesBy(change)!;
    expect(more).toEqual({});
    expect(refused!.join()).toMatch(words);
  });

  it('is refused where only one of the views is there', () => {
    const both = { ...unit, diplomatic: unit.reading };
    const other = withNodes(where('name', { role: 'z' })) as ReadingNode;
    expect(unitChanges(both, { reading: other })).toEqual({ refused: ['what its views show'] });
    expect(unitChanges(both, { reading: unit.reading, diplomatic: other })).toEqual({
      diplomatic: { blocks: [], removed: [], added: [['role', 0, 4, 5, `z${fieldMark}`]] },
    });
  });
});

describe('A list of changes does not fit a content', () => {
  const none: ViewChanges = { blocks: [], removed: [], added: [] };
  it.each([
    ['of a block that is not there', { ...none, blocks: [[9, block('paragraph'), block('x')]] }],
    ['of a block that is another', { ...none, blocks: [[0, block('x'), block('y')]] }],
    ['of a block that is the same', { ...none, blocks: [[0, block('paragraph'), block('paragraph')]] }],
    [
      'that names a block twice',
      {
        ...none,
        blocks: [
          [0, block('paragraph'), block('x')],
          [0, block('paragraph'), block('y')],
        ],
      },
    ],
    [
      'that makes another kind of it',
      { ...none, blocks: [[0, block('paragraph'), ['heading', '', ''].join(fieldMark)]] },
    ],
    ['of a look that is not there', { ...none, removed: [['look', 0, 0, 1, 'bold']] }],
    ['of a look that is there already', { ...none, added: [['look', 0, 2, 3, 'italic']] }],
    [
      'of a look twice',
      {
        ...none,
        added: [
          ['look', 0, 0, 1, 'bold'],
          ['look', 0, 0, 1, 'bold'],
        ],
      },
    ],
    [
      'of what is gone twice',
      {
        ...none,
        removed: [
          ['look', 0, 2, 3, 'italic'],
          ['look', 0, 2, 3, 'italic'],
        ],
      },
    ],
    ['of heading cells', { ...none, added: [['look', 0, 0, 1, `heads${fieldMark}row`]] }],
  ] as const satisfies readonly (readonly [string, ViewChanges])[])('%s', (_, changes) => {
    expect(changed(unit, changes as ViewChanges)).toBeUndefined();
  });

  it('unless it does', () => {
    expect(changed(unit, none)?.structure.items).toEqual(unit.structure.items);
    expect(changed(unit, { ...none, removed: [['look', 0, 2, 3, 'italic']] })).toBeDefined();
  });
});
