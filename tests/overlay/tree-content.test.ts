import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { treeContent } from '../../src/edition/overlay/tree-content.ts';
import { runsOf } from '../../src/model/spine.ts';
import { isFreeLook } from '../../src/model/sheet-changes.ts';
import { type Item, withoutItem } from '../../src/model/structure.ts';
import type { UnitContent } from '../../src/model/unit-content.ts';
import { readFiles, readFolder, type SourceUnit } from '../harness/edition.ts';
import { root } from '../harness/places.ts';
import { chance } from '../harness/chance.ts';
import { randomDivision } from '../harness/random-tei.ts';

/** What stylesheets change is listed by what trees say: that must be what the source says, run for run and item for item. */

const compared: ReadonlySet<string> = new Set(['block', 'look', 'role']);
const shown = (items: readonly Item[]): string[] =>
  items
    .filter(({ aspect, value }) => compared.has(aspect) && (aspect !== 'look' || isFreeLook(value)))
    .map(({ aspect, run, from, to, value }) => [aspect, run, from, to, value].join(' '));

function expectSame(tree: SourceUnit['reading'], { spine, structure }: UnitContent): void {
  const said = treeContent(tree);
  const { items, ownBlock } = structure;
  expect(runsOf(said.spine)).toEqual(runsOf(spine));
  expect(shown(said.items)).toEqual(shown(ownBlock ? withoutItem(items, ownBlock) : items));
}

function expectAll(units: readonly SourceUnit[]): void {
  for (const unit of units) {
    expectSame(unit.reading, unit);
    if (unit.diplomatic) expectSame(unit.diplomatic, unit.contentIn('diplomatic'));
  }
}

describe('What a tree says is what its source says', () => {
  it('in the sample edition', () => {
    const { units } = readFolder(join(root, 'tei'));
    expect(units.length).toBeGreaterThan(0);
    expectAll(units);
  });

  it('in lists, tables, verse, quotations, notes, readings and words of every kind', () => {
    const body = `<div type="document"><head>H<note>n <hi rend="b">x</hi></note></head><p rend="center">a <hi rend="italic odd">b</hi> <date when="1900">c</date></p>
      <list type="ordered"><item n="1">x</item><item>y<list><item>z</item></list></item></list><table><row role="label"><cell>1</cell></row><row><cell>2</cell></row></table>
      <lg><l n="1">v</l><l part="F">w</l></lg><p>x <q>in</q> <quote><p>block</p></quote> <app><lem>l</lem><rdg>r <hi>s</hi></rdg></app></p><sp><speaker>S</speaker><p>t</p></sp></div>`;
    const file = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`;
    expectAll(readFiles({ 'a.xml': file }).units);
  });

  it('in documents made at random', () => {
    const luck = chance(41);
    const divisions = Array.from({ length: 60 }, () => `<div type="document">${randomDivision(luck, true)}</div>`);
    const file = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${divisions.join('')}</body></text></TEI>`;
    const { units } = readFiles({ 'a.xml': file });
    expect(units.length).toBeGreaterThan(50);
    expectAll(units);
  });
});
