/** A page as a tree, read as browsers read it (parse5), in which every character knows its place in the source. */
import { parse } from 'parse5';
import type { TextRun } from '../document.ts';
import { runsOf } from '../text-places.ts';

export interface HtmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
  readonly parent: HtmlElement | undefined;
  readonly at: number;
}

export interface HtmlText {
  readonly kind: 'text';
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly parent: HtmlElement;
}

export type HtmlNode = HtmlElement | HtmlText;

/** A node as parse5 makes it. */
interface Raw {
  readonly nodeName: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string; readonly prefix?: string }[];
  readonly childNodes?: readonly Raw[];
  readonly sourceCodeLocation?: {
    readonly startOffset: number;
    readonly endOffset: number;
    readonly startTag?: { readonly endOffset: number };
  } | null;
}

/** No text is nested deeper; what is (by a mistake, or by malice) keeps its words and loses its markup. */
const most = 300;
const invisible = /[\u00ad\u200b\u2060\ufeff]/;

/** Runs without soft hyphens and spaces of no width. */
const visible = (runs: readonly TextRun[]): TextRun[] =>
  runs.flatMap((run) => {
    if (!invisible.test(run.text)) return [run];
    let at = run.at;
    return run.text.split(invisible).flatMap((text): TextRun[] => {
      const piece: TextRun = { kind: 'text', text, at };
      at += text.length + 1;
      return text === '' ? [] : [piece];
    });
  });

/** `<a id="x"/>` is empty, as its author meant it; browsers continue with it to the end of what is around it. */
function closesItself(raw: Raw, source: string): boolean {
  const end = raw.sourceCodeLocation?.startTag?.endOffset;
  return end !== undefined && source.slice(end - 2, end) === '/>';
}

class Builder {
  readonly #source: string;
  /** Empty elements that have been made: what browsers repeat is made once. */
  readonly #made = new Set<number>();

  constructor(source: string) {
    this.#source = source;
  }

  fill(parent: HtmlElement, nodes: readonly Raw[], depth: number): void {
    if (depth > most) return this.#words(parent, nodes);
    for (const raw of nodes) {
      if (raw.nodeName === '#text') this.#text(parent, raw);
      else if (raw.tagName !== undefined) this.#element(parent, raw, raw.tagName, depth);
    }
  }

  #words(parent: HtmlElement, nodes: readonly Raw[]): void {
    const open = [...nodes].reverse();
    for (let raw = open.pop(); raw; raw = open.pop()) {
      if (raw.nodeName === '#text') this.#text(parent, raw);
      else if (!/^(?:script|style|template)$/.test(raw.nodeName)) open.push(...[...(raw.childNodes ?? [])].reverse());
    }
  }

  #text(parent: HtmlElement, raw: Raw): void {
    const place = raw.sourceCodeLocation;
    const runs = visible(
      runsOf(raw.value ?? '', this.#source, place?.startOffset ?? parent.at, place?.endOffset ?? parent.at),
    );
    const text = runs.map((r) => r.text).join('');
    if (text !== '') parent.children.push({ kind: 'text', text, runs, parent });
  }

  #element(parent: HtmlElement, raw: Raw, name: string, depth: number): void {
    const at = raw.sourceCodeLocation?.startOffset ?? parent.at;
    const attributes = Object.fromEntries(
      (raw.attrs ?? []).map((a) => [a.prefix ? `${a.prefix}:${a.name}` : a.name, a.value]),
    );
    const element: HtmlElement = { kind: 'element', name, attributes, children: [], parent, at };
    const empty = (raw.childNodes ?? []).length > 0 && closesItself(raw, this.#source);
    if (!empty || !this.#made.has(at)) parent.children.push(element);
    this.#made.add(at);
    this.fill(empty ? parent : element, raw.childNodes ?? [], depth + 1);
  }
}

/** Elements that hold no markup; where they close themselves, browsers would read the rest of the page as theirs. */
const swallowing = /<(?:script|style|title|textarea|iframe|noframes|noembed|xmp)\b[^<>]*\/>/gi;

/** Parses a page. */
export function parseHtml(source: string): HtmlElement {
  const blank = source.replace(swallowing, (tag) => ' '.repeat(tag.length));
  const document = parse(blank, { sourceCodeLocationInfo: true, scriptingEnabled: false }) as unknown as Raw;
  const root: HtmlElement = { kind: 'element', name: '#page', attributes: {}, children: [], parent: undefined, at: 0 };
  new Builder(blank).fill(root, document.childNodes ?? [], 0);
  return root;
}
