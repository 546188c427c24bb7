import { plainSigns } from '../../src/model/signs.ts';
import { describe, expect, it } from 'vitest';
import { textFormat } from '../../src/formats/text/format.ts';
import { noStructure } from '../../src/model/structure.ts';
import type { Spine } from '../../src/model/spine.ts';
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

const text = textFormat({ dialect: 'web' });
const edition = { signs: plainSigns } as EditionContext;
const write = (reading: ReadingNode, number?: string): string => text.write(unitOf(reading, number), edition);

const promised = (reading: ReadingNode): Spine =>
  text.promise!({ spine: spineOf(reading), structure: noStructure }, unitOf(reading), edition).spine;

/** What is written, after a check that it reads back to what the dialect promises. */
function proven(reading: ReadingNode, number?: string): string {
  const content = write(reading, number);
  expect(text.readBack(content).spine).toEqual(promised(reading));
  return content;
}

describe('plain text, web dialect', () => {
  it('writes the number, glued calls, page breaks in the flow, bullets, and the notes line by line without a last line end', () => {
    const reading = section(
      pageBreak('590', 'leading'),
      heading('Memorandum to President Nixon', note('1', 'Source: National Archives.')),
      node('list', { role: 'subject' }, heading('SUBJECT'), item('“Understandings”')),
      p('On October 26, 1962', note('2', p('Not printed.')), ' such ', pageBreak('591'), 'weapons.'),
      pageBreak('592'),
      p('The end.', note('3', 'See ibid.')),
    );
    expect(proven(reading, '194')).toBe(`194. Memorandum to President Nixon1

SUBJECT

  • “Understandings”

On October 26, 19622 such [Page 591] weapons.

[Page 592]

The end.3

  1. Source: National Archives.
  2. Not printed.
  3. See ibid.`);
  });

  it('keeps the blank before a call that the source has, between two calls as well', () => {
    const spaced = (n: string): ReadingNode => ({ ...note(n, 'Not printed.'), spaced: true });
    const reading = section(p('To the Department of State', spaced('1'), spaced('2'), ', Washington.'));
    expect(proven(reading).split('\n')[0]).toBe('To the Department of State 1 2, Washington.');
  });

  it('sets the lines of an opener and a closer on lines, and notes directly below a signature', () => {
    const line = (role: string, ...words: ReadingNode['children']): ReadingNode => node('block', { role }, ...words);
    const reading = section(
      heading('Letter'),
      line('opener', line('dateline', 'Washington, undated.'), line('salute', 'Dear Bob:')),
      p('Thanks.'),
      line('closer', line('salute', 'Yours,'), line('signed', 'Mac', note('1', 'Typed.'))),
    );
    expect(proven(reading)).toBe('Letter\n\nWashington, undated.\nDear Bob:\n\nThanks.\n\nYours,\nMac1\n  1. Typed.');
  });

  it('parts the paragraphs of a note by blank lines, and such a note from its neighbours', () => {
    const reading = section(p('A', note('1', 'one'), note('2', p('two'), p('more')), note('3', 'three')));
    expect(proven(reading)).toBe('A123\n\n  1. one\n\n  2. two\n\n    more\n\n  3. three');
  });

  it('writes labelled lists on lines, ordered lists with numbers, and nested lists further in', () => {
    const reading = section(
      node('list', { role: 'labelled' }, label('1.'), item('First'), label('2.'), item('Second')),
      node('list', { role: 'ordered' }, item('One', node('list', {}, item('nested')))),
      p('End.'),
    );
    expect(proven(reading)).toBe('1.\nFirst\n2.\nSecond\n  1. One\n    • nested\n\nEnd.');
  });

  it('gives a numbered list at the very end bullets, for numbers there would be notes', () => {
    const list = node('list', { role: 'ordered' }, item('One'), item('Two'));
    expect(proven(section(p('A'), list))).toBe('A\n\n  • One\n  • Two');
  });

  it('keeps a space before a call where the source has it, as archives do', () => {
    expect(proven(section(p('Department of State ', note('1', 'Body.'), ' said')))).toBe(
      'Department of State 1 said\n\n  1. Body.',
    );
  });

  it('finds every word, note and page break that is lost, doubled or moved', () => {
    const reading = section(
      heading('Title', note('1', 'Source.')),
      p('One two ', pageBreak('5'), 'three', note('2', 'Body here.'), ' four.'),
    );
    const content = write(reading, '7');
    const wanted = JSON.stringify(promised(reading));
    const damages: [string, string][] = [
      ['two ', ''],
      ['two', 'two two'],
      ['One two', 'two One'],
      ['[Page 5] ', ''],
      ['three2', 'three'],
      ['three2 four', 'three four2'],
      ['  2. Body here.', ''],
      ['Body here', 'Body'],
      ['  1. Source.\n  2. Body here.', '  2. Body here.\n  1. Source.'],
    ];
    for (const [from, to] of damages) {
      expect(content).toContain(from);
      expect(JSON.stringify(text.readBack(content.replace(from, to)).spine), `${from} → ${to}`).not.toBe(wanted);
    }
  });

  it('keeps its promise for 3,000 texts made at random', () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const reading = treeByChance(seed, { labels: ['1', '2', '17', '*'], without: '[Page' });
      const content = write(reading, seed % 2 ? '194' : undefined);
      expect(text.readBack(content).spine, `text ${seed}:\n${content}`).toEqual(promised(reading));
    }
  });
});
