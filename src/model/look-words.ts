import { type Look, looks } from './reading.ts';

/** How the field says what words look like: the decision that phase 1 and the streaming reader share. */

/** Words in `rend` and `rendition`. Those of one letter with a `#` are those of the DTA’s base format. */
const lookWords: ReadonlyMap<string, Look> = new Map<string, Look>(Object.entries<Look>({
  ...Object.fromEntries(looks.map((look) => [look, look])),
  italics: 'italic', ital: 'italic', it: 'italic', i: 'italic', sectiontitleital: 'italic',
  b: 'bold', strong: 'bold', bf: 'bold',
  smallcaps: 'small-caps', sc: 'small-caps', smcap: 'small-caps', '#k': 'small-caps',
  caps: 'capitals', allcaps: 'capitals', uppercase: 'capitals',
  underlined: 'underline', u: 'underline', ul: 'underline',
  supraline: 'overline', overlined: 'overline', overbar: 'overline',
  strike: 'strikethrough', overstrike: 'strikethrough', 'line-through': 'strikethrough', '#s': 'strikethrough',
  sup: 'superscript', super: 'superscript', sub: 'subscript',
  'spaced-out': 'spaced', gesperrt: 'spaced', letterspace: 'spaced', 'letter-spaced': 'spaced', '#g': 'spaced',
  tt: 'monospace', typewriter: 'monospace',
  centre: 'center', centered: 'center', '#c': 'center', 'align-right': 'right', flushright: 'right',
})); // prettier-ignore

/** Declarations of CSS in `style`, as TEI has them by default, and the look of each. */
const declared: ReadonlyMap<string, readonly (readonly [value: RegExp, look: Look])[]> = new Map(
  Object.entries({
    'font-style': [[/^(?:italic|oblique)/, 'italic']],
    'font-weight': [[/^(?:bold|[6-9]00)/, 'bold']],
    'font-variant': [[/small-caps/, 'small-caps']],
    'font-variant-caps': [[/small-caps/, 'small-caps']],
    'font-family': [[/monospace/, 'monospace']],
    'text-transform': [[/^uppercase/, 'capitals']],
    'text-decoration': [
      [/underline/, 'underline'],
      [/overline/, 'overline'],
      [/line-through/, 'strikethrough'],
    ],
    'vertical-align': [
      [/^(?:super|top)/, 'superscript'],
      [/^(?:sub|bottom)/, 'subscript'],
    ],
    'letter-spacing': [[/^[0.]*[1-9]/, 'spaced']],
    'text-align': [
      [/^center/, 'center'],
      [/^(?:right|end)/, 'right'],
    ],
  } satisfies Record<string, (readonly [RegExp, Look])[]>),
);

export interface SaidOfLooks {
  /** Looks that we know, in the order in which they are said, each once. */
  readonly known: readonly Look[];
  /** Something else is said as well. */
  readonly more: boolean;
}

/** What `rend` or `rendition` says. A `#` and the prefix of TEI’s own scheme (`simple:`) are only ways to name the same. */
export function saidInWords(value: string): SaidOfLooks {
  const words = value.toLowerCase().split(/\s+/).filter(Boolean);
  const known = words.flatMap((word) => lookWords.get(word) ?? lookWords.get(word.replace(/^(?:#|simple:)/, '')) ?? []);
  return { known: [...new Set(known)], more: known.length < words.length };
}

/** What `style` says in CSS. What it says besides is not kept: it is of one medium. */
export function saidInStyle(value: string): readonly Look[] {
  const found = value.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const said = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    return (declared.get(name) ?? []).filter(([pattern]) => pattern.test(said)).map(([, look]) => look);
  });
  return [...new Set(found)];
}
