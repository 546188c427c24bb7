import type { Rule } from '../rule.ts';

/** Elements that say nothing when they are empty. */
const blocks = new Set(
  'p ab head item l lg sp quote q salute signed closer opener dateline postscript byline trailer'.split(' '),
);
const phrases = new Set(
  'hi emph foreign title persName placeName orgName name rs term gloss seg distinct mentioned soCalled label'.split(
    ' ',
  ),
);
/** An empty element with one of these is a place that something may point to. */
const telling = /^(xml:id|corresp|copyOf|sameAs|next|prev|source)$/;
/** These mean nothing without words, so that taking the tags away loses nothing. */
const mere = new Set(['hi', 'emph', 'foreign', 'seg']);

export const emptyElement: Rule = {
  code: 'empty-element',
  title: 'An element without content',
  why: 'It is a leftover, or its words are lost.',
  fix: 'Fill it, or remove it.',
  severity: 'review',
  examples: {
    good: ['<p>a<lb/>b</p><p><pb n="2"/></p><p><ref target="https://example.org"/></p>'],
    bad: [
      { tei: '<p>a</p><p></p>', finds: '<p></p>' },
      { tei: '<p>the <hi rend="italic"> </hi>end</p>', finds: '<hi', fixed: '<p>the  end</p>' },
    ],
  },
  begin: ({ report }) => ({
    file: (file) => {
      // Of each open element, whether there is something in it.
      const filled: boolean[] = [];
      const { source } = file;
      return {
        open: () => {
          if (filled.length > 0) filled[filled.length - 1] = true;
          filled.push(!file.inText);
        },
        text: (value) => {
          if (filled[filled.length - 1] === false && /\S/.test(value)) filled[filled.length - 1] = true;
        },
        close: (tag, start, end) => {
          if (filled.pop()! || !(blocks.has(tag.local) || phrases.has(tag.local))) return;
          if (tag.attributes.some(({ name }) => telling.test(name))) return;
          const space = source.text.slice(tag.end, Math.max(tag.end, start));
          const edit =
            mere.has(tag.local) && space.trim() === '' ? { start: tag.start, end, newText: space } : undefined;
          report(source, tag.start, end, {
            message: `This <${tag.name}> is empty.`,
            ...(blocks.has(tag.local) ? {} : { severity: 'note' as const }),
            ...(edit && { edit }),
          });
        },
      };
    },
  }),
};
