import { describe, expect, it } from 'vitest';
import { treeContent } from '../../src/edition/overlay/tree-content.ts';
import { unitChanges } from '../../src/edition/overlay/compare-trees.ts';
import { noWitnesses } from '../../src/model/apparatus.ts';
import { kinds } from '../../src/model/reading.ts';
import { checkResult, checkTree } from '../../src/transform/overlay/check-result.ts';
import { deepest, readAnswer, type SentNode } from '../../src/transform/overlay/messages.ts';
import { readResult } from '../../src/transform/read-result.ts';
import { type Chance, chance } from '../harness/chance.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats, chaptersOfBooks } from '../harness/formats.ts';
import { tei } from './edition.ts';

/** Whatever a stylesheet makes of the vocabulary, in whatever order, is refused or can be written: nothing is thrown. */

const elements = [...kinds, 'view', 'range', 'ends', 'span', 'block'];
const values: Readonly<Record<string, readonly string[]>> = {
  role: ['paragraph', 'quote', 'gap', 'reading', 'lemma', 'label', 'utterance', 'anchor', 'gloss', 'person', ''],
  tei: ['p', 'hi', 'lem', 'rdg', 'note', 'w', 'supplied', 'pause', 'date', 'u', 'ruby', 'rt', 'x y', ''],
  is: ['supplied', 'unclear', 'event', 'nothing'],
  only: ['reading', 'diplomatic'],
  n: ['1', '', 'a b'],
  rend: ['italic', 'odd', ''],
  target: ['#d', 'http://a.org', ''],
  'xml:id': ['i', 'i', 'a b', ''],
  'xml:lang': ['ar', 'en', 'not a language', ''],
  cols: ['2', 'x'],
  break: ['no'],
  notation: ['tex', 'mathml'],
  title: ['t', '1900', ''],
  who: ['#W', ''],
  url: ['a.png', ''],
  'o:number': ['u\t1.2\tmargin', 'u\t1\tlabel', '\t\t', 'x'],
  spanTo: ['#i'],
  ids: ['i'],
  place: ['margin', 'inline'],
  type: ['textual'],
};

function element(luck: Chance, depth: number): SentNode {
  const name = luck.pick(elements);
  const attributes = Object.keys(values).flatMap((one) => (luck.often(18) ? [one, luck.pick(values[one]!)] : []));
  return [name, attributes, children(luck, depth + 1)];
}

const children = (luck: Chance, depth: number): SentNode[] =>
  Array.from({ length: depth > 5 ? 0 : luck.below(4) }, () =>
    luck.often(40) ? luck.pick(['word', ' ', 'wo-', 'a b ', '']) : element(luck, depth),
  );

const nested = (name: string, depth: number): SentNode =>
  depth === 0 ? 'word' : [name, ['tei', 'seg', 'role', 'r', 'rend', 'italic'], [nested(name, depth - 1)]];

describe('A result that is deep', () => {
  it.each(['span', 'section', 'block', 'list', 'note', 'table'])(
    'of <%s> is refused, or every format can write it',
    async (name) => {
      const { edition, units } = readFiles({ 'a.xml': tei('<p>a</p>') });
      const formats = [...(await allFormats(true)).values(), chaptersOfBooks()[1]];
      const answer = readAnswer(JSON.stringify({ sections: [['section', [], [nested(name, deepest - 10)]]] }), 1)!;
      const [section] = 'sections' in answer ? answer.sections : [];
      const trees = readResult(section!, noWitnesses);
      treeContent(trees.reading);
      for (const format of formats) expect(() => format.write({ ...units[0]!, ...trees }, edition)).not.toThrow();
      expect(
        readAnswer(JSON.stringify({ sections: [['section', [], [nested(name, deepest + 1)]]] }), 1),
      ).toBeUndefined();
    },
  );
});

describe('A result made at random', () => {
  it('is refused, or every format can write it', async () => {
    const luck = chance(7);
    const { edition, units } = readFiles({ 'a.xml': tei('<p>a</p>') });
    const [unit] = units;
    const formats = [...(await allFormats(true)).values(), chaptersOfBooks()[1]];
    let written = 0;
    for (let i = 0; i < 4000; i++) {
      const sent: SentNode = ['section', ['tei', 'text', 'role', 'document'], children(luck, 1)];
      const answer = readAnswer(JSON.stringify({ sections: [sent] }), 1)!;
      const [section] = 'sections' in answer ? answer.sections : [];
      const refused = checkResult(section!);
      if (refused) continue;
      const trees = readResult(section!, noWitnesses);
      if (checkTree(trees.reading) ?? (trees.diplomatic && checkTree(trees.diplomatic))) continue;
      const said = JSON.stringify(sent);
      expect(() => treeContent(trees.reading), said).not.toThrow();
      expect(() => unitChanges(unit!, trees), said).not.toThrow();
      for (const format of formats) expect(() => format.write({ ...unit!, ...trees }, edition), said).not.toThrow();
      written++;
    }
    expect(written).toBeGreaterThan(300);
  });
});
