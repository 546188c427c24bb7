import type { XmlTag } from '../../source/xml.ts';
import type { Rule, RuleRun, WatchedFile } from '../rule.ts';
import { textOffset } from '../text-offset.ts';

/** A number glued to a word, or a note, in the order of the text. */
interface Seen {
  readonly value: number;
  /** Of a glued number. */
  readonly start?: number;
  readonly end?: number;
  readonly word?: string;
}

/** What is before a glued number: a word in small letters, perhaps with closing characters. */
const wordBefore = /(?<![\p{L}\p{N}./:_-])\p{L}*\p{Ll}{2}[.,;:!?”’"')\]]{0,2}$/u;
const mayPrecede = /[\p{Ll}.,;:!?”’"')\]]/u;
const mayFollow = /[\s.,;:)\]—–]/;

/** Numbers of one or two digits directly after a word. Digits are looked for first: they are rare. */
function gluedNumbers(value: string): { word: string; index: number; digits: string }[] {
  const found: { word: string; index: number; digits: string }[] = [];
  const digit = /\d+/g;
  for (let match = digit.exec(value); match !== null; match = digit.exec(value)) {
    const [digits] = match;
    const { index } = match;
    if (index < 2 || digits.length > 2 || !mayPrecede.test(value.charAt(index - 1))) continue;
    const after = value.charAt(index + digits.length);
    if (after !== '' && !mayFollow.test(after)) continue;
    const word = wordBefore.exec(value.slice(Math.max(0, index - 40), index))?.[0];
    if (word !== undefined) found.push({ word, index, digits });
  }
  return found;
}

const seenIn = ({ source }: WatchedFile, text: string, start: number, end: number): Seen[] =>
  gluedNumbers(text).map(({ word, index, digits }) => {
    const at = textOffset(source.text, start, end, text, index);
    return { value: Number(digits), start: at, end: at + digits.length, word };
  });

/** A glued number is a lost call where it is the number of the note that must come next, and does not come. */
function check({ report }: RuleRun, { source }: WatchedFile, seen: readonly Seen[]): void {
  const nextNotes: (Seen | undefined)[] = [];
  for (let i = seen.length - 1, next: Seen | undefined; i >= 0; i--) {
    nextNotes[i] = next;
    if (seen[i]!.start === undefined) next = seen[i];
  }
  let last = 0;
  seen.forEach(({ value, start, end, word }, i) => {
    if (start === undefined) {
      last = value;
      return;
    }
    const next = nextNotes[i];
    if (value !== last + 1 || (last === 0 && next === undefined && value !== 1)) return;
    const doubled = next?.value === value && seen[i + 1] === next;
    if (next && next.value !== value + 1 && !doubled) return;
    if (doubled) {
      report(source, start, end!, {
        message: `The number of note ${value} is also in the text, after “${word}”.`,
        fix: 'Remove it from the text: the note provides its number.',
      });
    } else {
      last = value;
      report(source, start, end!, {
        message: `The number ${value} after “${word}” looks like the call of a note that is missing.`,
      });
    }
  });
}

/** In a dictionary a number behind a word distinguishes it from others that are spelt alike: `bank1`. */
const dictionaries: ReadonlySet<string> = new Set(['entry', 'entryFree', 'superEntry', 'dictScrap']);

export const lostCall: Rule = {
  code: 'lost-call',
  title: 'A number after a word that looks like a note call',
  why: 'When text is copied or scanned, calls become plain digits; the note is then lost, or the number is read as part of the text.',
  fix: 'Put the note there; if the number belongs to the word, nothing needs to be done.',
  severity: 'review',
  examples: {
    good: [
      '<p>one<note n="1">x</note> two<note n="2">y</note>, Salt2, B52, H2O, volume7, page 4.</p>',
      '<p>in October1962 and Plan99.</p>',
      '<entry><form><orth>bank1</orth></form><sense><def>a bench</def><xr>see <ref>bank2</ref></xr></sense></entry>',
    ],
    bad: [
      { tei: '<p>one<note n="1">x</note> two2 and three<note n="3">y</note></p>', finds: '2 and' },
      { tei: '<p>the agreement1<note n="1">x</note> is</p>', finds: '1<note' },
    ],
  },
  begin: (run) => ({
    file: (file) => {
      let seen: Seen[] = [];
      let document: XmlTag | undefined;
      let notes = 0;
      let entries = 0;
      const finish = (): void => {
        if (seen.some(({ start }) => start !== undefined)) check(run, file, seen);
        seen = [];
      };
      const inDocument = (): void => {
        if (file.document === document) return;
        finish();
        document = file.document;
      };
      return {
        only: new Set(['note', ...dictionaries]),
        texts: 'digits',
        open: (tag) => {
          if (!file.inText) return;
          inDocument();
          if (dictionaries.has(tag.local)) return void entries++;
          const n = tag.attributes.find(({ name }) => name === 'n')?.value;
          if (notes++ === 0 && n !== undefined && /^\d{1,4}$/.test(n)) seen.push({ value: Number(n) });
        },
        close: (tag) => {
          if (!file.inText) return;
          if (dictionaries.has(tag.local)) entries--;
          else notes--;
        },
        text: (value, start, end) => {
          if (!file.inText || notes > 0 || entries > 0 || value.length < 3) return;
          inDocument();
          seen.push(...seenIn(file, value, start, end));
        },
        end: finish,
      };
    },
  }),
};
