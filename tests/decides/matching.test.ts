import { expect, it } from 'vitest';
import { decidedText } from '../../src/edition/decided-text.ts';
import { deciding } from '../../src/model/decides/decider.ts';
import { readTable } from '../../src/model/decides/table.ts';
import { sourceText } from '../../src/source/text.ts';
import { scanXml, type XmlHandler, type XmlTag } from '../../src/source/xml.ts';
import { type Chance, chance } from '../harness/chance.ts';

/** Both ways of finding the elements that a table decides, compared with one that a child understands. */

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Node | undefined;
  readonly children: Node[];
}
interface Step {
  readonly name: string;
  readonly deep: boolean;
  readonly tests: readonly (readonly [written: string, holds: (node: Node) => boolean])[];
}

const names = ['opener', 'p', 'ab', 'closer'];
const pick = <T>(luck: Chance, list: readonly T[]): T => luck.pick(list);

const tests: Step['tests'] = [
  ['@n', ({ attributes }) => 'n' in attributes],
  ['not(@n)', ({ attributes }) => !('n' in attributes)],
  ["@type='x'", ({ attributes }) => attributes['type'] === 'x'],
  ['@type = "y" and @n', ({ attributes }) => attributes['type'] === 'y' && 'n' in attributes],
  ["@type='y' or not(@type)", ({ attributes }) => attributes['type'] === 'y' || !('type' in attributes)],
  ["contains-token(@ana,'b')", ({ attributes }) => attributes['ana']?.split(' ').includes('b') === true],
  ["starts-with(@ana, 'b')", ({ attributes }) => attributes['ana']?.startsWith('b') === true],
  ["not(@type='x' or (@n and @ana))", ({ attributes: a }) => !(a['type'] === 'x' || ('n' in a && 'ana' in a))],
];

function makeNode(luck: Chance, parent: Node | undefined, depth: number): Node {
  const attributes: Record<string, string> = {};
  if (luck.often(40)) attributes['n'] = String(luck.below(3));
  if (luck.often(60)) attributes['type'] = pick(luck, ['x', 'y']);
  if (luck.often(40)) attributes['ana'] = pick(luck, ['a b', 'b a', 'bb', '']);
  if (luck.often(20)) attributes['rend'] = 'old';
  const node: Node = { name: pick(luck, names), attributes, parent, children: [] };
  for (let i = luck.below(4); i > 0 && depth < 7; i--) node.children.push(makeNode(luck, node, depth + 1));
  return node;
}

const makePath = (luck: Chance, length = 1 + luck.below(4)): Step[] =>
  Array.from({ length }, (_, i) => ({
    name: luck.often(25) && i < length - 1 ? '*' : pick(luck, names),
    deep: i > 0 && luck.often(60),
    tests: Array.from({ length: luck.pick([0, 0, 1, 2]) }, () => pick(luck, tests)),
  }));

const written = (path: readonly Step[]): string =>
  path
    .map(
      ({ name, deep, tests: all }, i) =>
        `${i === 0 ? '' : deep ? '//' : '/'}${name}${all.map(([test]) => `[${test}]`).join('')}`,
    )
    .join('');

/** Tries every way up. */
function leads(path: readonly Step[], node: Node | undefined): boolean {
  const last = path.at(-1)!;
  if (!node || (last.name !== '*' && last.name !== node.name) || !last.tests.every(([, holds]) => holds(node)))
    return false;
  if (path.length === 1) return true;
  for (let at = node.parent; at; at = at.parent) {
    if (leads(path.slice(0, -1), at)) return true;
    if (!last.deep) return false;
  }
  return false;
}

const xml = ({ name, attributes, children }: Node): string =>
  `<t:${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}='${value}'`)
    .join('')}>${children.map(xml).join('x')}</t:${name}>`;

const tagText = ({ local, attributes }: XmlTag): string =>
  `${local}${attributes.flatMap(({ name, value }) => (name === 'rend' ? [` ${value}`] : [])).join('')}`;
function tagsOf(source: string, wrap: (inner: XmlHandler) => XmlHandler = (inner) => inner): string[] {
  const tags: string[] = [];
  const handler: XmlHandler = { open: (tag) => tags.push(tagText(tag)), close: (tag) => tags.push(`/${tag.local}`) };
  expect(scanXml(sourceText('', source), wrap(handler))).toEqual([]);
  return tags;
}

const rows = [
  { kind: 'block' },
  { role: 'closer' },
  { kind: 'line', class: 'mine' },
  { class: 'own' },
  { kind: 'nothing' },
];
const becomes = ['ab', 'closer', 'l mine', ' own', 'fw'];

it('both ways find the elements that a table decides, in 300 trees made at random', () => {
  const luck = chance(11);
  let decided = 0;
  for (let i = 0; i < 300; i++) {
    const root = makeNode(luck, { name: 'TEI', attributes: {}, parent: undefined, children: [] }, 0);
    const table: Record<string, Record<string, string>> = {};
    const paths: { readonly path: Step[]; readonly row: number; readonly weight: readonly number[] }[] = [];
    for (let r = 1 + luck.below(5); r > 0; r--) {
      const path = makePath(luck);
      if (written(path) in table) continue;
      const row = luck.below(rows.length);
      table[written(path)] = rows[row]!;
      const count = path.flatMap(({ tests: all }) => all).reduce((sum, [test]) => sum + test.split('@').length - 1, 0);
      paths.push({ path, row, weight: [count, path.length, paths.length] });
    }
    const stronger = paths.toSorted(({ weight: a }, { weight: b }) => b[0]! - a[0]! || b[1]! - a[1]! || b[2]! - a[2]!);
    const expected: string[] = [];
    const visit = (node: Node, isInLine: boolean): void => {
      const strongest = stronger.find(({ path }) => leads(path, node));
      // In a line of verse, and in what is no text, nothing can be on lines of its own.
      const winner = isInLine && strongest && strongest.row < 3 ? undefined : strongest;
      const [name = '', looks] = (winner ? becomes[winner.row]! : '').split(' ');
      if (winner) decided++;
      const rend = [looks, node.attributes['rend']].filter(Boolean).join(' ');
      expected.push(`${name || node.name}${rend === '' ? '' : ` ${rend}`}`);
      node.children.forEach((child) => visit(child, isInLine || ['l', 'fw'].includes(name)));
      expected.push(`/${name || node.name}`);
    };
    expected.push('TEI');
    visit(root, false);
    expected.push('/TEI');
    const read = readTable(table);
    expect(read.faults).toEqual([]);
    const source = `<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0">${xml(root)}</t:TEI>`;
    const none = (): boolean => false;
    const { text } = decidedText(sourceText('', source), read.table, none).source;
    expect({ table, tags: tagsOf(text) }).toEqual({ table, tags: expected });
    expect(tagsOf(source, (inner) => deciding(sourceText('', source), read.table, none, {})(inner).handler)).toEqual(
      expected,
    );
  }
  expect(decided).toBeGreaterThan(1000);
});
