import type { XmlTag } from '../../source/xml.ts';
import type { Rule } from '../rule.ts';

/** Besides words, these fill a note. */
const watched = new Set(['note', 'graphic', 'media', 'formula', 'gap', 'ptr']);

export const noteWithoutText: Rule = {
  code: 'note-without-text',
  title: 'A note that is called and has no text',
  why: 'A reader who follows its number finds nothing.',
  fix: 'Add its text, or remove the note.',
  severity: 'error',
  examples: {
    good: ['<p>a<note n="1">x</note> b<note n="2"><graphic url="a.png"/></note></p>'],
    bad: [{ tei: '<p>a<note n="1"> </note></p>', finds: '<note n="1">' }],
  },
  begin: ({ report }) => ({
    file: (file) => {
      const notes: { readonly tag: XmlTag; filled: boolean }[] = [];
      return {
        only: watched,
        texts: 'solid',
        open: (tag) => {
          const last = notes[notes.length - 1];
          if (last && tag.local !== 'note') last.filled = true;
          if (tag.local === 'note' && file.inText) notes.push({ tag, filled: false });
        },
        text: () => {
          const last = notes[notes.length - 1];
          if (last) last.filled = true;
        },
        close: (tag) => {
          if (notes[notes.length - 1]?.tag !== tag) return;
          const { filled } = notes.pop()!;
          const outer = notes[notes.length - 1];
          if (outer && filled) outer.filled = true;
          const n = tag.attributes.find(({ name }) => name === 'n');
          if (filled || !n) return;
          report(file.source, tag.start, tag.end, { message: `Note ${n.value} has no text.` });
        },
      };
    },
  }),
};
