import { languageCode } from '../language.ts';

/** A language as Typst takes it: two or three letters, and a country of two, each empty where it is not known. */
export function languageOf(code: string | undefined): [language: string, region: string] {
  const [language = '', ...more] = (languageCode(code) ?? '').split('-');
  const region = more.find((part) => /^[a-z]{2}$/i.test(part))?.toUpperCase() ?? '';
  return /^[a-z]{2,3}$/.test(language) ? [language, /^X|^Q[M-Z]|^ZZ|^AA/.test(region) ? '' : region] : ['und', ''];
}
