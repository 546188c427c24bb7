import type { Finding, Related, Span } from './finding.ts';

/**
 * What a terminal may be given. File names, ids, texts and arguments come from strangers; a control character in one of them could move the
 * cursor, change the window's title or make a line read backwards (Unicode TR36, section 2). Such characters are shown, never sent.
 */

/** Controls (C0, DEL, C1), bidirectional marks and overrides, line and paragraph separators, and characters that nobody can see. */
const unsafe = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Escape becomes `␛`, other characters their number: `⟨U+202E⟩`. */
function shown(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Text of several lines for a terminal: line ends and tabs stay. */
export const printable = (text: string): string =>
  text.replace(unsafe, (character) => (character === '\n' || character === '\t' ? character : shown(character)));

/** Text for one line of a terminal: a line end inside it is shown, too, so that no name can counterfeit a message. */
export const printableLine = (text: string): string => text.replace(unsafe, shown);

const printableSpan = (span: Span): Span => ({ ...span, file: printableLine(span.file) });

/** The texts of a finding, for a terminal. Its `edit` and `suggestion` are not shown and stay as they are. */
export function printableFinding(finding: Finding): Finding {
  const { span, why, fix, expected, related } = finding;
  return {
    ...finding,
    code: printableLine(finding.code),
    message: printableLine(finding.message),
    ...(span && { span: printableSpan(span) }),
    ...(why !== undefined && { why: printableLine(why) }),
    ...(fix !== undefined && { fix: printableLine(fix) }),
    ...(expected && { expected: expected.map(printableLine) }),
    ...(related && {
      related: related.map((one): Related => ({ message: printableLine(one.message), span: printableSpan(one.span) })),
    }),
  };
}

/** JSON whose strings hold no character that a terminal obeys; the value is the same. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(unsafe, (character) =>
    character === '\n'
      ? character
      : [...Array(character.length).keys()]
          .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`)
          .join(''),
  );
