import { describe, expect, it } from 'vitest';
import { standoff as format } from '../../src/formats/standoff/standoff-format.ts';
import type { Standoff } from '../../src/formats/standoff/shape.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { chance } from '../harness/chance.ts';
import { type ReadEdition, readFiles, readFolder } from '../harness/edition.ts';
import { tei } from '../harness/letters.ts';
import { hasCorpus, needsCorpus, volume12 } from '../harness/places.ts';

/** Text with offsets: what stands at an offset is what the source has there, whatever the characters. */

const one = (body: string): ReadEdition => readFiles({ 'a.xml': tei(body) });
const read = one(
  '<p>𝔄 letter 📜 from <persName ref="people.xml#a">Ji\u0159i\u0301 \u{1f469}\u200d\u{1f680}</persName> of <date when="1901-03-01">March 1</date><note n="1">To <persName ref="#b">𐎠 B</persName>.</note>,<pb n="590a"/> in <foreign xml:lang="grc">λ\u0301όγος</foreign> <gap/> see <ref target="#x">there</ref>.</p><p>End.</p>',
);
const written = ({ edition, units: [unit] }: ReadEdition): string => format.write(unit!, edition);
const lossesOf = ({ edition, units: [unit] }: ReadEdition, content: string): string[] =>
  checkUnit(format, unit!, unit!, edition, content).map(({ message }) => message);

/** The words of a span, taken out by code points, as Python does. */
const wordsAt = (text: string, start: number, end: number): string => [...text].slice(start, end).join('');

describe('standoff/ID.json', () => {
  it('counts code points: characters outside the BMP and combining marks move nothing', () => {
    const file = JSON.parse(written(read)) as Standoff;
    expect(file.offsets).toBe('code points');
    const said = file.spans.map(({ type, role, start, end }) => `${role ?? type} ${wordsAt(file.text, start, end)}`);
    expect(said.toSorted()).toEqual(
      ['person Ji\u0159i\u0301 \u{1f469}\u200d\u{1f680}', 'date March 1', 'note ', 'page ', 'language λ\u0301όγος', 'foreign λ\u0301όγος', 'sign \ufffc', 'link there'].toSorted(), // prettier-ignore
    );
    const [note] = file.notes;
    expect(note!.spans.map(({ start, end, target }) => [wordsAt(note!.text, start, end), target])).toEqual([
      ['𐎠 B', '#b'],
    ]);
    expect(file.text.endsWith('.\nEnd.')).toBe(true);
    expect(lossesOf(read, written(read))).toEqual([]);
  });

  it('is read back with every span that is moved by one character', () => {
    const file = JSON.parse(written(read)) as Standoff;
    file.spans.forEach((span, i) => {
      for (const by of [-1, 1]) {
        const moved = { ...span, start: span.start + by, end: span.end + by };
        const damaged = { ...file, spans: file.spans.map((each, j) => (j === i ? moved : each)) };
        // A page is between two words, and a language says nothing of a space.
        if (span.type === 'page' && by === 1) continue;
        expect(lossesOf(read, `${JSON.stringify(damaged, null, 1)}\n`), `${span.type} ${by}`).not.toEqual([]);
      }
    });
  });

  it('has no character that can be changed unseen', () => {
    const content = written(read);
    const luck = chance(5);
    for (const { index } of [...content.matchAll(/[A-Za-z0-9]/g)].filter(() => luck.often(60))) {
      const damaged = `${content.slice(0, index)}${content[index] === '7' ? '8' : '7'}${content.slice(index + 1)}`;
      let losses: string[];
      try {
        losses = lossesOf(read, damaged);
      } catch {
        continue;
      }
      // Why a sign is there is not promised.
      if (/"value": "\w*$/.test(content.slice(0, index)) && content.slice(index - 90, index).includes('"sign"'))
        continue;
      expect(losses, content.slice(index - 30, index + 20)).not.toEqual([]);
    }
  });

  it('has the notes of readings that are not in the text, called nowhere', () => {
    const apparatus = one(
      '<p><app><lem wit="#a">x</lem><rdg wit="#b">y<note n="1">on y</note></rdg></app> z<note n="2">on z</note></p>',
    );
    const file = JSON.parse(written(apparatus)) as Standoff;
    expect([file.notes.map(({ text }) => text), file.spans.filter(({ type }) => type === 'note').length]).toEqual([
      ['on y', 'on z'],
      1,
    ]);
    expect(lossesOf(apparatus, written(apparatus))).toEqual([]);
  });
});

it.skipIf(!hasCorpus)(
  `of a volume has every name that points to a register at its words${needsCorpus}`,
  () => {
    const { edition, units } = readFolder(volume12);
    let names = 0;
    for (const unit of units) {
      const content = format.write(unit, edition);
      expect(checkUnit(format, unit, unit, edition, content)).toEqual([]);
      const file = JSON.parse(content) as Standoff;
      const spans = [file, ...file.notes].flatMap((each) => each.spans);
      names += spans.filter(({ type, target }) => type === 'words' && target !== undefined).length;
    }
    expect(names).toBe(7890);
  },
  120_000,
);
