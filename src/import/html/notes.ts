/** The notes: their bodies in the order of the page, their symbols, and what of them is a mark and no text. */
import { type HtmlElement, type HtmlNode, type HtmlText } from './tree.ts';
import { ancestors, around, byId, descendants, elements, fragment, isInside, textOf, wordsIn } from './query.ts';
import {
  type Call,
  findCalls,
  isBackLink,
  isBackSign,
  isSign,
  type Leads,
  leadsToAny,
  plainLabel,
} from './note-calls.ts';

export interface FoundNote {
  /** What the call shows, without brackets. */
  readonly label: string;
  readonly body: HtmlElement;
  readonly called: boolean;
}

export interface FoundNotes {
  /** In the order of their bodies. */
  readonly notes: readonly FoundNote[];
  /** The note of each element that is a call. */
  readonly calls: ReadonlyMap<HtmlElement, number>;
  readonly bodies: ReadonlySet<HtmlElement>;
  /** Links back, and numbers that a note repeats. */
  readonly marks: ReadonlySet<HtmlElement>;
  /** The same where it is not an element: characters at the beginning of a text. */
  readonly repeated: ReadonlyMap<HtmlText, number>;
  /** What holds nothing but notes and a heading. */
  readonly containers: ReadonlySet<HtmlElement>;
}

/** Items next to notes that are called: nobody calls them, yet they are notes. */
function uncalled(bodies: readonly HtmlElement[]): HtmlElement[] {
  const lists = new Set(bodies.filter((b) => b.name === 'li').map((b) => b.parent!));
  const known = new Set(bodies);
  return [...lists].flatMap((list) => elements(list).filter((c) => c.name === 'li' && !known.has(c)));
}

const holdsLabel = /^(?:sup|b|strong|span|a|small|em|i)$/;

function marksIn({ body, label }: FoundNote, isCaller: (target: HtmlElement) => boolean, leads: Leads): HtmlElement[] {
  const found = new Set<HtmlElement>();
  const all = wordsIn(body);
  for (const e of descendants(body)) {
    if (around(e, found)) continue;
    const words = wordsIn(e);
    if (words.length > 24) continue;
    const target = leads(e);
    const back = isBackLink(e) || (target !== undefined && isCaller(target));
    const repeats = holdsLabel.test(e.name) && isSign(words) && plainLabel(words) === label && all.startsWith(words);
    if (repeats || (back && (isBackLink(e) || isBackSign(words) || isSign(words)))) found.add(e);
  }
  return [...found];
}

/** The first text of a note, where marks are passed over. */
function firstText(node: HtmlNode, marks: ReadonlySet<HtmlElement>): HtmlText | undefined {
  if (node.kind === 'text') return node.text.trim() === '' ? undefined : node;
  if (marks.has(node)) return undefined;
  for (const child of node.children) {
    const found = firstText(child, marks);
    if (found) return found;
  }
  return undefined;
}

/** How many characters of a text repeat the symbol of its note: `1. `, `[1] `. */
function repeatedSign(text: string, label: string): number {
  const plain = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const end = /^\p{L}/u.test(label) ? '[\\])][.:]?|[.:]' : '[\\])]?[.:]?';
  return new RegExp(`^\\s*[[(]?${plain}(?:${end})(?=\\s)`, 'u').exec(text)?.[0].length ?? 0;
}

const title = /^(?:(?:foot|end)?notes?|references|notes and references|anmerkungen|fußnoten|notas?|note)?\W*$/iu;

/** The elements around notes that hold nothing else but a heading. */
function containersOf(bodies: ReadonlySet<HtmlElement>, main: HtmlElement): Set<HtmlElement> {
  const found = new Set<HtmlElement>();
  const rest = (node: HtmlNode): string =>
    node.kind === 'text' ? node.text : bodies.has(node) ? '' : node.children.map(rest).join('');
  for (const body of bodies) {
    for (
      let e = body.parent;
      e && e !== main && e.parent && !found.has(e) && title.test(rest(e).trim());
      e = e.parent
    ) {
      if (!isInside(main, e)) found.add(e);
    }
  }
  return found;
}

/** Notes the words of a mark with every element around it, so that nobody need look through all marks. */
function keepWords(mark: HtmlElement, markedIn: Map<HtmlElement, Set<string>>): void {
  const words = textOf(mark).trim();
  for (const a of ancestors(mark)) {
    const same = markedIn.get(a);
    if (same) same.add(words);
    else markedIn.set(a, new Set([words]));
  }
}

function collect(root: HtmlElement, main: HtmlElement, calls: readonly Call[], leads: Leads): FoundNotes {
  const called = [...new Set(calls.map((c) => c.body))];
  const bodies = new Set([...called, ...uncalled(called)]);
  const ordered = [...descendants(root)].filter((e) => bodies.has(e));
  const byCall = new Map<HtmlElement, number>();
  const marks = new Set<HtmlElement>();
  const repeated = new Map<HtmlText, number>();
  const isCaller = leadsToAny(calls.map((c) => c.whole));
  const callsOf = new Map<HtmlElement, Call[]>();
  for (const call of calls) {
    const same = callsOf.get(call.body);
    if (same) same.push(call);
    else callsOf.set(call.body, [call]);
  }
  /** Words of the marks found so far, by what is around them. */
  const markedIn = new Map<HtmlElement, Set<string>>();
  const notes = ordered.map((body, i): FoundNote => {
    const own = callsOf.get(body) ?? [];
    for (const c of own) byCall.set(c.whole, i);
    return { label: own[0] ? plainLabel(own[0].text) : String(i + 1), body, called: own.length > 0 };
  });
  for (const note of notes) {
    for (const mark of marksIn(note, isCaller, leads)) {
      marks.add(mark);
      keepWords(mark, markedIn);
    }
    const text = firstText(note.body, marks);
    const length = text && !markedIn.get(note.body)?.has(note.label) ? repeatedSign(text.text, note.label) : 0;
    if (text && length > 0) repeated.set(text, length);
  }
  return { notes, calls: byCall, bodies, marks, repeated, containers: containersOf(bodies, main) };
}

/** Finds all notes of a text. `pages`: the addresses of the page. */
export function findNotes(root: HtmlElement, main: HtmlElement, pages: readonly string[]): FoundNotes {
  const ids = byId(root);
  const leads: Leads = (e) => {
    const name = fragment(e, pages);
    return name === undefined ? undefined : ids.get(name);
  };
  return collect(root, main, findCalls(main, leads), leads);
}
