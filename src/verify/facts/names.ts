import type { PersonName } from '../../model/facts.ts';
import { lifeBehind } from './life-dates.ts';

/**
 * Names of persons as the proof reads them: on its own, so that a name that the build takes apart wrongly is noticed. A name has parts where a
 * comma, or an initial before its last word, separates them.
 */

const suffixes = ['Jr', 'Jr.', 'Sr', 'Sr.', 'II', 'III', 'IV'];
const isSuffix = (word: string | undefined): boolean => word !== undefined && suffixes.includes(word);

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What the names of bodies have, and those of persons have not. */
const ofBodies =
  wordSet(`of the for and und für et & department ministry office bureau committee commission council agency
  university college school institute institution society association academy library museum archive archives company corporation corp inc ltd gmbh
  foundation trust center centre project group team union parliament congress senate embassy government federation league ministerium
  amt akademie gesellschaft universität institut verlag verein archiv bibliothek kommission ausschuss stiftung ministère académie société
  université bibliothèque musée comité conseil ministerio universidad academia sociedad instituto biblioteca museo comisión ministero università
  accademia società istituto`);

const smallWords =
  wordSet(`af al av ben bin d da das de degli dei del della den der des di do dos du e el ibn la las le los te ten ter till van
  vom von y zu zum zur`);

const isBody = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[^\p{L}&]+/u)
    .some((word) => ofBodies.has(word) || word.includes('&') || germanEnds.some((end) => word.endsWith(end)));

/** How German words for bodies end: Bundesarchiv, Staatsbibliothek. */
const germanEnds =
  'ministerium akademie gesellschaft universität institut verlag archiv bibliothek museum kommission stiftung'.split(
    ' ',
  );

/** A small word that no name has: “at”, “from”. */
const isStrange = (word: string): boolean => /^\p{Ll}/u.test(word) && !smallWords.has(word) && !/['’-]/.test(word);

const withSuffix = (suffix: string | undefined): { suffix?: string } => (suffix === undefined ? {} : { suffix });

/** The suffix at the end of a name, and what is before it. */
function cutSuffix(text: string): { before: string; suffix?: string } {
  const at = text.lastIndexOf(' ');
  const last = text.slice(at + 1);
  const before = text.slice(0, Math.max(at, 0)).replace(/,$/, '');
  return at > 0 && isSuffix(last) && before !== '' ? { before, suffix: last } : { before: text };
}

const inverted = (family: string, given: string, suffix?: string): PersonName => ({
  family,
  given,
  literal: suffix === undefined ? `${given} ${family}` : `${given} ${family}, ${suffix}`,
  ...withSuffix(suffix),
});

/** `Schnitzler, Arthur` and `Sanford, William F., Jr.`; undefined where no comma separates family and given name. */
export function nameWithComma(text: string): PersonName | undefined {
  const parts = text.split(', ');
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => part === '' || part.includes(','))) return undefined;
  if (/[0-9;]/.test(text) || isBody(text) || parts.flatMap((part) => part.split(' ')).some(isStrange)) return undefined;
  const [family = '', ...behind] = parts;
  if (behind.length === 1) {
    if (isSuffix(behind[0])) return undefined;
    const { before, suffix } = cutSuffix(behind[0]!);
    return inverted(family, before, suffix);
  }
  const after = behind.filter(isSuffix);
  const given = behind.filter((part) => !isSuffix(part));
  return after.length === 1 && given.length === 1 ? inverted(family, given[0]!, after[0]) : undefined;
}

const isForename = (word: string): boolean => word.length > 1 && /^\p{Lu}/u.test(word) && !/[^\p{L}'’-]/u.test(word);
const isInitials = (word: string): boolean => word !== '' && word.replace(/\p{Lu}\./gu, '') === '';

/** `Erin R. Mahan`, `William F. Sanford, Jr.` */
function nameWithInitial(text: string): PersonName | undefined {
  const { before, suffix } = cutSuffix(text);
  const words = before.split(' ');
  if (words.length < 3 || isBody(text)) return undefined;
  const family = words.pop()!;
  if (!isForename(family) || !isInitials(words.at(-1)!) || !isForename(words[0]!)) return undefined;
  if (words.some((word) => !isForename(word) && !isInitials(word))) return undefined;
  return { family, given: words.join(' '), literal: text, ...withSuffix(suffix) };
}

/** What is left of a name without the years of a life. */
export const withoutLife = (text: string): string => text.slice(0, text.length - lifeBehind(text));

function oneName(text: string): PersonName {
  const name = withoutLife(text);
  return nameWithComma(name) ?? nameWithInitial(name) ?? { literal: name };
}

const moreSigns = ['et al.', 'et al', 'et alii', 'and others', 'u.a.', 'u. a.'];

/** A text without “et al.” at its end; undefined where it has none. */
export function beforeOthers(text: string): string | undefined {
  const sign = moreSigns.find((one) => text.endsWith(one) && /^$|[ ,;]$/.test(text.slice(0, text.length - one.length)));
  if (sign === undefined) return undefined;
  const letters = [...text.slice(0, text.length - sign.length)];
  while ([' ', ',', ';'].includes(letters.at(-1) ?? '')) letters.pop();
  return letters.join('');
}

export const furtherNames: PersonName = { others: true, literal: 'et al.' };

/** The persons in a text: after semicolons, and after “and” where each has a comma of its own. */
export function unmarkedNames(text: string): PersonName[] {
  const before = beforeOthers(text);
  const found: PersonName[] = [];
  for (const some of (before ?? text).split(';')) {
    const each = some.trim();
    if (each === '') continue;
    const parts = each.split(/ (?:and|und|et|&) /);
    const isCertain = parts.every((part) => nameWithComma(part) !== undefined);
    for (const part of isCertain ? parts : [each]) found.push(oneName(part));
  }
  return before === undefined || found.length === 0 ? found : [...found, furtherNames];
}
