import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';

/** Who says what is proven. */

const formats = await allFormats();
const { edition, units } = readFiles({
  'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson>
    <person xml:id="a"><persName>Ada</persName></person><person xml:id="b"><persName>Bea</persName></person>
    </listPerson></particDesc></profileDesc></teiHeader><text><body><div type="document" xml:id="d1">
    <u who="#a">One <vocal><desc>laughs</desc></vocal>.</u><u who="#b"><seg>Two.</seg><seg>Three.</seg></u></div></body></text></TEI>`,
});
const [unit] = units;

function losses(name: string, from: string | RegExp, to: string): string[] {
  const format = formats.get(name) as TextFormat;
  const written = format.write(unit!, edition);
  const damaged = written.replace(from, to);
  expect(damaged).not.toBe(written);
  return checkUnit(format, unit!, unit!, edition, damaged).map(({ message }) => message);
}

describe('of a page', () => {
  it.each([
    ['the pointer to who speaks', 'data-who="#a"', 'data-who="#b"'],
    ['that somebody speaks', ' data-who="#a"', ''],
    ['the name', '>Ada:<', '>Bea:<'],
    ['the name, which is lost', '<span class="who" data-generated="">Ada:</span>', ''],
    [
      'the name, which is there twice',
      '<span class="who"',
      '<span class="who" data-generated="">Ada:</span><span class="who"',
    ],
    ['the name, which is a word now', '<span class="who" data-generated="">Ada:</span>', 'Ada:'],
    ['where a paragraph of the speech ends', '</p>\n<p>Three', ' Three'],
    ['that a laugh is one', ' class="event"', ''],
  ] as const)('%s is found when it is changed', (_, from, to) => {
    expect(losses('html', from, to)).not.toEqual([]);
  });
});

describe('of a plain text', () => {
  it.each([
    ['the name', 'Speaker Ada', 'Speaker Bea'],
    ['the name, which is lost', '[Speaker Ada] ', ''],
    ['the name, which is a word now', '[Speaker Ada]', '\\[Speaker Ada]'],
    ['where somebody begins to speak', '[Speaker Ada] One', 'One [Speaker Ada]'],
  ] as const)('%s is found when it is changed', (_, from, to) => {
    expect(losses('text', from, to)).not.toEqual([]);
  });
});
