import { readPrintedDate } from '../dates.ts';
import type { Rule } from '../rule.ts';
import { watchWords } from '../watch-words.ts';

const dating = /^(when|notBefore|notAfter|from|to|dur|period)(-iso|-custom)?$/;

export const dateWithoutWhen: Rule = {
  code: 'date-without-when',
  title: 'A full date that no program can read',
  why: 'A text can be found and sorted by its date only if the date is in an attribute too.',
  fix: 'Add when="YYYY-MM-DD".',
  severity: 'note',
  examples: {
    good: ['<p><date when="1962-10-26">October 26, 1962</date>, <date>in the evening</date></p>'],
    bad: [
      {
        tei: '<p><date>October 26, 1962</date></p>',
        finds: '<date>October',
        fixed: '<p><date when="1962-10-26">October 26, 1962</date></p>',
      },
    ],
  },
  begin: ({ report }) => ({
    file: (file) =>
      watchWords(
        ['date'],
        (tag) => file.inText && !tag.attributes.some(({ name }) => dating.test(name)),
        (tag, text) => {
          const { years, months, days } = readPrintedDate(text);
          if (years.length !== 1 || months.length !== 1 || days.length !== 1) return;
          const two = (n: number): string => String(n).padStart(2, '0');
          const when = `${years[0]}-${two(months[0]!)}-${two(days[0]!)}`;
          const at = tag.start + 1 + tag.name.length;
          report(file.source, tag.start, tag.end, {
            message: `The date “${text.replace(/\s+/g, ' ').trim()}” is not repeated in an attribute.`,
            fix: `Add when="${when}".`,
            // Before that year a country somewhere still had another calendar.
            ...(years[0]! > 1923 && { edit: { start: at, end: at, newText: ` when="${when}"` } }),
          });
        },
      ),
  }),
};
