/** `frus-text`: one document as an archive publishes it on the web, copied or extracted as plain text. */
import type { SourceText } from '../../source/text.ts';
import { layoutOf } from '../layout/layout-of.ts';
import { offsetOfCharacter, withoutSpace } from '../conservation.ts';
import { beginsDocument, looksLikeArchiveLine } from './heading.ts';
import type { Reader } from '../reader.ts';
import { readFrusText } from './read.ts';

const pageMark = /\[Page (?:\d+|[IVXLCivxlc]+)\]/;
const noteList = /\n {2}(?:[01]|\*)\. \S/;

const salutation = /^[ \t]*(?:My )?(?:Dear|Sir|Gentlemen|Madam)\b[^\n]{0,60}$/m;

/** Marks of pages and notes in other forms, or lines broken at a width: another layout. */
function hasOtherLayout(source: SourceText): boolean {
  const { series, pages, setting } = layoutOf(source);
  return series.length > 0 || setting.width !== undefined || pages.some((p) => !p.form.startsWith('[Page '));
}

/** How likely a text is in the dialect, by how it opens. */
function opens(text: string): boolean {
  const first = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^\[Page [^\]]*\]$/.test(line))
    .slice(0, 5);
  return first.some((line, i) => beginsDocument(line) || (i === 0 && looksLikeArchiveLine(line)));
}

/** The reader of published plain text, in both dialects. */
export const frusText: Reader = {
  kind: 'frus-text',
  title: 'the plain text of a published document: [Page 591] marks, note numbers glued to words, notes at the end',
  detect(source) {
    const { text } = source;
    if (/^\s*</.test(text) || text.trim() === '' || hasOtherLayout(source)) return 0;
    const known = opens(text);
    // A text that begins with its salutation has no heading.
    if (!known && (!salutation.test(text) || salutation.test(text.trimStart().split(/[\r\n]/, 1)[0]!))) return 0;
    return 0.5 + (pageMark.test(text) ? 0.2 : 0) + (noteList.test(text) ? 0.25 : 0);
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
