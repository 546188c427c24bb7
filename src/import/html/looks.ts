/** Elements of a line that say how words look or what they are. */
import type { PhraseElement } from '../document.ts';
import type { HtmlElement } from './tree.ts';
import { hasClass } from './query.ts';

export interface Look {
  readonly element: PhraseElement;
  readonly attributes: Readonly<Record<string, string>>;
}

const hi = (rend: string): Look => ({ element: 'hi', attributes: { rend } });
const plain = (element: PhraseElement): Look => ({ element, attributes: {} });

const byName: Readonly<Record<string, Look>> = {
  i: hi('italic'),
  em: hi('italic'),
  dfn: hi('italic'),
  var: hi('italic'),
  b: hi('bold'),
  strong: hi('bold'),
  u: hi('underline'),
  sup: hi('superscript'),
  sub: hi('subscript'),
  small: hi('small'),
  big: hi('large'),
  tt: hi('typewriter'),
  kbd: hi('typewriter'),
  samp: hi('typewriter'),
  s: { element: 'del', attributes: { rend: 'strikethrough' } },
  strike: { element: 'del', attributes: { rend: 'strikethrough' } },
  del: plain('del'),
  ins: plain('add'),
  q: plain('q'),
  cite: plain('title'),
};

/** Names of classes that say how words look. */
const byClass: readonly [RegExp, Look][] = [
  [/^(?:tei-)?(?:italics?|emph|hi-?italic)$/i, hi('italic')],
  [/^(?:tei-)?(?:bold|strong|hi-?bold)$/i, hi('bold')],
  [/^(?:tei-)?(?:small-?caps?|smcap|sc|smallcap)$/i, hi('smallcaps')],
  [/^(?:underlined?|u)$/i, hi('underline')],
  [/^(?:gespr?errt|gesperrt|letter-?spaced|spaced)$/i, hi('spaced')],
  [/^(?:strikethrough|strike)$/i, { element: 'del', attributes: { rend: 'strikethrough' } }],
  [/^superscript$/i, hi('superscript')],
  [/^subscript$/i, hi('subscript')],
  [/^(?:tei-)?persName$|^person$/, plain('persName')],
  [/^(?:tei-)?placeName$|^place$/, plain('placeName')],
  [/^(?:tei-)?orgName$|^organization$/, plain('orgName')],
];

const byStyle: readonly [RegExp, string][] = [
  [/font-style\s*:\s*(?:italic|oblique)/i, 'italic'],
  [/font-weight\s*:\s*(?:bold|[6-9]00)/i, 'bold'],
  [/font-variant(?:-caps)?\s*:\s*(?:all-)?small-caps/i, 'smallcaps'],
  [/text-decoration[^;:]*:[^;]*underline/i, 'underline'],
  [/text-decoration[^;:]*:[^;]*line-through/i, 'strikethrough'],
  [/vertical-align\s*:\s*super/i, 'superscript'],
  [/vertical-align\s*:\s*sub/i, 'subscript'],
];

/** A date in the form TEI knows. */
const isoDate = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** What an element of a line says of its words; undefined where it says nothing. */
export function lookOf(e: HtmlElement): Look | undefined {
  if (e.name === 'time') {
    const when = e.attributes.datetime ?? '';
    return isoDate.test(when) ? { element: 'date', attributes: { when } } : undefined;
  }
  const named = byName[e.name];
  if (named) return named;
  const classed = byClass.find(([pattern]) => hasClass(e, pattern));
  if (classed) return classed[1];
  const { style = '' } = e.attributes;
  const looks = byStyle.filter(([pattern]) => pattern.test(style)).map(([, look]) => look);
  return looks.length > 0 ? hi(looks.join(' ')) : undefined;
}
