/** XML that is not well-formed, by what is wrong in it again and again. */

import { inParagraph, type Inputs, times } from './tei.ts';

export const brokenInputs: Inputs = {
  'elements left open': (n) => inParagraph('<hi>word '.repeat(n)),
  'paragraphs left open': (n) => inParagraph('<p>word '.repeat(n)),
  'end tags without start tags': (n) => inParagraph('word</hi> '.repeat(n)),
  'elements that overlap': (n) => inParagraph('<hi>a<q>b</hi>c</q> '.repeat(n)),
  'elements of other names left open': (n) => inParagraph(times(n, (i) => `<x${i}>word `)),
  'comments left open': (n) => inParagraph('<!-- word '.repeat(n)),
  'instructions left open': (n) => inParagraph('<?word '.repeat(n)),
  'marked sections left open': (n) => inParagraph('<![CDATA[word '.repeat(n)),
  'marked sections left open in lines': (n) => inParagraph('<![CDATA[word\n'.repeat(n)),
  'quotes left open': (n) => inParagraph('<hi rend="italic>word</hi> '.repeat(n)),
  'quotes left open in lines': (n) => inParagraph('<hi rend="italic>word</hi>\n'.repeat(n)),
  'single quotes left open': (n) => inParagraph("<hi rend='italic>word</hi> ".repeat(n)),
  'tags left open': (n) => inParagraph('<hi rend="italic" '.repeat(n)),
  'less-than characters': (n) => inParagraph('a < b '.repeat(n)),
  'less-than characters without spaces': (n) => inParagraph('<'.repeat(n)),
  ampersands: (n) => inParagraph('a & b '.repeat(n)),
  'unknown entities': (n) => inParagraph('&word; '.repeat(n)),
  'attributes given twice': (n) => inParagraph(`<hi ${'n="1" '.repeat(n)}>word</hi>`),
  'attributes without values': (n) => inParagraph(`<hi ${times(n, (i) => `a${i} `)}>word</hi>`),
  'prefixes not declared': (n) => inParagraph(times(n, (i) => `<p${i}:x>word</p${i}:x> `)),
  'control characters': (n) => inParagraph('a\u0001b '.repeat(n)),
  'doctypes left open': (n) => inParagraph('<!DOCTYPE x [ '.repeat(n)),
  'end of marked sections': (n) => inParagraph(']]> '.repeat(n)),
};
