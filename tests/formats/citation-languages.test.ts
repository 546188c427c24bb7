import { describe, expect, it } from 'vitest';
import { langid, languageTag } from '../../src/model/citation/language.ts';

/** The names of languages in citations, compared with those that Unicode gives them (CLDR, as JavaScript knows it). */

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const twoLetters = letters.flatMap((a) => letters.map((b) => a + b));
const threeLetters = twoLetters.flatMap((two) => letters.map((c) => two + c));
const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Babel's own words for languages and orthographies (babel manual, section 1.24), where they are not the English name. */
const ofBabel: Readonly<Record<string, string>> = {
  de: 'ngerman',
  nb: 'norsk',
  nn: 'nynorsk',
  sl: 'slovene',
  'de-at': 'naustrian',
  'de-ch': 'nswissgerman',
};

/** What a region is called in the English name of a language: `American English`. */
const inEnglish = (tag: string): string => english.of(tag)!.split(' ').slice(0, -1).join('').toLowerCase();

describe('the language of a citation', () => {
  it('is named in BibLaTeX by its English name, or by the word that babel has for it', () => {
    const named = twoLetters.filter((code) => langid(code) !== undefined);
    const wanted = Object.fromEntries(named.map((code) => [code, ofBabel[code] ?? english.of(code)!.toLowerCase()]));
    expect(Object.fromEntries(named.map((code) => [code, langid(code)]))).toEqual(wanted);
  });

  it('is named in BibLaTeX for the languages of Europe that have a literature', () => {
    const european = 'bg ca cs da de el en es et fi fr hr hu is it la lt lv nb nl nn pl pt ro ru sk sl sr sv tr uk';
    expect(european.split(' ').filter((code) => langid(code) === undefined)).toEqual([]);
  });

  it('is named with its region where hyphenation differs', () => {
    for (const tag of ['en-us', 'en-gb', 'en-ca', 'en-au', 'pt-br']) expect(langid(tag), tag).toBe(inEnglish(tag));
    expect(langid('en-NZ')).toBe('newzealand');
    for (const tag of ['de-at', 'de-ch']) expect(langid(tag), tag).toBe(ofBabel[tag]);
    expect([langid('de-LI'), langid('EN'), langid('fr-CA')]).toEqual(['ngerman', 'english', 'french']);
  });

  it('has no name where babel has none', () => {
    expect([langid('zz'), langid('tlh'), langid('zh-Latn')]).toEqual([undefined, undefined, undefined]);
  });

  it('has the code of two letters for one of three, as BCP 47 wants it', () => {
    const shortened = threeLetters.filter((code) => languageTag(code) !== code);
    const wanted = shortened.map((code) => `${code} ${code === 'nor' ? 'no' : Intl.getCanonicalLocales(code)[0]}`);
    expect(shortened.map((code) => `${code} ${languageTag(code)}`)).toEqual(wanted);
    const european = 'ces dan deu ell eng fra hrv hun ita lat nld nor pol por ron rus slk slv spa srp swe tur ukr';
    const older = 'cze dut fre ger gre rum slo';
    for (const code of [...european.split(' '), ...older.split(' ')]) expect(languageTag(code), code).toHaveLength(2);
    expect([languageTag('GER'), languageTag('en-US'), languageTag(undefined)]).toEqual(['de', 'en-US', undefined]);
  });
});
