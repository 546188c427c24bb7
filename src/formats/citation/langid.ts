/** BCP 47 → the names of the babel languages, by which BibLaTeX sets hyphenation (biblatex manual, 4.9.1). A language without one gets none. */

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

/** The babel name of a language tag; undefined where there is none. */
export function langid(language: string): string | undefined {
  const tag = language.toLowerCase();
  return regional[tag] ?? general[tag.split('-')[0]!];
}
