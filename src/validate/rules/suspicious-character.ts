import { reportPlaces } from '../report-places.ts';
import type { Rule } from '../rule.ts';
import { often, tally } from '../tally.ts';
import { textOffset } from '../text-offset.ts';

/** A quick first look, since this runs over every character of a text; what it finds may still be innocent. */
const worthALook = /[\u0080-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\udb80-\uf8ff\ufeff\ufff9-\uffffÂÃâ?]/;
const suspicious =
  /[\u0080-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff\ufff9-\uffff\ue000-\uf8ff\u{f0000}-\u{10ffff}]|[ÂÃ][\u0080-\u00bf]|â€|(?<=\p{L})\?(?=\p{Ll})/u;

interface Kind {
  readonly test: RegExp;
  readonly says: string;
  readonly fix: string;
}

const kinds: readonly Kind[] = [
  {
    test: /^\ufffd/,
    says: 'the replacement character for a lost character',
    fix: 'Compare it with the source: the character that was here is lost.',
  },
  {
    test: /^(?:[ÂÃ]|â€)/,
    says: 'a character that was read in the wrong encoding',
    fix: 'It was UTF-8 and was read as Windows-1252; put the right character there.',
  },
  {
    test: /^[\u0080-\u009f]/,
    says: 'a control character, probably of Windows-1252',
    fix: 'Put the intended character there: usually a quotation mark or a dash.',
  },
  {
    test: /^\u00ad/,
    says: 'a soft hyphen',
    fix: 'Remove it: it is invisible and disturbs searches. A word that is split by a page or line break has break="no".',
  },
  { test: /^[\u2028\u2029]/, says: 'a line or paragraph separator', fix: 'Use <lb/> or a paragraph.' },
  {
    test: /^[\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
    says: 'an invisible character for the direction of writing',
    fix: 'Remove it unless the text needs it.',
  },
  {
    test: /^[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u,
    says: 'a private-use character',
    fix: 'Others see something else or nothing: use <g ref="…"/> or the Unicode character.',
  },
  {
    test: /^\?/,
    says: 'a question mark inside a word',
    fix: 'Perhaps a character was lost that could not be converted.',
  },
  { test: /^./su, says: 'an invisible character', fix: 'Remove it.' },
];

const nameOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

export const suspiciousCharacter: Rule = {
  code: 'suspicious-character',
  title: 'A character that is probably not part of the text',
  why: 'Such characters come from conversions that went wrong; they are invisible or look wrong, and no search finds the word.',
  fix: 'Compare it with the source.',
  severity: 'review',
  examples: {
    good: ['<p>Où êtes-vous? “Здесь”… 𝔄 â€</p>'.replace('â€', 'â'), '<p>Wer?Ich. https://example.org/a?b=1</p>'],
    bad: [
      { tei: '<p>the Presidentâ€™s letter</p>', finds: 'â€' },
      { tei: '<p>a\ufffdb \ufffd c</p>', finds: '\ufffdb' },
      { tei: '<p>nego\u00adtiation</p>', finds: '\u00ad' },
      { tei: '<p>caf&#xE001; x</p>', finds: '&#xE001;' },
    ],
  },
  begin: (run) => ({
    file: (file) => {
      const found = tally<string>();
      const { source } = file;
      return {
        // Of all texts: some of these characters count as white space.
        text: (value, start, end) => {
          // Questions in addresses are none.
          if (!worthALook.test(value) || value.includes('://')) return;
          for (const match of value.matchAll(new RegExp(suspicious.source, 'gu'))) {
            const [sign] = match;
            const at = textOffset(source.text, start, end, value, match.index);
            found.add(sign, at, at + sign.length);
          }
        },
        end: () => {
          for (const [sign, places] of found.places) {
            const { says, fix } = kinds.find(({ test }) => test.test(sign))!;
            reportPlaces(run, source, places, {
              message: `Here stands ${says} (${nameOf(sign)})${often(places.count)}.`,
              fix,
            });
          }
        },
      };
    },
  }),
};
