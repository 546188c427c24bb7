/**
 * What of a page is not text: scripts, forms, navigation, tools. By what it is, by its role, by the names that
 * sites give it.
 */
import type { HtmlElement } from './tree.ts';
import { ancestors, classes, descendants, hasClass, hasRole } from './query.ts';

export type Reason = 'machinery' | 'navigation' | 'tools';

const machinery = new Set(
  'head script style template noscript object embed applet iframe audio video canvas map form button input select textarea datalist progress meter dialog link meta base svg'.split(
    ' ',
  ),
);

const landmarks = [
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'dialog',
  'alert',
  'tablist',
  'doc-toc',
  'doc-pagelist',
];

/** Names of classes and ids that sites give to what stands around a text. */
const surroundings =
  /^(?:(?:main|site|page|top|side|global|local|sub)?-?nav(?:bar|igation|box|-?bar)?|breadcrumbs?|hsg-breadcrumb.*|side-?bar|menu|pager|pagination|toolbar|share|sharing|social.*|addthis.*|cookie.*|banner|masthead|skip(?:-link|nav)?|search(?:-?form|box)?|toc|table-of-contents|no-?print|ws-noexport|mw-editsection|mw-jump-link|mw-indicators|printfooter|catlinks|siteSub|contentSub|jump-to-nav|footer-?(?:nav|links)?|site-?(?:header|footer)|pg-boilerplate|pgheader|pg-header|pg-footer|hsg-(?:share|navigation|panel).*|next-?prev|prev-?next)$/i;

const isHidden = ({ attributes }: HtmlElement): boolean =>
  attributes.hidden !== undefined ||
  attributes['data-generated'] !== undefined ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? '');

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

const holdsHeading = (element: HtmlElement): boolean => {
  for (const d of descendants(element)) if (headings.has(d.name)) return true;
  return false;
};

const holdsNotes = (element: HtmlElement): boolean =>
  hasRole(element, 'doc-footnote', 'doc-endnotes', 'doc-footnotes', 'doc-endnote', 'note') ||
  hasClass(element, /note/i);

/** Why an element is not part of the text; undefined where it may be one. */
export function reasonToLeaveOut(element: HtmlElement): Reason | undefined {
  const { name } = element;
  if (machinery.has(name) || isHidden(element)) return 'machinery';
  if (holdsNotes(element)) return undefined;
  if (name === 'nav' || hasRole(element, ...landmarks)) return 'navigation';
  const isText = name === 'main' || name === 'article' || name === 'body';
  if (!isText && [...classes(element), element.attributes.id ?? ''].some((c) => surroundings.test(c))) return 'tools';
  if ((name === 'header' || name === 'footer') && !holdsHeading(element)) {
    // The foot of a quotation says where it comes from.
    for (const a of ancestors(element)) if (a.name === 'blockquote' || a.name === 'figure') return undefined;
    return 'tools';
  }
  return name === 'aside' ? 'tools' : undefined;
}
