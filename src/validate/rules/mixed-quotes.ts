import { reportPlaces } from '../report-places.ts';
import type { Rule, RuleRun, WatchedFile } from '../rule.ts';
import { type Tally, tally } from '../tally.ts';
import { textOffset } from '../text-offset.ts';

type Sign = 'straight quotes' | 'typographic quotes' | 'straight apostrophes' | 'typographic apostrophes';

const signs = /["“”„«»'’]/g;
const letterBefore = /\p{L}$/u;
const letterBehind = /^\p{L}/u;
const code = /^(code|eg|egXML|formula|gi|att|val|ident|tag|idno|listPrefixDef)$/;

function kindOf(sign: string): Sign {
  if (sign === '"') return 'straight quotes';
  if (sign === "'") return 'straight apostrophes';
  return sign === '’' ? 'typographic apostrophes' : 'typographic quotes';
}

/** Between two letters; else it may be a quotation mark as well, and nobody can tell. */
const isApostrophe = (text: string, at: number): boolean =>
  letterBefore.test(text.slice(Math.max(0, at - 2), at)) && letterBehind.test(text.slice(at + 1, at + 3));

/** The rarer of two ways to write the same is worth a look; where both are common the text has its reasons. */
function compare(run: RuleRun, { source }: WatchedFile, found: Tally<Sign>, a: Sign, b: Sign): void {
  const [first, second] = [found.places.get(a), found.places.get(b)];
  if (!first || !second) return;
  const [rare, rareSign, common, commonSign] =
    first.count <= second.count ? [first, a, second, b] : [second, b, first, a];
  const name = (count: number, sign: Sign): string => `${count} ${count === 1 ? sign.slice(0, -1) : sign}`;
  const verb = rare.count === 1 ? 'stands' : 'stand';
  reportPlaces(run, source, rare, {
    message: `${name(rare.count, rareSign)} ${verb} next to ${name(common.count, commonSign)}.`,
  });
}

export const mixedQuotes: Rule = {
  code: 'mixed-quotes',
  title: 'Straight quotes next to typographic quotes',
  why: 'Searches find one and miss the other; usually part of the text comes from another typist or program.',
  fix: 'Write them all in the same way, if the source does.',
  severity: 'note',
  examples: {
    good: ['<p>“One” and “two”, it’s so.</p>', '<p>"One" and "two", it\'s so.</p>'],
    bad: [
      { tei: '<p>“One” and “two” and "three".</p>', finds: '"three".' },
      { tei: "<p>It’s his, it’s hers, and it's theirs.</p>", finds: "'s theirs" },
    ],
  },
  begin: (run) => ({
    file: (file) => {
      const found = tally<Sign>();
      const { source } = file;
      return {
        texts: 'solid',
        text: (value, start, end) => {
          if (!file.inText || value.search(signs) < 0) return;
          if (code.test(file.ancestors[file.ancestors.length - 1]!.local)) return;
          signs.lastIndex = 0;
          for (let match = signs.exec(value); match !== null; match = signs.exec(value)) {
            const [sign] = match;
            if ((sign === "'" || sign === '’') && !isApostrophe(value, match.index)) continue;
            const at = textOffset(source.text, start, end, value, match.index);
            found.add(kindOf(sign), at, at + 1);
          }
        },
        end: () => {
          compare(run, file, found, 'straight quotes', 'typographic quotes');
          compare(run, file, found, 'straight apostrophes', 'typographic apostrophes');
        },
      };
    },
  }),
};
