import type { Related } from '../../diagnostics/finding.ts';
import type { XmlAttribute } from '../../source/xml.ts';
import type { Rule } from '../rule.ts';

export const duplicateId: Rule = {
  code: 'duplicate-id',
  title: 'An id that is used twice in a file',
  why: 'An id names one element of a file; pointers to it, addresses and citations cannot distinguish the two.',
  fix: 'Give one of the two another id, and fix the pointers that mean it.',
  severity: 'error',
  examples: {
    good: ['<p xml:id="a">One</p><p xml:id="b">Two</p>'],
    bad: [{ tei: '<p xml:id="a">One</p><p xml:id="a">Two</p>', finds: 'xml:id="a">Two' }],
  },
  begin: ({ report }) => ({
    file: ({ source }) => {
      const first = new Map<string, XmlAttribute>();
      return {
        open: ({ attributes }) => {
          for (const attribute of attributes) {
            if (attribute.name !== 'xml:id') continue;
            const { value, start, valueEnd } = attribute;
            const before = first.get(value);
            if (!before) {
              first.set(value, attribute);
              continue;
            }
            const span = source.span(before.start, before.valueEnd + 1);
            const related: Related[] = [{ message: 'It was first used here.', span }];
            const message = `The id “${value}” is already used on line ${span.start.line}.`;
            report(source, start, valueEnd + 1, { message, related });
          }
        },
      };
    },
  }),
};
