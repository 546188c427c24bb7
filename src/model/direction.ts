/**
 * The direction of writing: what a language tag, the looks of a source and the letters of a text say of it, and which of them holds. These are the
 * decisions; where they are asked is up to those who write pages and those who read them back.
 */

export type Direction = 'ltr' | 'rtl';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().toLowerCase().split(/\s+/));

/** Scripts that are written from right to left (ISO 15924). */
const scripts =
  words(`Adlm Arab Aran Armi Avst Chrs Cprt Elym Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr
  Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Syre Syrj Syrn Thaa Yezi`);

/** Languages that are written in such a script where their tag does not say it; those of three letters also by their older codes (ISO 639-2, 639-3). */
const languages = words(`ar fa he iw yi ji ps sd ug ur dv ks
  ara fas per heb yid pus snd uig urd div kas
  aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp pga shu ssh
  aii aij arc ave azb bal bgn bqi brh ckb glk gwc haz hbo hno jpr jrb khw lki lrc luz mid myz mzn nqo oar ota otk pal phl phn
  pnb prs rhg sam sdh skr smp sog syc syr xco xmn xmr xna xpr xsa`);

/** Regions in which a language that is written in other letters elsewhere is written in Arabic ones. */
const regional = words('az-ir az-iq kk-cn kk-ir ky-cn pa-pk tk-ir tk-af uz-af ku-ir ku-iq');

/** Tags that name no language. */
const nameless = words('und mul mis zxx');

/** Variants that are Latin letters, whatever the language: transcriptions. */
const transcriptions = words('alalc97 fonipa fonupa fonxsamp');

const wellFormed = /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/;

/**
 * The direction in which a language is written (BCP 47): as the tag’s script says, else the usual script of the language. Undefined where it is not
 * known what language a tag names.
 */
export function directionOfLanguage(tag: string | undefined): Direction | undefined {
  const code = tag?.trim().toLowerCase() ?? '';
  if (!wellFormed.test(code)) return undefined;
  const [language = '', ...all] = code.split(/[-_]/);
  const end = all.findIndex((subtag) => subtag.length === 1);
  const rest = end < 0 ? all : all.slice(0, end);
  const script = rest.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (script !== undefined) return scripts.has(script) ? 'rtl' : 'ltr';
  if (rest.some((subtag) => transcriptions.has(subtag))) return 'ltr';
  if (nameless.has(language)) return undefined;
  const region = rest.find((subtag) => /^[a-z]{2}$/.test(subtag)) ?? '';
  return languages.has(language) || regional.has(`${language}-${region}`) ? 'rtl' : 'ltr';
}

const inStyle = /(?:^|[;\s])direction\s*:\s*(rtl|ltr)(?![\w-])/i;
const inRend = /^#?(?:dir(?:ection)?[:(]?)?(rtl|ltr|right-to-left|left-to-right)\)?;?$/i;

function ofLook(name: string, value: string): Direction | undefined {
  const said = inStyle.exec(value)?.[1] ?? (name === 'style' ? undefined : ofWord(value));
  return said === undefined ? undefined : /^r/i.test(said) ? 'rtl' : 'ltr';
}

function ofWord(value: string): string | undefined {
  for (const word of value.split(/\s+/)) {
    const said = inRend.exec(word)?.[1];
    if (said !== undefined) return said;
  }
  return undefined;
}

const looks = ['style', 'rendition', 'rend'];

/** The direction that the looks of an element state: `style`, else `rendition`, else `rend`. */
export function statedDirection(
  attributes: ArrayLike<{ readonly name: string; readonly value: string }>,
): Direction | undefined {
  let found: Direction | undefined;
  let rank = looks.length;
  for (let i = 0; i < attributes.length; i++) {
    const { name, value } = attributes[i]!;
    const at = looks.indexOf(name);
    if (at < 0 || at >= rank) continue;
    const said = ofLook(name, value);
    if (said === undefined) continue;
    found = said;
    rank = at;
  }
  return found;
}

