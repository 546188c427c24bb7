import { describe, expect, it } from 'vitest';
import {
  directionBetween,
  directionOfLanguage,
  directionOfText,
  directionWithin,
  lettersOf,
  noLetters,
  statedDirection,
  turnedStretches,
} from '../../src/model/direction.ts';

/** The decisions: in which direction a language, a look and letters are written, and which of them holds. */

describe('a language is written', () => {
  it.each(['ar', 'AR', 'ar-EG', 'ara', 'he', 'iw', 'fa-IR', 'per', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'syr', 'ckb', 'nqo', 'arz'])(
    '%s from right to left',
    (tag) => {
      expect(directionOfLanguage(tag)).toBe('rtl');
    },
  ); // prettier-ignore

  it.each(['en-Arab-145', 'ku-Arab', 'ff-Adlm', 'und-Hebr', 'uz-AF', 'pa-PK', 'az-Arab-IR', 'la-Hebr', 'rhg-Rohg', 'so-Arab-x-old'])(
    '%s from right to left, as its script or region says',
    (tag) => {
      expect(directionOfLanguage(tag)).toBe('rtl');
    },
  ); // prettier-ignore

  it.each(['en', 'de-AT', 'grc', 'zh-Hant', 'ar-Latn', 'ar-Latn-x-ijmes', 'he-Latn', 'ug-Cyrl', 'ar-alalc97', 'fa-fonipa', 'ku', 'uz', 'en-x-arab'])(
    '%s from left to right',
    (tag) => {
      expect(directionOfLanguage(tag)).toBe('ltr');
    },
  ); // prettier-ignore

  it.each([undefined, '', 'und', 'mul', 'zxx', 'german', '??', 'x-secret', '*'])('%s in a direction nobody knows', (tag) => {
    expect(directionOfLanguage(tag)).toBeUndefined();
  }); // prettier-ignore
});

describe('letters are written', () => {
  it.each([
    ['Hebrew', 'שלום'],
    ['Arabic', 'سلام'],
    ['Syriac', 'ܫܠܡܐ'],
    ['Thaana', 'ދިވެހި'],
    ['N’Ko', 'ߒߞߏ'],
    ['Samaritan', 'ࠔࠋࠌ'],
    ['Mandaic', 'ࡔࡋࡀࡌࡀ'],
    ['Adlam', '𞤀𞤣𞤤𞤢𞤥'],
    ['Phoenician', '𐤔𐤋𐤌'],
    ['presentation forms', 'ﷲ'],
  ])('%s from right to left', (_, text) => {
    expect(directionOfText(text)).toBe('rtl');
    expect(lettersOf(text).ltr).toBe(0);
  });

  it.each(['peace', 'мир', 'εἰρήνη', '平和', 'शान्ति', '𝔓𝔞𝔵'])('%s from left to right', (text) => {
    expect(directionOfText(text)).toBe('ltr');
  });

  it.each(['', '1905', '١٩٠٥', '(…) – “”', 'َُ', '\u200f', '😀'])('“%s” in no direction of its own', (text) => {
    expect(directionOfText(text)).toBeUndefined();
  });

  it('as most of them are, and where there are as many of both, as the first', () => {
    expect(directionOfText('a שלום')).toBe('rtl');
    expect(directionOfText('א peace')).toBe('ltr');
    expect(directionOfText('ab אב')).toBe('ltr');
    expect(directionOfText('אב ab')).toBe('rtl');
  });

  it('are counted alike in a text and in its parts', () => {
    const text = 'Ab אב 𐤔𐤋 𝔓 12 c';
    const parts = ['Ab א', 'ב 𐤔', '𐤋 𝔓 1', '2 c'].map(lettersOf);
    expect(lettersOf(text)).toEqual({ ltr: 5, rtl: 6, first: 'ltr' });
    expect(parts.reduce((sum, { ltr, rtl }) => sum + ltr + rtl, 0)).toBe(11);
  });
});

describe('looks state a direction', () => {
  const stated = (name: string, value: string) => statedDirection([{ name, value }]);
  it.each([
    ['style', 'direction: rtl'],
    ['style', 'color:red;direction:RTL;'],
    ['rend', 'bold rtl'],
    ['rend', 'direction:rtl'],
    ['rend', 'right-to-left'],
    ['rendition', '#rtl'],
  ])('%s="%s"', (name, value) => {
    expect(stated(name, value)).toBe('rtl');
  });

  it.each([
    ['rend', 'right'],
    ['rend', 'hurtle'],
    ['style', 'rtl'],
    ['style', 'flex-direction: row'],
    ['style', 'direction: rtl-ish'],
    ['n', 'rtl'],
  ])('%s="%s" does not', (name, value) => {
    expect(stated(name, value)).toBeUndefined();
  });

  it('and of several style holds, then rendition, whatever their order', () => {
    const all = [{ name: 'rend', value: 'rtl' }, { name: 'style', value: 'direction:ltr' }, { name: 'rendition', value: '#rtl' }]; // prettier-ignore
    expect(statedDirection(all)).toBe('ltr');
    expect(statedDirection(all.toReversed())).toBe('ltr');
  });
});

describe('where a language and letters disagree', () => {
  it.each([
    ['ltr', 'שלום רב', 'rtl', 'a default that nobody meant gives way'],
    ['rtl', 'Kataba risālatan', 'ltr', 'a transcription that does not say so is one'],
    ['rtl', 'ראו: Smith, History of the World', 'rtl', 'a line that begins in the language stays what it is'],
    ['ltr', 'Genesis: בראשית ברא אלהים את השמים', 'ltr', 'and so in the other direction'],
    ['rtl', 'A שלום רב לכם', 'rtl', 'one letter before it does not turn a text'],
    ['rtl', '1905 (12)', 'rtl', 'without letters the language holds'],
    [undefined, 'A שלום רב לכם', 'rtl', 'without a language most letters'],
    [undefined, '1905', undefined, 'without both nothing is known'],
  ] as const)('%s and “%s”: %s, %s', (language, text, expected, _) => {
    expect(directionBetween(language, lettersOf(text))).toBe(expected);
  });

  it('what has no letters of its own is written as what is in it', () => {
    expect(directionWithin('ltr', noLetters, { ltr: 3, rtl: 9, first: 'ltr' })).toBe('rtl');
    expect(directionWithin('ltr', noLetters, { ltr: 0, rtl: 0, first: 'rtl' })).toBe('rtl');
    expect(directionWithin('ltr', noLetters, noLetters)).toBe('ltr');
  });
});

describe('stretches of names', () => {
  const shown = (text: string) => turnedStretches(text).map((one) => (one.turned ? `<${one.text}>` : one.text));
  it('begin and end with a letter', () => {
    expect(shown('eds. משה כהן, and דוד לוי.')).toEqual(['eds. ', '<משה כהן>', ', and ', '<דוד לוי>', '.']);
    expect(shown('no such')).toEqual(['no such']);
    expect(shown('משה')).toEqual(['<משה>']);
    expect(shown('')).toEqual([]);
  });
});
