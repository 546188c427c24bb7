import type { XmlAttribute } from '../../source/xml.ts';
import type { Rule } from '../rule.ts';
import { elementAt } from '../element-at.ts';

/** What a pointer is called that calls a note. */
const calls = /^(note-?(anchor|call|ref|link)?|(foot|end)-?note(-?(call|ref))?|fn)$/i;

export const callWithoutNote: Rule = {
  code: 'call-without-note',
  title: 'A note call that leads to no note',
  why: 'A reader who follows the number does not find the note.',
  fix: 'Make it point to the note that is meant.',
  severity: 'review',
  examples: {
    good: ['<p>a<ref type="noteAnchor" target="#n1">1</ref></p><div type="notes"><note xml:id="n1">x</note></div>'],
    bad: [{ tei: '<p>a<ref type="noteAnchor" target="#p2">1</ref></p><p xml:id="p2">b</p>', finds: 'target="#p2"' }],
  },
  begin: ({ report }) => ({
    file: ({ source }) => {
      const found: XmlAttribute[] = [];
      return {
        only: new Set(['ref', 'ptr']),
        open: ({ attributes }) => {
          if (!attributes.some(({ name, value }) => name === 'type' && calls.test(value))) return;
          const target = attributes.find(({ name }) => name === 'target');
          if (target?.value.startsWith('#')) found.push(target);
        },
        end: (reading) => {
          for (const { value, start, valueEnd } of found) {
            const element = elementAt(reading, value.slice(1));
            if (element === undefined || element === 'note' || element === 'noteGrp' || element === 'item') continue;
            report(source, start, valueEnd + 1, { message: `This call leads to a <${element}>, which is not a note.` });
          }
        },
      };
    },
  }),
};
