/** Codes of three letters that encoders write, and the shorter ones that HTML asks for (BCP 47 section 2.2.1: the shortest code). */
const shortCodes: Readonly<Record<string, string>> = {
  ara: 'ar',
  chi: 'zh',
  zho: 'zh',
  cze: 'cs',
  ces: 'cs',
  dan: 'da',
  dut: 'nl',
  nld: 'nl',
  eng: 'en',
  fin: 'fi',
  fra: 'fr',
  fre: 'fr',
  deu: 'de',
  ger: 'de',
  ell: 'el',
  gre: 'el',
  heb: 'he',
  hun: 'hu',
  ita: 'it',
  jpn: 'ja',
  lat: 'la',
  nor: 'no',
  pol: 'pl',
  por: 'pt',
  rus: 'ru',
  spa: 'es',
  swe: 'sv',
  tur: 'tr',
  ukr: 'uk',
};

const languageTag =
  /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8}|-[0-9][a-z0-9]{3})*(-x(-[a-z0-9]{1,8})+)?$/i;

/** A language as HTML may name it; undefined where the source's code is none (`german`, `??`). */
export function languageCode(code: string | undefined): string | undefined {
  if (code === undefined || !languageTag.test(code)) return undefined;
  const primary = code.split('-', 1)[0]!.toLowerCase();
  return (shortCodes[primary] ?? primary) + code.slice(primary.length);
}

/** Our own words are English: in a page whose language is known and another, theirs is named. */
export const isForeign = (language: string): boolean => language !== '' && !/^en(?:-|$)/i.test(language);

/** The two attributes that carry a language in HTML that is also XML, each with a space before it. A code that is none is a language nobody knows. */
export function languageAttributes(code: string): string {
  const lang = languageCode(code) ?? '';
  return ` lang="${lang}" xml:lang="${lang}"`;
}
