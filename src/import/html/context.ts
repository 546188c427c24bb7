/** What reading the elements of a page needs to know of the whole page, and what it gathers on the way. */
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { Chooser } from '../decisions.ts';
import type { Inline } from '../document.ts';
import type { PageReading } from '../marked-inline.ts';
import type { HtmlElement } from './tree.ts';
import { ancestors, byId, descendants, fragment } from './query.ts';
import type { FoundNotes } from './notes.ts';

export interface HtmlContext {
  readonly source: SourceText;
  readonly chooser: Chooser;
  readonly leftOut: ReadonlySet<HtmlElement>;
  readonly breaks: ReadonlyMap<HtmlElement, string>;
  readonly notes: FoundNotes;
  readonly pages: PageReading;
  /** Notes whose first call has been read. */
  readonly called: Set<number>;
  /** The id in the TEI of each element that a link of the text leads to. */
  readonly anchors: ReadonlyMap<HtmlElement, string>;
  /** Where a link leads: an element of the text. */
  readonly leads: (link: HtmlElement) => HtmlElement | undefined;
  /** Points that belong to the next words. */
  readonly waiting: Inline[];
  /** The address of the page, for links that lead to its neighbours. */
  readonly address: string | undefined;
  readonly findings: Finding[];
}

/** Whether nothing of an element is reported at its place. */
export const isPassedOver = (e: HtmlElement, context: HtmlContext): boolean =>
  context.leftOut.has(e) ||
  context.notes.bodies.has(e) ||
  context.notes.marks.has(e) ||
  context.notes.containers.has(e);

/** Ids for all elements that links lead to; page breaks and notes have their own. */
export function linkTargets(
  main: HtmlElement,
  root: HtmlElement,
  addresses: readonly string[],
  notes: FoundNotes,
): Pick<HtmlContext, 'anchors' | 'leads'> {
  const ids = byId(root);
  const leads = (link: HtmlElement): HtmlElement | undefined => {
    const name = fragment(link, addresses);
    return name === undefined ? undefined : ids.get(name);
  };
  const inside = new Set(descendants(main));
  const anchors = new Map<HtmlElement, string>();
  const used = new Set<string>();
  for (const link of inside) {
    // Calls and links back have done their work.
    const target =
      notes.calls.has(link) || [...ancestors(link)].some((a) => notes.marks.has(a) || notes.calls.has(a))
        ? undefined
        : leads(link);
    if (!target || !inside.has(target) || anchors.has(target)) continue;
    const plain = `h-${(target.attributes.id ?? target.attributes.name ?? '').replace(/[^\p{L}\p{N}._-]+/gu, '-')}`;
    let id = plain;
    for (let n = 2; used.has(id); n++) id = `${plain}-${n}`;
    used.add(id);
    anchors.set(target, id);
  }
  return { anchors, leads };
}
