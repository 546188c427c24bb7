/** Languages: tags (BCP 47), and the names by which BibLaTeX sets hyphenation, those of babel (biblatex manual, 4.9.1). */

const regional: Readonly<Record<string, string>> = {
  'en-us': 'american',
  'en-gb': 'british',
  'en-ca': 'canadian',
  'en-au': 'australian',
  'en-nz': 'newzealand',
  'de-at': 'naustrian',
  'de-ch': 'nswissgerman',
  'pt-br': 'brazilian',
};

const general: Readonly<Record<string, string>> = {
  ...{
    bg: 'bulgarian',
    ca: 'catalan',
    cs: 'czech',
    da: 'danish',
    de: 'ngerman',
    el: 'greek',
    en: 'english',
    es: 'spanish',
  },
  ...{ et: 'estonian', fi: 'finnish', fr: 'french', hr: 'croatian', hu: 'hungarian', is: 'icelandic', it: 'italian' },
  ...{
    la: 'latin',
    lt: 'lithuanian',
    lv: 'latvian',
    nb: 'norsk',
    nl: 'dutch',
    nn: 'nynorsk',
    pl: 'polish',
    pt: 'portuguese',
  },
  ...{
    ro: 'romanian',
    ru: 'russian',
    sk: 'slovak',
    sl: 'slovene',
    sr: 'serbian',
    sv: 'swedish',
    tr: 'turkish',
    uk: 'ukrainian',
  },
};

/** Codes of three letters (ISO 639-2) that headers use, though BCP 47 wants those of two. */
const threeLetters: Readonly<Record<string, string>> = {
  ...{
    ces: 'cs',
    cze: 'cs',
    dan: 'da',
    deu: 'de',
    dut: 'nl',
    ell: 'el',
    eng: 'en',
    fra: 'fr',
    fre: 'fr',
    ger: 'de',
    gre: 'el',
  },
  ...{
    hrv: 'hr',
    hun: 'hu',
    ita: 'it',
    lat: 'la',
    nld: 'nl',
    nor: 'no',
    pol: 'pl',
    por: 'pt',
    ron: 'ro',
    rum: 'ro',
    rus: 'ru',
  },
  ...{ slk: 'sk', slo: 'sk', slv: 'sl', spa: 'es', srp: 'sr', swe: 'sv', tur: 'tr', ukr: 'uk' },
};

/** A language as programs know it: `eng` → `en`; every other tag as it is. */
export const languageTag = (language: string | undefined): string | undefined =>
  language === undefined ? undefined : (threeLetters[language.toLowerCase()] ?? language);

/** The babel name of a language tag; undefined where babel has none. */
export function langid(language: string): string | undefined {
  const tag = language.toLowerCase();
  return regional[tag] ?? general[tag.split('-')[0]!];
}
