/**
 * What a word is to the search, and which words are the same to it. The program that writes the index and the script in the browser that asks it both
 * have this file, so a query is divided as the text was.
 */

/** Letters, digits and the marks on them, with what is invisible inside words: soft hyphens, joiners, the tatweel. */
const wordPattern = /[\p{L}\p{N}\p{M}\u00ad\u0640\u200b-\u200d\u2060\ufeff]+/gu;

/** Written without spaces: each character is a word, and a phrase finds them next to each other. */
const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/**
 * Marks of Latin, Greek, Cyrillic, Hebrew and Arabic, which readers leave out; never the vowel signs of Indic scripts, which are letters. Behind them what is
 * invisible, and what is left of fractions and the like.
 */
const dropped =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u0640\u200b-\u200d\u2060\ufeff]|[^\p{L}\p{N}\p{M}]/gu;

/** Letters that Unicode does not take apart, and readers do. */
const likened: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ħ: 'h', ı: 'i', ł: 'l', ŧ: 't', ς: 'σ',
}; // prettier-ignore
const likenable = /[ßæœøđħıłŧς]/g;

const simple = /^[a-z0-9]+$/;

/** A word as the index has it: without case, marks and historical forms (ſ is s by its decomposition). Empty: there is nothing to search in it. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (simple.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(dropped, '')
    .replace(likenable, (letter) => likened[letter]!)
    .normalize('NFC');
}

const folded = new Map<string, string>();

/** `fold`, which remembers the words of a text: they are few. */
function foldOnce(word: string): string {
  let known = folded.get(word);
  if (known === undefined) {
    known = fold(word);
    if (folded.size > 200_000) folded.clear();
    folded.set(word, known);
  }
  return known;
}

/** Calls `visit` with every word of a text in order: as the index has it, and from where to where it is. */
export function eachWord(text: string, visit: (word: string, from: number, to: number) => void): void {
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(text); match; match = wordPattern.exec(text)) {
    const [raw] = match;
    const { index } = match;
    // What `visit` calls may search as well.
    const next = wordPattern.lastIndex;
    if (unspaced.test(raw)) eachCharacter(raw, index, visit);
    else {
      const word = foldOnce(raw);
      if (word !== '') visit(word, index, index + raw.length);
    }
    wordPattern.lastIndex = next;
  }
}

function eachCharacter(raw: string, index: number, visit: (word: string, from: number, to: number) => void): void {
  let from = index;
  let other = '';
  const flush = (to: number): void => {
    const word = other === '' ? '' : foldOnce(other);
    if (word !== '') visit(word, to - other.length, to);
    other = '';
  };
  for (const character of raw) {
    if (unspaced.test(character)) {
      flush(from);
      const word = foldOnce(character);
      if (word !== '') visit(word, from, from + character.length);
    } else other += character;
    from += character.length;
  }
  flush(from);
}

/** The words of a text. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => void words.push(word));
  return words;
}

/** What ends a line of the text of the index, and what ends a run; no text of XML has the second. */
export const lineEnd = '\n';
export const runEnd = '\f';

/**
 * The farthest that words are from each other that are found near one another, and how many places the end of a run takes: so words of two runs never are.
 * The end of a line takes one place: so words of two lines are never next to each other.
 */
export const nearest = 30;
const placesOfRunEnd = nearest + 2;

/** Calls `visit` with every word of a text of the index and its place, where `place` is that of the first. Gives the place behind the text. */
export function eachPlace(
  text: string,
  place: number,
  visit: (word: string, place: number, from: number, to: number) => void,
): number {
  let next = place;
  let offset = 0;
  for (const line of text.split(/(?<=[\n\f])/)) {
    eachWord(line, (word, from, to) => {
      visit(word, next, offset + from, offset + to);
      next++;
    });
    offset += line.length;
    if (line.endsWith(lineEnd)) next++;
    if (line.endsWith(runEnd)) next += placesOfRunEnd;
  }
  return next;
}
