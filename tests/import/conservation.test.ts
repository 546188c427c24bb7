/** The proof: nothing is lost, added or moved, whatever the text looks like. */
import { describe, expect, it } from 'vitest';
import { firstDifference, sourceFromTei, withoutSpace } from '../../src/import/conservation.ts';
import { createChooser } from '../../src/import/decisions.ts';
import { frusText } from '../../src/import/frus-text/reader.ts';
import { writeTei } from '../../src/import/tei-writer.ts';
import { sourceText } from '../../src/source/text.ts';
import { imported, ownText } from './reading.ts';

/** What the TEI of a text says again of it. */
function toldAgain(text: string, spoil: (tei: string) => string = (tei) => tei): string {
  const source = sourceText('a.txt', text);
  const { document } = frusText.read(source, createChooser(source));
  const { tei, noteIds } = writeTei(document, { id: 'd1', metadata: {}, from: 'frus-text' });
  return sourceFromTei(spoil(tei), document.notes, noteIds);
}

describe('conservation', () => {
  it.each(['letter.txt', 'minutes.txt'])('%s is reported again by its TEI, character by character', (name) => {
    expect(toldAgain(ownText(name))).toBe(withoutSpace(ownText(name)));
  });

  it.each([
    ['a lost word', (tei: string) => tei.replace('tables', '')],
    ['an added comma', (tei: string) => tei.replace('tables', 'tables,')],
    ['a note at another word', (tei: string) => tei.replace(/Tab\s+B\.(<note[^>]*>[^<]*<\/note>)/, 'Tab$1 B.')],
    ['a page break one word late', (tei: string) => tei.replace(/(<pb n="13"[^>]*>)Tab/, 'Tab $1')],
    ['a lost page break', (tei: string) => tei.replace(/<pb n="13"[^>]*>/, '')],
    ['a call with another number', (tei: string) => tei.replace('<note n="2"', '<note n="4"')],
  ])('%s does not go unnoticed', (_, spoil) => {
    const whole = withoutSpace(ownText('letter.txt'));
    expect(firstDifference(whole, toldAgain(ownText('letter.txt'), spoil))).toBeGreaterThan(0);
  });

  it('holds for texts made at random', () => {
    const pieces = [
      '1. ',
      '[Page 3]',
      '\n',
      '\n\n',
      '  • ',
      '  1. ',
      '    ',
      '(a)\n',
      'Tab A',
      'word',
      'The Board.1',
      '19622',
      '*',
      '\t',
      ' 2',
      '<&>',
      'Dear Sir:',
      'March 3, 1921',
      'J. Smith',
      '“',
      '\u00a0',
      'x',
    ];
    let seed = 7;
    const chance = (n: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * n);
    };
    for (let round = 0; round < 1000; round++) {
      const text = Array.from({ length: 1 + chance(40) }, () => pieces[chance(pieces.length)]).join('');
      if (text.trim() === '') continue;
      const { tei, findings } = imported(text, { from: 'frus-text' });
      expect(
        findings.filter((f) => f.severity === 'error'),
        JSON.stringify(text),
      ).toEqual([]);
      expect(tei).toBeDefined();
    }
  });
});
