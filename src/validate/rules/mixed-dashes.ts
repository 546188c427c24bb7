import { reportPlaces } from '../report-places.ts';
import type { Rule, RuleRun, WatchedFile } from '../rule.ts';
import { type Tally, tally } from '../tally.ts';
import { textOffset } from '../text-offset.ts';

/** How a thought is set off, and how a range of years is written. */
const ways = {
  spacedHyphen: { group: 'dash', name: 'a spaced hyphen ( - )' },
  twoHyphens: { group: 'dash', name: 'two hyphens (--)' },
  spacedDash: { group: 'dash', name: 'a spaced dash ( – )' },
  longDash: { group: 'dash', name: 'a long dash (—)' },
  hyphenRange: { group: 'range', name: 'a hyphen (1961-1963)' },
  dashRange: { group: 'range', name: 'a dash (1961–1963)' },
} as const;
type Way = (typeof ways)[keyof typeof ways];

const signs = /[-–—]+/g;
const letter = /[\p{L}\p{P}]/u;
const yearBefore = /(?<!\d)[12]\d{3}$/;
const yearAfter = /^(?:[12]\d{3}|\d\d)(?![\d-])/;

const isSpaced = (value: string, index: number): boolean =>
  value.charAt(index - 1) === ' ' &&
  value.charAt(index + 1) === ' ' &&
  letter.test(value.charAt(index - 2)) &&
  letter.test(value.charAt(index + 2));

const isRange = (value: string, index: number): boolean =>
  yearBefore.test(value.slice(Math.max(0, index - 5), index)) && yearAfter.test(value.slice(index + 1, index + 6));

/** What the character at `index` is meant as; undefined for the hyphen of a word and the like. */
function wayOf(value: string, index: number, sign: string): Way | undefined {
  if (sign === '--') return ways.twoHyphens;
  if (sign === '—') return ways.longDash;
  if (sign !== '–' && sign !== '-') return undefined;
  if (isSpaced(value, index)) return sign === '-' ? ways.spacedHyphen : ways.spacedDash;
  return isRange(value, index) ? (sign === '-' ? ways.hyphenRange : ways.dashRange) : undefined;
}

/** Only where one way is the rule is another one an exception. */
const clearly = 5;

function compare(run: RuleRun, { source }: WatchedFile, found: Tally<Way>, group: Way['group']): void {
  const used = Object.values(ways).flatMap((way) => {
    const places = way.group === group ? found.places.get(way) : undefined;
    return places ? [{ way, places }] : [];
  });
  const [most] = [...used].sort((a, b) => b.places.count - a.places.count);
  for (const { way, places } of used) {
    if (way === most!.way || places.count * clearly > most!.places.count) continue;
    const what = group === 'dash' ? 'a dash' : 'a range of years';
    const times = places.count === 1 ? 'once' : `${places.count} times`;
    reportPlaces(run, source, places, {
      message: `For ${what} there is ${times} ${way.name}, and ${most!.places.count} times ${most!.way.name}.`,
    });
  }
}

export const mixedDashes: Rule = {
  code: 'mixed-dashes',
  title: 'Dashes that are written in different ways',
  why: 'Searches find one and miss the other; usually the rare one is a mistake.',
  fix: 'Write them all in the same way, if the source does.',
  severity: 'note',
  examples: {
    good: ['<p>One—and two—and three.</p>', '<p>A well-known list, 1961–1963, d1-2.</p>'],
    bad: [
      { tei: '<p>one—two—three—four—five—six - seven</p>', finds: '- seven' },
      { tei: '<p>1961–1963 1964–1968 1969–1976 1977–1980 1981–88, 1945-1950</p>', finds: '-1950' },
    ],
  },
  begin: (run) => ({
    file: (file) => {
      const found = tally<Way>();
      const { source } = file;
      return {
        texts: 'solid',
        text: (value, start, end) => {
          if (!file.inText) return;
          for (let match = signs.exec(value); match !== null; match = signs.exec(value)) {
            const [sign] = match;
            const way = wayOf(value, match.index, sign);
            if (!way) continue;
            const at = textOffset(source.text, start, end, value, match.index);
            found.add(way, at, at + sign.length);
          }
        },
        end: () => {
          compare(run, file, found, 'dash');
          compare(run, file, found, 'range');
        },
      };
    },
  }),
};
