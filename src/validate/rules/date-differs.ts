import type { XmlTag } from '../../source/xml.ts';
import { type PlainDate, type PrintedDate, readPrintedDate, readW3cDate } from '../dates.ts';
import type { Rule } from '../rule.ts';
import { watchWords } from '../watch-words.ts';

/** Which part of `when` the text contradicts. */
function difference(when: PlainDate, printed: PrintedDate): 'year' | 'month' | 'day' | undefined {
  const { years, months, days } = printed;
  if (years.length > 0 && !years.includes(when.year)) return 'year';
  if (when.month !== undefined && months.length > 0 && !months.includes(when.month)) return 'month';
  // Where several months are named, one cannot tell which day is meant.
  if (when.day !== undefined && months.length === 1 && days.length > 0 && !days.includes(when.day)) return 'day';
  return undefined;
}

/** Whoever gives a calendar or a doubt knows what he does. */
const isDoubtful = (tag: XmlTag): boolean =>
  tag.attributes.some(({ name }) => name === 'calendar' || name === 'datingMethod' || name === 'cert');

const when = (tag: XmlTag) => tag.attributes.find(({ name }) => name === 'when');

export const dateDiffers: Rule = {
  code: 'date-differs',
  title: 'A date that says one thing in the text and another in its attribute',
  why: 'Lists, searches and citations use the attribute: they would give a wrong date.',
  fix: 'Fix the one that is wrong; if both are right (an old calendar, say), add calendar or cert.',
  severity: 'review',
  examples: {
    good: [
      '<p><date when="1962-10-26">October 26, 1962</date> and <date when="1962-10-26">26. Oktober 1962</date></p>',
      '<p><date when="1969-01-02T19:00:00">January 2, 1969, 7 p.m.</date></p>',
      '<p><date when="1918-01-31" calendar="#julian">January 18, 1918</date></p>',
      '<p><date when="1962-10-27">October 26–27, 1962</date> <date when="1962-10-26">yesterday</date></p>',
    ],
    bad: [
      { tei: '<p><date when="1963-10-26">October 26, 1962</date></p>', finds: 'when="1963-10-26"' },
      { tei: '<p><date when="1962-11-26">October 26, 1962</date></p>', finds: 'when="1962-11-26"' },
      { tei: '<p><date when="1962-10-28">26.10.1962</date></p>', finds: 'when="1962-10-28"' },
    ],
  },
  begin: ({ report }) => ({
    file: ({ source }) =>
      watchWords(
        ['date'],
        (tag) => when(tag) !== undefined,
        (tag, text) => {
          const attribute = when(tag)!;
          const date = readW3cDate(attribute.value);
          const part = date && !isDoubtful(tag) ? difference(date, readPrintedDate(text)) : undefined;
          if (!part) return;
          const printed = text.replace(/\s+/g, ' ').trim();
          const message = `The text says “${printed}”, but when says ${attribute.value}: the ${part} differs.`;
          report(source, attribute.start, attribute.valueEnd + 1, { message });
        },
      ),
  }),
};
