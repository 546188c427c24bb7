/** Calls of notes and the notes they lead to. A call is a short link to something in the page that looks like a note, or links back. */
import type { HtmlElement } from './tree.ts';
import { ancestors, around, descendants, hasClass, hasRole, isInside, isWordless, wordsIn } from './query.ts';

/** A link that calls a note. */
export interface Call {
  /** The link, with the `sup` around it that holds nothing else. */
  readonly whole: HtmlElement;
  readonly text: string;
  /** The element that holds the whole note. */
  readonly body: HtmlElement;
}

/** Where a link leads in the page. */
export type Leads = (link: HtmlElement) => HtmlElement | undefined;

const sign =
  /^[[({]?\s*(?:(?:note|fn|n|anm)\.?\s*)?(\d{1,4}[a-z]?|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,4})\s*[\])}.]?$/iu;
/** Classes of links that call notes, and of what is around the link. */
const callClass =
  /^(?:note|tei-note|foot-?note|end-?note|(?:note|foot-?note|end-?note|fn|en)-?(?:ref|call|anchor|link|mark(?:er)?)|reference|Mso(?:Foot|End)noteReference)$/i;
const callAround =
  /^(?:(?:note|foot-?note|end-?note|fn|en)-?(?:ref|call|anchor|link|mark(?:er)?)|reference|Mso(?:Foot|End)noteReference)$/i;
const noteClass =
  /^(?:foot-?notes?(?:-.*)?|end-?notes?(?:-.*)?|notes?|fn|fn-?(?:item|text|body)|references|reference-text|tei-note.*|mw-references.*|annotations?|Mso(?:Foot|End)noteText)$/i;
const backClass = /^(?:.*backlink.*|.*back-?ref.*|fn-?back|return.*|tei-back.*)$/i;
const backSign = /^[↩↑⏎^«⇑⤴↵︎\ufe0e\ufe0f\s]+$|^(?:back|return|zurück|jump up.*)$/iu;

const looksLikeNote = (e: HtmlElement): boolean => {
  let steps = 0;
  for (const a of ancestors(e)) {
    if (hasRole(a, 'doc-footnote', 'doc-endnote', 'doc-footnotes', 'doc-endnotes', 'note') || hasClass(a, noteClass))
      return true;
    if (++steps > 3 || a.name === 'body' || a.name === 'main') return false;
  }
  return false;
};

const blocks = new Set(['li', 'p', 'div', 'aside', 'dd', 'td', 'tr', 'section', 'dt']);

/** A box that holds one note, by its class or its id. */
const isNoteBox = (e: HtmlElement): boolean =>
  e.name === 'div' &&
  (hasClass(e, /^(?:foot|end)?-?note$/i) || /(?:note|ftn|edn|fn)[-_:.]?\d+$/i.test(e.attributes.id ?? ''));

/** The element that holds the whole note to which a link leads. */
function bodyOf(target: HtmlElement): HtmlElement | undefined {
  let block: HtmlElement | undefined;
  for (const a of ancestors(target)) {
    if (hasRole(a, 'doc-footnote', 'doc-endnote') || a.name === 'li' || a.name === 'aside' || isNoteBox(a)) return a;
    if (block) break;
    if (blocks.has(a.name)) block = a;
  }
  if (block?.name === 'td' && block.parent?.name === 'tr') return block.parent;
  if (block?.name === 'dt') {
    const siblings = block.parent?.children.filter((c) => c.kind === 'element') ?? [];
    return siblings[siblings.indexOf(block) + 1];
  }
  return block;
}

interface Link {
  readonly link: HtmlElement;
  readonly target: HtmlElement;
  readonly text: string;
}

function isCall({ link, target, text }: Link, linksBack: (from: HtmlElement, to: HtmlElement) => boolean): boolean {
  if (isBackLink(link) || backSign.test(text)) return false;
  if (hasRole(link, 'doc-noteref')) return true;
  if (!sign.test(text)) return false;
  const isCallLike = (e: HtmlElement): boolean => e.name === 'sup' || hasClass(e, callAround);
  const marked =
    hasClass(link, callClass) ||
    link.attributes.rel === 'footnote' ||
    [...ancestors(link)].slice(1, 3).some(isCallLike) ||
    [...descendants(link)].some(isCallLike);
  return looksLikeNote(target)
    ? marked || !looksLikeNote(link)
    : marked && link.at < target.at && linksBack(target, link);
}

/** The `sup` that holds nothing but the call goes with it. */
function wholeCall(link: HtmlElement): HtmlElement {
  let whole = link;
  while (whole.parent && /^(?:sup|span|b|i|small)$/.test(whole.parent.name) && wordsIn(whole.parent) === wordsIn(whole))
    whole = whole.parent;
  return whole;
}

/** Whether a link back leads to a call: to it, into it, around it, or to the empty anchor next to it. */
export const leadsTo = (target: HtmlElement, call: HtmlElement): boolean =>
  isInside(call, target) ||
  isInside(target, wholeCall(call)) ||
  (target.parent === call.parent && wordsIn(target) === '');

/** The same of many calls at once: does a link back lead to any of them? Asked once for each link, so it must not try all calls. */
export function leadsToAny(calls: readonly HtmlElement[]): (target: HtmlElement) => boolean {
  const outer = new Set(calls.flatMap((call) => [...ancestors(call)]));
  const whole = new Set(calls.map(wholeCall));
  const parents = new Set(calls.map((call) => call.parent));
  return (target) =>
    outer.has(target) || around(target, whole) !== undefined || (parents.has(target.parent) && isWordless(target));
}

/** Words that look like the sign of a note: `1`, `[1]`, `(a)`, `*`. */
export const isSign = (words: string): boolean => sign.test(words);

/** The symbol without brackets. */
export const plainLabel = (words: string): string =>
  (sign.exec(words)?.[1] ?? words.replace(/^[[({]|[\])}]$/g, '')).trim();

/** Whether a link calls itself a link back, or looks like one. */
export const isBackLink = (e: HtmlElement): boolean => hasRole(e, 'doc-backlink') || hasClass(e, backClass);

/** Words of a link back that are not a symbol of a note: an arrow, “back”. */
export const isBackSign = (words: string): boolean => words === '' || backSign.test(words);

/** The links inside an element, by the element: links are in the order of the page, so those inside one element stand together. */
function linksInside(links: readonly Link[]): (body: HtmlElement) => readonly Link[] {
  const known = new Map<HtmlElement, Link[]>();
  for (const link of links) {
    for (const a of ancestors(link.link)) {
      const same = known.get(a);
      if (same === undefined) known.set(a, [link]);
      else same.push(link);
    }
  }
  return (body) => known.get(body) ?? [];
}

/** Finds the calls of a text; `leads` says where links lead. */
export function findCalls(main: HtmlElement, leads: Leads): Call[] {
  const links: Link[] = [];
  for (const link of descendants(main)) {
    const target = leads(link);
    if (target && target !== link && !isInside(link, target)) links.push({ link, target, text: wordsIn(link) });
  }
  const inside = linksInside(links);
  const linksBack = (from: HtmlElement, to: HtmlElement): boolean => {
    const body = bodyOf(from);
    return body !== undefined && inside(body).some((l) => leadsTo(l.target, to));
  };
  return links
    .filter((l) => isCall(l, linksBack))
    .flatMap(({ link, target, text }): Call[] => {
      const body = bodyOf(target);
      const good = body !== undefined && !isInside(link, body) && !isInside(main, body);
      return good ? [{ whole: wholeCall(link), text, body }] : [];
    });
}
