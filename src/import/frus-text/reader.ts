/** `frus-text`: one document as an archive publishes it on the web, copied or extracted as plain text. */
import { offsetOfCharacter, withoutSpace } from '../conservation.ts';
import type { Reader } from '../reader.ts';
import { readFrusText } from './read.ts';

const pageMark = /\[Page (?:\d+|[IVXLCivxlc]+)\]/;
const noteList = /\n {2}(?:[01]|\*)\. \S/;

/** The reader of published plain text, in both dialects. */
export const frusText: Reader = {
  kind: 'frus-text',
  title: 'the plain text of a published document: [Page 591] marks, note numbers glued to words, notes at the end',
  detect({ text }) {
    if (/^\s*</.test(text) || text.trim() === '') return 0;
    return (
      0.3 +
      (pageMark.test(text) ? 0.3 : 0) +
      (noteList.test(text) ? 0.25 : 0) +
      (/^\s*(?:\[Page [^\]]*\]\s*)?\d+\. \S/.test(text) ? 0.1 : 0)
    );
  },
  read(source, chooser) {
    return {
      document: readFrusText(source, chooser),
      findings: [],
      expected: withoutSpace(source.text),
      placeOf: (n) => offsetOfCharacter(source.text, n),
    };
  },
};
