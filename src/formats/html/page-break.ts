import { pageLabel } from '../../model/page-label.ts';
import type { ReadingNode } from '../../model/reading.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { pageBreakId, pageId } from './ids.ts';
import type { Place } from './place.ts';

/**
 * A page break: `[Page 591]`, with a space on both sides, since it is between two words. The number is in the text
 * because a mark without text must not have a label of its own (ARIA 1.2 section 5.2.8.6). An id of the source that is
 * not `pg_N` is kept inside it.
 */
export function pageBreak(node: ReadingNode, place: Place): string {
  const n = node.n ?? '';
  const wanted = n === '' ? (node.id ?? 'pg:') : pageBreakId(n, place.apart === true);
  const id = escapeAttribute(node.title ?? place.page.ids.claim(wanted));
  const visible = escapeText(pageLabel(n));
  const aliased = node.id !== undefined && pageId(node.id) !== wanted;
  const inner = aliased
    ? `<span id="${escapeAttribute(place.page.ids.claim(pageId(node.id)))}">${visible}</span>`
    : visible;
  const label = n === '' ? 'Page break' : `Page ${escapeAttribute(n)}`;
  const facsimile = node.source === undefined ? '' : ` data-facs="${escapeAttribute(node.source)}"`;
  return ` <span role="doc-pagebreak" id="${id}" aria-label="${label}" data-n="${escapeAttribute(n)}"${place.page.ourLang}${facsimile}>${inner}</span> `;
}
