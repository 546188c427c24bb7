import type { XmlTag } from '../../source/xml.ts';
import type { Rule, RuleRun, WatchedFile } from '../rule.ts';

interface Candidate {
  readonly tag: XmlTag;
  /** The piece of a word before the break, and after it. */
  readonly left: string;
  readonly right: string;
}

const breaks = /^(pb|cb|lb)$/;
const leftPiece = /(\p{L}+)([-\u2010]?)$/u;
const rightPiece = /^\p{Ll}+/u;

/** The words of a file, as a whole; a word with hyphens is one. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/[\p{L}\p{N}-]+/gu));

/** What is certain: the word is elsewhere as one, and nowhere as two. */
function isCertain(words: ReadonlySet<string>, [letters, hyphen]: [string, string], right: string): boolean {
  if (hyphen !== '') return words.has(letters + right) && !words.has(`${letters}-${right}`);
  return words.has(letters + right) && !(words.has(letters) && words.has(right));
}

type Words = ReadonlySet<string>;

function tell({ report }: RuleRun, { source }: WatchedFile, { tag, left, right }: Candidate, words: Words): void {
  const [, letters, hyphen] = leftPiece.exec(left) as unknown as [string, string, string];
  const at = tag.start + 1 + tag.name.length;
  const what = tag.local === 'pb' ? 'page' : tag.local === 'cb' ? 'column' : 'line';
  const certain = isCertain(words, [letters, hyphen], right);
  report(source, tag.start, tag.end, {
    message:
      hyphen === ''
        ? `Between “${letters}” and “${right}” there is this ${what} break and no space: one word or two?`
        : `The word “${letters}${right}” seems to be split by this ${what} break.`,
    fix:
      hyphen === ''
        ? 'Where it is one word, write break="no"; where it is two, put a space between them.'
        : 'Write break="no".',
    ...(certain && { edit: { start: at, end: at, newText: ' break="no"' } }),
  });
}

export const wordBroken: Rule = {
  code: 'word-broken',
  title: 'A word that is split by a page or line break that does not say so',
  why: 'Without break="no" it is two words for every search, and in every text that is made from the edition.',
  fix: 'Write break="no" on the page or line break.',
  severity: 'review',
  examples: {
    good: [
      '<p>nego<pb n="2" break="no"/>tiation and so<pb n="3"/> on, to <pb n="4"/>the end.<pb n="5"/>And <w>wo<lb/>rd</w></p>',
    ],
    bad: [
      { tei: '<p>of nego<pb n="2"/>tiation</p>', finds: '<pb' },
      {
        tei: '<p>a negotiation, of nego-<pb n="2"/>tiation</p>',
        finds: '<pb',
        fixed: '<p>a negotiation, of nego-<pb break="no" n="2"/>tiation</p>',
      },
    ],
  },
  begin: (run) => ({
    file: (file) => {
      const found: Candidate[] = [];
      let left = '';
      let waiting: XmlTag | undefined;
      let words = 0;
      return {
        open: (tag) => {
          const split = breaks.test(tag.local) && file.inText && !tag.attributes.some(({ name }) => name === 'break');
          if (tag.local === 'w') words++;
          // In a `w` the markup says that it is one word.
          const isSaid = words > 0 && tag.local === 'lb';
          waiting = split && !isSaid && leftPiece.test(left) ? tag : undefined;
          if (!waiting) left = '';
        },
        close: (tag) => {
          if (tag.local === 'w') words--;
          if (tag !== waiting) {
            left = '';
            waiting = undefined;
          }
        },
        text: (value) => {
          if (waiting) {
            const right = rightPiece.exec(value)?.[0];
            if (right !== undefined) found.push({ tag: waiting, left, right });
            waiting = undefined;
          }
          left = value.slice(-40);
        },
        end: () => {
          if (found.length === 0) return;
          const known = wordsOf(file.source.text);
          for (const candidate of found) tell(run, file, candidate, known);
        },
      };
    },
  }),
};
