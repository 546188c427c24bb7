/**
 * A page may turn inside a word: `Presi [Page 34] dent’s`. The two halves are joined where the document itself knows the whole word
 * and not the halves; where only the shape speaks for it, the text is kept as it is and a person is asked.
 */
import type { Chooser } from '../decisions.ts';
import type { Certainty } from '../document.ts';
import type { PageMark } from './page-breaks.ts';

const usual =
  /^(?:a|an|the|and|or|of|to|in|on|at|by|for|from|with|as|is|are|was|were|be|been|it|its|he|his|she|her|they|their|we|our|you|your|i|that|this|these|those|which|who|whom|what|not|no|but|if|so|than|then|there|would|could|should|will|can|may|might|must|shall|has|have|had|do|did|does|any|all|some|such|other|more|most|into|under|over|about|after|before|between|through|during|against|also|only|even|very|much|many|new|one|two|first|out|up|down|off|per|own|same|each|both|when|while|where|how|why|because|since|until|again|further|well|made|make|said|say|take|taken|part|give|given|time|state|able|man|men|day|war|now|too|set|got|top|put|old|big|few|far|yet|ago|ask|try|run|end|aid|act|law|oil|air|sea|arm|us|me|him|them|my|am|had|let|see|way|use|per)$/iu;

function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}’']+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Two or three letters before the page, or an ending after it, are rarely words of their own. */
const ending =
  /^(?:tion|sion|ment|ness|ing|ed|ly|ity|ities|ties|able|ible|ance|ence|dent|cial|tial|tive|sive|tor|ture|cy|gy|ty|ry|ny|dition|cation|lation|ration|ration|nation|mission|sions|tions|ments|ers|ors)(?![\p{Ll}]{4})/u;
const looksBroken = (left: string, right: string): boolean =>
  (left.length >= 2 && left.length <= 3) || right.length <= 3 || ending.test(right);

/** Where letters touch a mark on both sides, nobody needs to be asked. */
const isTouched = (source: string, { start, end }: PageMark): boolean =>
  /\p{L}$/u.test(source.slice(Math.max(0, start - 2), start)) && /^\p{Ll}/u.test(source.slice(end, end + 2));

/** The page marks that turn inside a word, with how sure that is. */
export function wordsAtPages(
  source: string,
  pages: readonly PageMark[],
  chooser: Chooser,
): Map<number, Certainty | 'sure'> {
  const inside = new Map<number, Certainty | 'sure'>();
  if (pages.length === 0) return inside;
  let counts: Map<string, number> | undefined;
  for (const page of pages) {
    if (isTouched(source, page)) {
      inside.set(page.start, 'sure');
      continue;
    }
    const left = /([\p{L}]+) ?$/u.exec(source.slice(Math.max(0, page.start - 30), page.start))?.[1];
    const right = /^ ?(\p{Ll}[\p{L}’']*)/u.exec(source.slice(page.end, page.end + 30))?.[1];
    if (!left || !right || usual.test(left) || usual.test(right)) continue;
    counts ??= wordCounts(source.replace(/\[Page [^\]]*\]/g, ' '));
    const count = (word: string): number => counts!.get(word.toLowerCase().replace(/’s$/, '')) ?? 0;
    const halves = Math.max(count(left) - 1, count(right) - 1);
    const whole = count(left + right);
    if (whole === 0 && (halves > 0 || !looksBroken(left, right))) continue;
    const sure = whole > 0 && (count(left) <= 1 || count(right) <= 1);
    const chosen = chooser.choose({
      kind: 'word-at-page',
      start: page.start - left.length - 1,
      end: page.end + right.length + 1,
      ask: `Does page ${page.label} begin inside the word “${left}${right}”?`,
      options: [
        { value: 'one word', label: `one word, “${left}${right}”` },
        { value: 'two words', label: `two words, “${left} ${right}”` },
      ],
      preferred: sure ? 'one word' : 'two words',
      confidence: sure ? 0.92 : whole > 0 ? 0.7 : 0.8,
    });
    if (chosen === 'one word') inside.set(page.start, 'sure');
  }
  return inside;
}
