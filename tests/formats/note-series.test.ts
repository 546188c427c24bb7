import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';

/** Notes of the author, of the editor and on the text, which have no numbers in the source: series that a reader can distinguish, proven in every format. */

const formats = await allFormats();

/** The lines of the plain text; all that proves it must be fine. */
function shown(content: string): string[] {
  const { edition, units } = readFiles({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="document">${content}</div></body></text></TEI>`,
  });
  const [unit] = units;
  for (const name of ['html', 'text', 'text (web)', 'tei']) {
    const format = formats.get(name) as TextFormat;
    expect(checkUnit(format, unit!, unit!, edition, format.write(unit!, edition))).toEqual([]);
  }
  const lines = (formats.get('text') as TextFormat).write(unit!, edition).split('\n');
  return lines.filter((line) => line !== '');
}

const a = '<note type="author">x</note>';
const e = '<note type="editorial">y</note>';
const t = '<note type="textual">z</note>';

describe('Notes without numbers', () => {
  it.each([
    ['are one series where all are of one kind', `<p>a${a} b${a}</p>`, ['a[1] b[2]', '[1] x', '[2] x']],
    ['of the author have capitals', `<p>a${e} b${a} c${e} d${a}</p>`, ['a[1] b[Note A] c[2] d[Note B]', '[1] y', '[Note A] x', '[2] y', '[Note B] x']],
    ['on the text have letters', `<p>a${t} b${e} c${t}</p>`, ['a[Note a] b[1] c[Note b]', '[Note a] z', '[1] y', '[Note b] z']],
    ['of the author have numbers where no others but those on the text are there', `<p>a${t} b${a}</p>`, ['a[Note a] b[1]', '[Note a] z', '[1] x']],
    ['are of three series', `<p>a${t} b${e} c${a} d${t}</p>`, ['a[Note a] b[1] c[Note A] d[Note b]', '[Note a] z', '[1] y', '[Note A] x', '[Note b] z']],
    ['share the letters with those in the margin', `<p>a${t} b${e} c<note place="margin">m</note> d${t}</p>`, ['a[Note a] b[1] c[Note b] d[Note c]', '[Note a] z', '[1] y', '[Note b] m', '[Note c] z']],
    ['are the author’s where resp says so', '<p>a<note resp="#author">x</note> b<note>y</note></p>', ['a[Note A] b[1]', '[Note A] x', '[1] y']],
    ['never get a label that another note has', `<p>a<note n="A">n</note> b<note n="1">n</note> c${a} d${e}</p>`, ['a[Note A] b[1] c[Note B] d[2]', '[Note A] n', '[1] n', '[Note B] x', '[2] y']],
  ] as const)('%s', (_, content, lines) => {
    expect(shown(content)).toEqual(lines);
  }); // prettier-ignore

  it('keep the labels of the source where each series begins with 1', () => {
    const content = '<p>a<note type="author" n="1">x</note> b<note type="editorial" n="1">y</note></p>';
    expect(shown(content)).toEqual(['a[1] b[1]', '[1] x', '[1] y']);
  });
});
