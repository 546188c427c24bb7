import type { FaultyRange, RangeFault } from '../../model/read-tei/faulty-ranges.ts';
import type { Rule, Told } from '../rule.ts';

const tellers: Readonly<Record<RangeFault, (range: FaultyRange) => Told>> = {
  'no-end': () => ({
    message: 'This range does not name an element of this file with which it ends.',
    fix: 'Put an anchor behind its last word and point to it: spanTo="#end".',
  }),
  earlier: ({ end }) => ({
    message: `What this range ends with (#${end}) is before it.`,
    fix: 'Let spanTo point to an anchor behind its last word.',
  }),
  elsewhere: ({ end }) => ({
    message: `What this range ends with (#${end}) is in another document, note or reading.`,
    fix: 'End the range with its own text, and begin another one in the next.',
  }),
  around: ({ end }) => ({
    message: `Between this range and its end (#${end}) is another document, whose words are not in the range.`,
    why: 'A document is read for itself; only the words around it have the status.',
    fix: 'Let a range of its own begin and end in each document.',
  }),
  'too-many': () => ({
    message: 'More than 16 ranges of different kinds are open here; the words of this one do not have its status.',
    why: 'So many signs at one place cannot be read.',
    fix: 'End other ranges before this one begins.',
  }),
};

export const rangeEnd: Rule = {
  code: 'range-end',
  title: 'A range that does not end where it says',
  why: 'All words from here to the end of the document, the note or the reading count as added, deleted or damaged.',
  fix: 'Let spanTo of addSpan, delSpan or damageSpan point to an anchor behind the last word, in the same text.',
  severity: 'review',
  examples: {
    good: ['<p>a <delSpan spanTo="#end"/>b</p><p>c<anchor xml:id="end"/> d</p>'],
    bad: [
      { tei: '<p>a <delSpan/>b</p>', finds: '<delSpan/>' },
      { tei: '<p><anchor xml:id="end"/>a <addSpan spanTo="#end"/>b</p>', finds: '<addSpan spanTo="#end"/>' },
      {
        tei: '<p>a <delSpan spanTo="#end"/>b<note>c<anchor xml:id="end"/></note></p>',
        finds: '<delSpan spanTo="#end"/>',
      },
    ],
  },
  begin: ({ report }) => ({
    file: () => ({
      end: ({ source, faultyRanges }) => {
        for (const range of faultyRanges)
          report(source, range.start, source.text.indexOf('>', range.start) + 1, tellers[range.fault](range));
      },
    }),
  }),
};
