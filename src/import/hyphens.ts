/** A hyphen where a line or a page ends: the printer's, so that the halves are one word, or the word's own (`vice-president`). */
import type { Chooser } from './decisions.ts';

export type WordCounts = ReadonlyMap<string, number>;

/** Two halves of a word at the end of a line; they are not words. */
const broken = /[\p{L}\p{M}’']+[-\u2010][ \t]*(?:\r?\n|\f)\s*[\p{L}\p{M}’']+/gu;

/** How often each word, and each word with hyphens, occurs. */
export function countWords(whole: string): Map<string, number> {
  const text = whole.replace(broken, ' ');
  const counts = new Map<string, number>();
  const add = (word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}’']+(?:[-\u2010][\p{L}\p{M}’']+)*/gu)) {
    add(word.replace(/\u2010/g, '-'));
    if (/[-\u2010]/.test(word)) word.split(/[-\u2010]/).forEach(add);
  }
  return counts;
}

/** First halves that keep their hyphen more often than not. */
const compounds =
  /^(?:non|anti|pro|self|ex|vice|co|semi|quasi|pre|post|inter|counter|pan|half|well|so|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|first|second|third|long|short|high|low|far|all|cross|mid|under|over|anglo|franco|sino|russo|soviet|north|south|east|west|great|by|on|in|up|re)$/u;

export interface HyphenReading {
  readonly oneWord: boolean;
  readonly confidence: number;
}

/** What the text itself knows of the two halves. */
export function readHyphen(left: string, right: string, words: WordCounts): HyphenReading {
  const count = (word: string): number => words.get(word.toLowerCase()) ?? 0;
  const whole = count(left + right);
  const compound = count(`${left}-${right}`);
  if (whole > compound) return { oneWord: true, confidence: compound > 0 ? 0.85 : 0.97 };
  if (compound > 1 && whole === 0) return { oneWord: false, confidence: 0.95 };
  if (/^\p{Lu}|^\d/u.test(right)) return { oneWord: false, confidence: 0.92 };
  const wordsBoth = count(left) > 1 && count(right) > 1;
  if (compounds.test(left.toLowerCase())) return { oneWord: false, confidence: wordsBoth ? 0.8 : 0.6 };
  return wordsBoth ? { oneWord: false, confidence: 0.6 } : { oneWord: true, confidence: 0.85 };
}

/** The halves of a word that a hyphen parts at the end of `before`; undefined where there is none. */
export function halves(before: string, after: string): { left: string; right: string } | undefined {
  const left = /(\p{L}[\p{L}\p{M}’']*)[-\u2010\u00ad]$/u.exec(before)?.[1];
  const right = /^[\p{L}\p{M}’']+/u.exec(after)?.[0];
  return left !== undefined && right !== undefined ? { left, right } : undefined;
}

/** Asks whether a page turns inside a word, where a hyphen says that it may. */
export function breakInsideWord(
  before: { readonly text: string; readonly end: number },
  after: { readonly text: string; readonly start: number },
  { words, chooser }: { readonly words: WordCounts; readonly chooser: Chooser },
): boolean {
  const found = halves(before.text, after.text);
  if (!found) return false;
  const { left, right } = found;
  const { oneWord, confidence } = readHyphen(left, right, words);
  return (
    chooser.choose({
      kind: 'word-at-page',
      start: before.end - left.length - 1,
      end: after.start + right.length,
      ask: `Does a page begin inside the word “${left}${right}”?`,
      options: [
        { value: 'one word', label: `one word, “${left}${right}”; the hyphen is the printer’s` },
        { value: 'hyphen', label: `a word with a hyphen, “${left}-${right}”` },
      ],
      preferred: oneWord ? 'one word' : 'hyphen',
      confidence,
    }) === 'one word'
  );
}
