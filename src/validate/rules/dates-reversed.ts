import type { XmlTag } from '../../source/xml.ts';
import { compareDates, readW3cDate } from '../dates.ts';
import type { Rule } from '../rule.ts';

const pairs = [
  ['notBefore', 'notAfter'],
  ['from', 'to'],
] as const;

const find = (tag: XmlTag, name: string) => tag.attributes.find((one) => one.name === name);

export const datesReversed: Rule = {
  code: 'dates-reversed',
  title: 'A time that ends before it begins',
  why: 'Lists, searches and timelines would leave the text out, or put it at the wrong place.',
  fix: 'Swap the two, or fix the one that is wrong.',
  severity: 'error',
  examples: {
    good: [
      '<p><date from="1962-10" to="1962-10-26">October 1962</date></p>',
      '<p><date notBefore="1962">1962</date></p>',
    ],
    bad: [
      { tei: '<p><date from="1962-11-02" to="1962-10-26">in autumn</date></p>', finds: 'to="1962-10-26"' },
      {
        tei: '<p><date notBefore="1970-08-14" notAfter="1970-08-04">undated</date></p>',
        finds: 'notAfter="1970-08-04"',
      },
    ],
  },
  begin: ({ report }) => ({
    file: ({ source }) => ({
      open: (tag) => {
        if (tag.attributes.length < 2) return;
        for (const [first, last] of pairs) {
          const [a, b] = [find(tag, first), find(tag, last)];
          const [begin, end] = [a && readW3cDate(a.value), b && readW3cDate(b.value)];
          if (!begin || !end || compareDates(begin, end) <= 0) continue;
          const message = `${last} (${b!.value}) is earlier than ${first} (${a!.value}).`;
          report(source, b!.start, b!.valueEnd + 1, { message });
        }
      },
    }),
  }),
};
