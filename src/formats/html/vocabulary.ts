import { looks } from '../../model/reading.ts';
import { mathAttributes, mathLayouts, mathNamespace, mathTokens } from '../../model/formula/mathml.ts';
import { statuses } from '../../model/status.ts';

/**
 * All that may be in `main` of a page: elements, their attributes with what these may say, and classes. Whatever is not in these lists is a fault:
 * a browser could hide words with it, add some, or do something.
 */

const anything = /^[^]*$/;
const name = /^[^\s]+$/;
const number = /^-?[0-9]{1,6}$/;
const size = /^[1-9][0-9]{0,3}$/;
const language = /^[A-Za-z0-9-]*$/;
const mark = /^$/;
const noteStyle = /^(?:--call:--c\d+;--self:--n\d+;--above:--n\d+|--self:--c\d+)$/;
const link = /^(?:https?:\/\/|mailto:|#|[^:/?#]+\.html(?:#|$))[^\s]*$/i;

type Attributes = Readonly<Record<string, RegExp>>;

/** Attributes that any element may have; `class` has its list below. */
const common: Attributes = {
  id: name,
  class: anything,
  lang: language,
  'xml:lang': language,
  dir: /^(?:ltr|rtl)$/,
  'data-rend': anything,
  'data-type': anything,
};

const status: Attributes = {
  'data-why': anything,
  'data-cert': anything,
  'data-place': anything,
  'data-hand': anything,
  'data-part': /^[IMF]$/,
};
const side: Attributes = {
  'data-wit': anything,
  'data-source': anything,
  'data-resp': anything,
  'data-cause': anything,
};
const words: Attributes = { title: anything, 'data-ref': anything, ...status, ...side };
const spoken: Attributes = { 'data-who': anything };
const generated: Attributes = { 'data-generated': mark };
const numbered: Attributes = { 'data-n': anything, 'data-number': anything, 'data-unit': anything };
const cell: Attributes = { colspan: size, rowspan: size, 'data-cols': size, 'data-rows': size, ...generated };

/** Formulas: presentation markup, whatever its attributes say of how it is set. */
const inFormula: Attributes = Object.fromEntries([...mathAttributes].map((each) => [each, anything]));
const mathElements = {
  ...Object.fromEntries([...mathTokens, ...mathLayouts].map((each) => [each, inFormula])),
  math: { ...inFormula, xmlns: new RegExp(`^${mathNamespace}$`) },
};

const elements: Readonly<Record<string, Attributes>> = {
  article: {},
  section: { role: /^doc-endnotes$/, 'aria-labelledby': /^o:(?:notes|apparatus)$/ },
  div: {
    ...words,
    ...spoken,
    ...numbered,
    role: /^(?:group|doc-footnote)$/,
    'aria-label': /^Table$/,
    tabindex: /^0$/,
    style: noteStyle,
    'data-target': anything,
  },
  p: spoken,
  blockquote: {},
  figure: {},
  figcaption: {},
  ul: {},
  ol: {},
  dl: {},
  li: { ...numbered, value: number, 'data-kind': anything },
  dt: generated,
  dd: { ...numbered, ...generated },
  table: {},
  caption: {},
  tbody: {},
  tr: generated,
  td: cell,
  th: { ...cell, scope: /^(?:row|col)$/ },
  img: { src: /^\.\.\/images\/[^\s]+$/, alt: anything },
  ruby: {},
  rt: { 'data-place': anything },
  br: {},
  a: {
    ...words,
    href: link,
    role: /^doc-(?:noteref|backlink)$/,
    'aria-label': /^Back to note .* in the text$/s,
    style: noteStyle,
  },
  span: {
    ...words,
    ...spoken,
    ...numbered,
    ...generated,
    role: /^doc-pagebreak$/,
    'aria-label': /^Page .*$/s,
    'data-facs': anything,
    'data-extent': anything,
    'data-ed': anything,
    'data-target': anything,
    'data-cols': size,
    'data-rows': size,
  },
  ...mathElements,
  time: { ...words, datetime: /^[0-9T:.Z+-]+$/ },
  ...Object.fromEntries(
    ['cite', 'em', 'ins', 'del', 'i', 'b', 'u', 's', 'sup', 'sub', 'code'].map((each) => [
      each,
      each === 'i' || each === 'b' ? { ...words, ...generated } : words,
    ]),
  ),
  ...Object.fromEntries(
    ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((each) => [each, { ...generated, 'aria-level': number }]),
  ),
};

const classes: ReadonlySet<string> = new Set([
  ...looks,
  ...statuses,
  ...`block inline p section subheading opener closer postscript address stanza epigraph dateline salute signed byline trailer source-note
  speaker stage title caption address-line fact imprint title-group description argument utterance who list bulleted ordered labelled plain subject
  participants cast register item label stray table row cell line speech figure image note notes name person organization place term
  lem app-call app-back apparatus app-entries app-entry side reading remark detail witnesses siglum source
  first date gap foreign quote substitution expanded mark vacat hand pause sign number over alone outer lb in-word shown spread-link unresolved tex counted printed`.split(
    /\s+/,
  ),
]);

/** What is not allowed of a tag in `main`, in words; empty where all is. */
export function tagFaults(
  element: string,
  attributes: readonly { readonly name: string; readonly value: string }[],
): string[] {
  const own = elements[element];
  if (!own || !Object.hasOwn(elements, element)) return [`<${element}> is not an element of our pages`];
  const faults: string[] = [];
  for (const { name: attribute, value } of attributes) {
    const says = Object.hasOwn(own, attribute)
      ? own[attribute]
      : Object.hasOwn(common, attribute)
        ? common[attribute]
        : undefined;
    if (!says) faults.push(`the attribute ${attribute} is not allowed on <${element}> in our pages`);
    else if (!says.test(value)) faults.push(`${attribute}="${value}" is not allowed on <${element}> in our pages`);
    if (attribute !== 'class') continue;
    const unknown = value.split(' ').find((each) => !classes.has(each));
    if (unknown !== undefined) faults.push(`the class “${unknown}” is not one of our pages`);
  }
  return faults;
}
