import type { ReadingNode } from '../../model/reading.ts';
import { startTag } from './element.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { fragment } from './addresses.ts';
import { pageId } from './ids.ts';
import { belowText, type Place } from './place.ts';

/**
 * The style names the anchors by which a wide screen sets the body next to its call and below the note before it (CSS
 * Anchor Positioning); they are custom properties, so a browser that knows nothing of it shows the notes at the end.
 */
function body(node: ReadingNode, place: Place, number: number, id: string, call: string): string {
  const anchors = ` style="--call:--c${number};--self:--n${number};--above:--n${number - 1}"`;
  const label = escapeText(node.n ?? '');
  const back = `<a role="doc-backlink" href="${fragment(call)}" aria-label="Back to note ${escapeAttribute(label || 'call')} in the text">${label || unnumbered}</a>`;
  const open = startTag('div', node, place, 'note', ` role="doc-footnote"${anchors}`, {
    id: ` id="${escapeAttribute(id)}"`,
  });
  return `${open}${back} ${place.write(node.children, belowText(place))}</div>\n`;
}

/** Stands for the call of a note that has none. */
const unnumbered = '<span data-generated="">*</span>';

/** The call of a note. The body is kept for the end of the page. */
export function noteCall(node: ReadingNode, place: Place): string {
  const { notes, ids } = place.page;
  const number = notes.push('');
  const call = `call:${number}`;
  const id = ids.claim(node.id === undefined || node.id === '' ? `note:${number}` : pageId(node.id));
  notes[number - 1] = body(node, place, number, id, call);
  const label = node.n === undefined || node.n === '' ? unnumbered : escapeText(node.n);
  return `<a role="doc-noteref" id="${call}" href="${escapeAttribute(fragment(id))}" style="--self:--c${number}">${label}</a>`;
}

/** All bodies, each once, under a heading of our own. */
export function notesSection(notes: readonly string[], ourLang: string): string {
  if (notes.length === 0) return '';
  const heading = `<h2 id="o:notes"${ourLang} data-generated="">${notes.length === 1 ? 'Note' : 'Notes'}</h2>`;
  return `<section class="notes" role="doc-endnotes" aria-labelledby="o:notes">\n${heading}\n${notes.join('')}</section>\n`;
}
