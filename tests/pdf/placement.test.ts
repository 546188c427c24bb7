import { describe, expect, it } from 'vitest';
import { placement } from '../../src/pdf/placement.ts';
import { typesetAndRead } from './typeset.ts';

const narrow = '#set page(width: 180pt, height: 200pt, margin: 30pt)\n#set text(hyphenate: false, size: 10pt)\n';
const free =
  '#set text(costs: (widow: 0%, orphan: 0%))\n#show heading: it => block(sticky: false, above: 5pt, below: 5pt, text(10pt, it.body))\n';
const lines = (count: number): string => Array.from({ length: count }, (_, i) => `Line ${i + 1}`).join(' \\ ');

/** Room for twelve lines on a page. */
const place = (source: string) =>
  placement(typesetAndRead(`${narrow}${free}#set par(justify: false, leading: 5pt, spacing: 5pt)\n${source}`));

describe('what is wrong on pages is found, and its page', () => {
  it('a last line alone', () => {
    const { widows, orphans } = place(lines(13));
    expect(widows).toEqual([{ page: 1, text: 'Line 13' }]);
    expect(orphans).toEqual([]);
  });

  it('a first line alone', () => {
    const { widows, orphans } = place(`${lines(11)}\n\n${lines(5)}`);
    expect([widows, orphans.map(({ page }) => page)]).toEqual([[], [0]]);
  });

  it('a heading at a foot', () => {
    const { stranded } = place(`${lines(11)}\n= A heading\n${lines(3)}`);
    expect(stranded).toEqual([{ page: 0, text: 'A heading' }]);
  });

  it('a page that ends early, but not before a heading', () => {
    expect(place(`${lines(3)}\n#pagebreak()\n${lines(12)}`).gaps.map(({ page }) => page)).toEqual([0]);
    expect(place(`${lines(3)}\n#pagebreak()\n= Heading\n${lines(9)}`).gaps).toEqual([]);
  });

  it('lines that are too loose and too long', () => {
    const word = 'incomprehensibilities';
    const { loose, overfull } = placement(typesetAndRead(`${narrow}A b ${word} ${word} a b c, ${'x'.repeat(40)} end.`));
    expect(loose.map(({ text }) => text.trim())).toContain(`A b ${word}`);
    expect(overfull.map(({ page, text }) => [page, text.trim().slice(-42)])).toEqual([[0, `, ${'x'.repeat(40)}`]]);
    expect(overfull[0]!.excess).toBeGreaterThan(50);
  });

  it('a note that begins on another page than its call', () => {
    // The engine moves the heading to the next page after it has placed its note.
    const source = `${lines(7)}#footnote[First.]\n\n#block(sticky: true)[Sticky#footnote[Moved with its call?]]\n\n${lines(6)}`;
    const { notes, moved } = placement(typesetAndRead(`${narrow}#set par(justify: false, leading: 5pt)\n${source}`));
    expect(notes.map(({ label, call, start }) => [label, call, start])).toMatchInlineSnapshot(`
      [
        [
          "1",
          0,
          0,
        ],
        [
          "2",
          1,
          0,
        ],
      ]
    `);
    expect(moved.map(({ label }) => label)).toEqual(['2']);
  });

  it('a note that goes on over pages', () => {
    const { notes } = placement(typesetAndRead(`Call#footnote[#lorem(300)] after.`));
    expect(notes).toMatchObject([{ label: '1', call: 0, start: 0 }]);
    expect(notes[0]!.end).toBeGreaterThan(0);
  });
});

it('a page that is well set has nothing of all this', () => {
  const { notes, ...faults } = placement(typesetAndRead(`= Heading\n#lorem(60)#footnote[A note.] #lorem(40)`));
  expect(notes).toHaveLength(1);
  expect(faults).toMatchObject({ moved: [], stranded: [], widows: [], orphans: [], overfull: [], gaps: [] });
});
