import type { PersonName } from '../model/facts.ts';

/**
 * Names of persons taken apart only where the source does so: by its elements, by a comma, or by an initial before the last word. All else is one
 * string: a name that is torn is wrong in every bibliography, one that is whole in none.
 */

const suffixes = 'Jr\\.?|Sr\\.?|II|III|IV';
const suffix = new RegExp(`^(?:${suffixes})$`);
const suffixBehind = new RegExp(`^(.+?),? (${suffixes})$`);

/** Words that persons do not have in their names: those of corporate bodies, and those that join words of other things. */
const corporate = new RegExp(
  '(?:^|[^\\p{L}])(?:of|the|for|and|und|für|et|&|' +
    'department|ministry|office|bureau|committee|commission|council|agency|university|college|school|institute|institution|society|association|' +
    'academy|library|museum|archives?|company|corporation|corp|inc|ltd|gmbh|foundation|trust|cent(?:er|re)|project|group|team|union|parliament|' +
    'congress|senate|embassy|government|federation|league|ministerium|amt|akademie|gesellschaft|universität|institut|verlag|verein|archiv|' +
    'bibliothek|kommission|ausschuss|stiftung|ministère|académie|société|université|bibliothèque|musée|comité|conseil|association|ministerio|' +
    'universidad|academia|sociedad|instituto|biblioteca|museo|comisión|ministero|università|accademia|società|istituto|\\p{L}*(?:ministerium|akademie|gesellschaft|universität|institut|verlag|archiv|bibliothek|museum|kommission|stiftung))(?![\\p{L}])|&',
  'iu',
);

const year = '[0-9]{3,4}\\??';
const event = '(?:(?:b|d|fl|ca|c|geb|gest|born|died|active|approximately|circa)\\.? |[*†] ?)';
const life = `${event}?${year}(?: ?[-–—/] ?(?:${event}?${year})?)?`;
/** `Burnet, John, 1863–1928`, `Cross, Victoria (1868-1952)`, `Burnet, John 1863-1928`; also `Smith, John (ed.)`. */
const lifeDates = [
  new RegExp(` ?\\(${life}\\)$`, 'i'),
  / \((?:eds?|hrsg|hg|trans|transl|editors?|translators?)\.?\)$/i,
  new RegExp(` ?\\[${life}\\]$`, 'i'),
  new RegExp(`, ?${life}\\.?$`, 'i'),
  new RegExp(` ${year} ?[-–—] ?${year}\\.?$`),
];

/** A name without the dates of a life. */
export function withoutLifeDates(text: string): string {
  const dates = lifeDates.find((pattern) => pattern.test(text));
  const before = dates === undefined ? text : text.replace(dates, '');
  return before === '' ? text : before;
}

/** Small words that names have; any other small word is not of a name. */
const particles = new Set(
  'af al av ben bin d da das de degli dei del della den der des di do dos du e el ibn la las le los te ten ter till van vom von y zu zum zur'.split(
    ' ',
  ),
);

const isOfName = (word: string): boolean => !/^\p{Ll}/u.test(word) || /['’-]/.test(word) || particles.has(word);

function name(family: string, given: string, after: string | undefined): PersonName {
  const literal = `${given} ${family}${after === undefined ? '' : `, ${after}`}`;
  return { family, given, literal, ...(after !== undefined && { suffix: after }) };
}

/** `Schnitzler, Arthur`, `Sanford, William F., Jr.` → family and given name; undefined where no comma separates these. */
export function invertedName(text: string): PersonName | undefined {
  const parts = text.split(', ');
  if (parts.some((part) => part === '' || part.includes(',')) || corporate.test(text) || /[0-9;]/.test(text))
    return undefined;
  if (!text.split(/,? /).every(isOfName)) return undefined;
  const [family, second, third] = parts as [string, string?, string?];
  if (parts.length === 2 && !suffix.test(second!)) {
    const [, given, after] = suffixBehind.exec(second!) ?? [undefined, second!, undefined];
    return name(family, given, after);
  }
  if (parts.length !== 3) return undefined;
  if (suffix.test(third!) && !suffix.test(second!)) return name(family, second!, third);
  return suffix.test(second!) && !suffix.test(third!) ? name(family, third!, second) : undefined;
}

const forename = /^\p{Lu}[\p{L}’'-]+$/u;
const initials = /^(?:\p{Lu}\.)+$/u;

/** `Erin R. Mahan`, `William F. Sanford, Jr.`: behind an initial there is one word, and that is the family name. */
function initialedName(text: string): PersonName | undefined {
  const [, whole = text, after] = suffixBehind.exec(text) ?? [];
  const words = whole.split(' ');
  const [family, initial, ...before] = [...words].reverse() as [string, string?, ...string[]];
  if (before.length === 0 || corporate.test(text) || !forename.test(family) || !initials.test(initial!))
    return undefined;
  if (!forename.test(before.at(-1)!) || !before.every((word) => forename.test(word) || initials.test(word)))
    return undefined;
  return { family, given: words.slice(0, -1).join(' '), literal: text, ...(after !== undefined && { suffix: after }) };
}

/** One person or body, of whose name only the words are known. */
function unmarkedName(text: string): PersonName {
  const bare = withoutLifeDates(text);
  return invertedName(bare) ?? initialedName(bare) ?? { literal: bare };
}

/** Several persons in a string: separated by semicolons, or by “and” where each of them has a comma. */
function separated(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const all = part.split(/ (?:and|und|et|&) /);
      return all.every((one) => invertedName(one) !== undefined) ? all : [part];
    });
}

const othersBehind = /(?:^|[ ,;])(?:et al\.?|et alii|and others|u\. ?a\.)$/;

/** A text without commas and spaces at its end. */
function untilName(text: string): string {
  let end = text.length;
  while (end > 0 && ' ,;'.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** “et al.” */
export const others: PersonName = { literal: 'et al.', others: true };

/** All persons that a text names. */
export function namesIn(text: string): PersonName[] {
  const isMore = othersBehind.test(text);
  const names = separated(isMore ? untilName(text.replace(othersBehind, '')) : text).map(unmarkedName);
  return isMore && names.length > 0 ? [...names, others] : names;
}

/** Whether the words between names say that there are more. */
export const saysOthers = (text: string): boolean => othersBehind.test(text);

export interface MarkedName {
  readonly family?: string;
  readonly given?: string;
  readonly particle?: string;
  readonly suffix?: string;
  readonly text?: string;
}

/** `van` + `Gogh`, `d’` + `Alembert`. */
export const withParticle = (particle: string | undefined, family: string): string =>
  particle === undefined ? family : `${particle}${/[’'-]$/.test(particle) ? '' : ' '}${family}`;

/** The names that an element holds: with the parts that are marked in it, else by its words. */
export function markedNames({ family, given, particle, suffix: after, text = '' }: MarkedName): PersonName[] {
  if (family === undefined) return given === undefined ? namesIn(text) : text === '' ? [] : [{ literal: text }];
  const whole = withParticle(particle, family);
  if (given === undefined) return [{ family, ...(particle !== undefined && { particle }), literal: whole }];
  const separator = after !== undefined && /^[IVX]+$/.test(after) ? ' ' : ', ';
  return [
    {
      family,
      given,
      ...(particle !== undefined && { particle }),
      ...(after !== undefined && { suffix: after }),
      literal: `${given} ${whole}${after === undefined ? '' : `${separator}${after}`}`,
    },
  ];
}
