import { type Look, looks } from './reading.ts';

/** The words that the field uses in `rend` and `rendition` for an appearance we know: the decision that phase 1 and the streaming reader share. */
export const lookWords: ReadonlyMap<string, Look> = new Map<string, Look>(Object.entries<Look>({
  ...Object.fromEntries(looks.map((look) => [look, look])),
  italics: 'italic', ital: 'italic', it: 'italic', i: 'italic', sectiontitleital: 'italic',
  b: 'bold', strong: 'bold', bf: 'bold',
  smallcaps: 'small-caps', sc: 'small-caps', smcap: 'small-caps',
  caps: 'capitals', allcaps: 'capitals', uppercase: 'capitals',
  underlined: 'underline', u: 'underline', ul: 'underline',
  strike: 'strikethrough', overstrike: 'strikethrough', 'line-through': 'strikethrough',
  sup: 'superscript', super: 'superscript', sub: 'subscript',
  'spaced-out': 'spaced', gesperrt: 'spaced', letterspace: 'spaced', 'letter-spaced': 'spaced',
  tt: 'monospace', typewriter: 'monospace',
  centre: 'center', centered: 'center', 'align-right': 'right', flushright: 'right',
})); // prettier-ignore
