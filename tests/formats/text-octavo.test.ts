import { plainSigns } from '../../src/model/signs.ts';
import { describe, expect, it } from 'vitest';
import { textFormat } from '../../src/formats/text/format.ts';
import type { EditionContext } from '../../src/model/edition.ts';
import type { ReadingNode } from '../../src/model/reading.ts';
import {
  heading,
  item,
  label,
  node,
  note,
  p,
  pageBreak,
  section,
  spineOf,
  treeByChance,
  unitOf,
} from './text-trees.ts';

const text = textFormat({ dialect: 'octavo' });
const edition = { signs: plainSigns } as EditionContext;
const write = (reading: ReadingNode, number?: string): string => text.write(unitOf(reading, number), edition);

/** What is written, after a check that it reads back to the whole spine. */
function proven(reading: ReadingNode, number?: string): string {
  const content = write(reading, number);
  expect(text.readBack(content).spine).toEqual(spineOf(reading));
  return content;
}

describe('plain text, octavo dialect', () => {
  it('writes a block on a line, marks in brackets and the notes at the end', () => {
    const reading = section(
      pageBreak('590', 'leading'),
      heading('Memorandum From Kissinger', note('1', 'Source: National Archives.'), ' to Nixon'),
      p(
        'You asked for such ',
        pageBreak('591'),
        'weapons.',
        note('2', p('Not printed.'), p('See also Tab B.')),
        ' Then more.',
      ),
      pageBreak('592'),
      p('The end.'),
    );
    expect(proven(reading, '194')).toBe(`[Document 194]

[Page 590]

Memorandum From Kissinger[1] to Nixon

You asked for such [Page 591] weapons.[2] Then more.

[Page 592]

The end.

[1] Source: National Archives.

[2] Not printed.

    See also Tab B.
`);
  });

  it('does not repeat the number of a document whose heading shows it', () => {
    expect(proven(section(heading('194. Memorandum')), '194')).toBe('194. Memorandum\n');
    expect(proven(section(heading('No. 194'), heading('Memorandum')), '194')).toBe('No. 194\n\nMemorandum\n');
    expect(proven(section(heading('1941 in Review')), '194')).toBe('[Document 194]\n\n1941 in Review\n');
  });

  it('writes lists with bullets, with numbers, with the labels of the source, and nested', () => {
    const reading = section(
      node(
        'list',
        {},
        heading('SUBJECT'),
        item('Cuba'),
        item('Two points', node('list', {}, item('First'), item('Second'))),
      ),
      node('list', { role: 'ordered' }, item('One'), item(p('Two'), p('and more'))),
      node('list', { role: 'labelled' }, label('1.'), item('Named'), label('b)'), item(p('Also named'))),
    );
    expect(proven(reading)).toBe(`SUBJECT

  • Cuba
  • Two points
    • First
    • Second

  1.  One
  2.  Two
    and more

  1. Named
  b) Also named
`);
  });

  it('writes a table with a row on a line and tabs between its cells', () => {
    const cell = (...words: string[]): ReadingNode => node('cell', {}, ...words);
    const reading = section(
      node(
        'table',
        {},
        node('row', {}, cell(), cell('Annually')),
        node('row', {}, cell('Rent'), cell('$24,000.')),
        node('row', {}, node('cell', { columns: 2 }, p('Total'), p('of all')), cell('$314,000.')),
      ),
    );
    expect(proven(reading)).toBe('\tAnnually\nRent\t$24,000.\nTotal of all\t\t$314,000.\n');
  });

  it('writes verse line by line, and the speaker above the speech', () => {
    const line = (words: string): ReadingNode => node('line', {}, words);
    const reading = section(
      node('block', { role: 'stanza' }, line('Proceed, Solinus,'), line('And by the doom')),
      node('speech', {}, node('block', { role: 'speaker' }, 'DUKE'), p('Merchant of Syracusa, plead no more.')),
    );
    expect(proven(reading)).toBe('Proceed, Solinus,\nAnd by the doom\n\nDUKE\nMerchant of Syracusa, plead no more.\n');
  });

  it('keeps words of the source that look like marks apart from marks', () => {
    const reading = section(p('See [3] and [Page 12], not [sic] nor C:\\dir.', note('3', 'A note on [4].')));
    expect(proven(reading)).toBe('See \\[3] and \\[Page 12], not [sic] nor C:\\\\dir.[3]\n\n[3] A note on \\[4].\n');
    const split = section(p('See [', node('span', {}, '3'), '] there.'));
    expect(proven(split)).toBe('See \\[3] there.\n');
  });

  it('keeps a paragraph that begins with a call apart from a note', () => {
    const reading = section(p('One.'), p(note('1', 'Body.'), ' Two.'));
    expect(proven(reading)).toBe('One.\n\n[1]\\ Two.\n\n[1] Body.\n');
  });

  it('glues a call to the word before it, whatever white space the source has there', () => {
    expect(proven(section(p('Department of State ', note('1', 'Body.'), ', Washington')))).toContain(
      'State[1], Washington',
    );
  });

  it('writes labels that are not numbers or note symbols with the word Note', () => {
    const reading = section(
      p('A', note('*', 'one'), ' B', note('a', 'two'), ' C', note('Page 3', 'three'), ' D', note('', 'four')),
    );
    expect(proven(reading)).toBe(
      'A[*] B[Note a] C[Note Page 3] D[Note]\n\n[*] one\n\n[Note a] two\n\n[Note Page 3] three\n\n[Note] four\n',
    );
  });

  it('puts a note that is called in a note after it', () => {
    const reading = section(p('A', note('1', 'outer', note('2', 'inner'), ' end'), ' B', note('3', 'last')));
    expect(proven(reading)).toBe('A[1] B[3]\n\n[1] outer[2] end\n\n[2] inner\n\n[3] last\n');
  });

  it('shows an image by its description and reads it back as no text', () => {
    const reading = section(node('figure', {}, node('image', { title: 'Map of Cuba' }), p('Missile sites')));
    expect(proven(reading)).toBe('[Image: Map of Cuba]\n\nMissile sites\n');
  });

  it('reads back the whole spine of 3,000 texts made at random, with everything in them that looks like a mark', () => {
    let notes = 0;
    for (let seed = 1; seed <= 3000; seed++) {
      const reading = treeByChance(seed);
      const spine = spineOf(reading);
      notes += spine.notes.length;
      expect(text.readBack(write(reading)).spine, `text ${seed}:\n${write(reading)}`).toEqual(spine);
    }
    expect(notes).toBeGreaterThan(1000);
  });
});