/** Letters of the bidirectional classes R and AL (UAX 9), by their scripts. Digits, marks and punctuation have no direction of their own. */
const leftward =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Avestan}\p{Script=Chorasmian}\p{Script=Cypriot}\p{Script=Elymaic}\p{Script=Hanifi_Rohingya}\p{Script=Hatran}\p{Script=Hebrew}\p{Script=Imperial_Aramaic}\p{Script=Inscriptional_Pahlavi}\p{Script=Inscriptional_Parthian}\p{Script=Kharoshthi}\p{Script=Lydian}\p{Script=Mandaic}\p{Script=Manichaean}\p{Script=Mende_Kikakui}\p{Script=Meroitic_Cursive}\p{Script=Meroitic_Hieroglyphs}\p{Script=Nabataean}\p{Script=Nko}\p{Script=Old_Hungarian}\p{Script=Old_North_Arabian}\p{Script=Old_Sogdian}\p{Script=Old_South_Arabian}\p{Script=Old_Turkic}\p{Script=Palmyrene}\p{Script=Phoenician}\p{Script=Psalter_Pahlavi}\p{Script=Samaritan}\p{Script=Sogdian}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Yezidi}\u0640]+/gu;
const beginsLeftward = new RegExp(`^${leftward.source}`, 'u');
const noLetter = /\P{L}+/gu;
const anyLetter = /\p{L}/gu;
/** Where such letters are, and little else: to be asked before a text is looked at letter by letter. */
const mayBeLeftward = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a]/;

/** Letters of a text by their direction. */
export interface Letters {
  readonly ltr: number;
  readonly rtl: number;
  /** Direction of the first. */
  readonly first: Direction | undefined;
}

export const noLetters: Letters = { ltr: 0, rtl: 0, first: undefined };

/** Whether a text may have letters that are written from right to left. */
export const mayHaveRtl = (text: string): boolean => mayBeLeftward.test(text);

/** The letters of a text, counted in UTF-16 units: a text has as many as its parts. */
export function lettersOf(text: string): Letters {
  const letters = text.replace(noLetter, '');
  if (letters === '') return noLetters;
  const ltr = mayHaveRtl(letters) ? letters.replace(leftward, '').length : letters.length;
  return {
    ltr,
    rtl: letters.length - ltr,
    first: ltr < letters.length && beginsLeftward.test(letters) ? 'rtl' : 'ltr',
  };
}

export const joinLetters = (a: Letters, b: Letters): Letters => ({
  ltr: a.ltr + b.ltr,
  rtl: a.rtl + b.rtl,
  first: a.first ?? b.first,
});

/** The direction of most letters, and where there are as many of both, of the first; undefined without letters. */
export const directionOfLetters = ({ ltr, rtl, first }: Letters): Direction | undefined =>
  ltr === rtl ? first : rtl > ltr ? 'rtl' : 'ltr';

/** The direction of a text of which nothing else is known: a title, a name, a citation. */
export const directionOfText = (text: string): Direction | undefined => directionOfLetters(lettersOf(text));

/**
 * What holds where a language and letters disagree: the language, unless the first of the letters and most of them are of the other direction. So a
 * paragraph with a long quotation stays what it is, and a default that nobody meant for it gives way. Without a language, the letters.
 */
export function directionBetween(language: Direction | undefined, letters: Letters): Direction | undefined {
  const byLetters = directionOfLetters(letters);
  if (language === undefined || byLetters === undefined) return language ?? byLetters;
  return letters.first === byLetters ? byLetters : language;
}

/**
 * The direction of an element. `own`: its letters, but for those in elements inside it that say their direction or language; where all are in such
 * elements, `inner` counts, in which each letter has the direction of its element.
 */
export const directionWithin = (
  language: Direction | undefined,
  own: Letters,
  inner: Letters,
): Direction | undefined =>
  own.first === undefined ? (directionOfLetters(inner) ?? language) : directionBetween(language, own);

/** A text in stretches: from a letter that is written from right to left to the last before one that is not, and what is between. */
export function turnedStretches(text: string): readonly { readonly text: string; readonly turned: boolean }[] {
  const stretches: { text: string; turned: boolean }[] = [];
  let from = 0;
  let begin = -1;
  let end = -1;
  const put = (until: number, turned: boolean): void => {
    if (until > from) stretches.push({ text: text.slice(from, until), turned });
    from = Math.max(from, until);
  };
  const putTurned = (): void => {
    if (begin < 0) return;
    put(begin, false);
    put(end, true);
    begin = -1;
  };
  for (const { 0: letter, index } of text.matchAll(anyLetter)) {
    if (lettersOf(letter).rtl === 0) putTurned();
    else {
      if (begin < 0) begin = index;
      end = index + letter.length;
    }
  }
  putTurned();
  put(text.length, false);
  return stretches;
}
