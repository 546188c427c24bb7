import { eachPlace, runEnd } from '../src/formats/html/search/words.ts';
import type { Hit, Lookup } from './find.ts';

/** The words of a page as the index has them: its text, its notes, the readings of its apparatus; and where in the page each word is. */

/** Something between two letters of a run. */
interface Mark {
  readonly at: number;
  readonly value: string;
}

export interface PageRun {
  readonly field: 'text' | 'note' | 'apparatus';
  /** Of a note: the address of its call. */
  readonly call?: string;
  readonly text: string;
  /** Text nodes, and where the text of each begins. */
  readonly nodes: readonly { readonly node: Text; readonly at: number }[];
  readonly pages: readonly Mark[];
  readonly lines: readonly Mark[];
  readonly numbers: readonly Mark[];
  readonly calls: readonly Mark[];
}

/** What is in `main` and is no text: words of ours, signs, what is set over the words, formulas, numbers in the margin, calls of the apparatus. */
const silent = '[data-generated], .sign, .app-call, rt, rp, math, .number, .who, .siglum, .lb > span';
const blocks =
  /^(?:ARTICLE|BLOCKQUOTE|CAPTION|DD|DIV|DL|DT|FIGCAPTION|FIGURE|H[1-6]|LI|OL|P|SECTION|TABLE|TBODY|TD|TH|TR|UL)$/;

const isBlock = ({ tagName, classList }: Element): boolean =>
  classList.contains('block') || (blocks.test(tagName) && !classList.contains('inline'));

type Growing = { -readonly [K in keyof PageRun]: PageRun[K] extends readonly (infer T)[] ? T[] : PageRun[K] };

/** Reads what is in an element into a run. */
function readInto(run: Growing, parent: Node): void {
  for (const child of parent.childNodes) {
    if (child instanceof Text) {
      run.nodes.push({ node: child, at: run.text.length });
      run.text += child.data.replace(/[\n\f]/g, ' ');
    } else if (child instanceof Element) readElement(run, child);
  }
}

function readElement(run: Growing, element: Element): void {
  const role = element.getAttribute('role');
  const mark = (marks: Mark[], value: string | null): void => {
    if (value !== null) marks.push({ at: run.text.length, value });
  };
  if (element.matches('.notes, .apparatus')) return;
  if (role === 'doc-noteref') return mark(run.calls, element.id);
  if (role === 'doc-pagebreak') mark(run.pages, element.getAttribute('data-n'));
  if (element.matches('.lb, .line')) mark(run.lines, element.getAttribute('data-n'));
  if (element.matches('.number')) mark(run.numbers, element.getAttribute('data-number'));
  if (role === 'doc-pagebreak' || element.tagName === 'BR' || element.matches('.lb:not(.in-word)')) run.text += ' ';
  if (role !== null && /^doc-(?:pagebreak|backlink)$/.test(role)) return;
  if (element.matches(silent)) return;
  const edge = element.matches('.line') ? ' ' : isBlock(element) ? '\n' : '';
  const end = (): void => {
    if (edge !== '' && !run.text.trimEnd().endsWith('\n')) run.text += edge;
  };
  end();
  readInto(run, element);
  end();
}

function runOf(field: PageRun['field'], element: Element): PageRun {
  const call = element.querySelector('[role=doc-backlink]')?.getAttribute('href')?.slice(1);
  const run: Growing = { field, text: '', nodes: [], pages: [], lines: [], numbers: [], calls: [] };
  readInto(run, element);
  run.text += runEnd;
  return field === 'note' && call !== undefined ? { ...run, call: decodeURI(call) } : run;
}

interface PlacedWord {
  readonly run: PageRun;
  readonly place: number;
  readonly from: number;
  readonly to: number;
}

export class PageText {
  readonly runs: readonly PageRun[];
  /** All words, in order. */
  readonly words: readonly PlacedWord[];
  private readonly places = new Map<string, number[]>();
  private readonly firstPage: string;

  constructor(main: HTMLElement) {
    this.firstPage = main.dataset['page'] ?? '';
    const all = (selector: string): Element[] => [...main.querySelectorAll(selector)];
    this.runs = [
      runOf('text', main),
      ...all('.notes > .note').map((note) => runOf('note', note)),
      ...all('.app-entry :is(.reading, .remark)').map((side) => runOf('apparatus', side)),
    ];
    const words: PlacedWord[] = [];
    let next = 0;
    for (const run of this.runs)
      next = eachPlace(run.text, next, (word, place, from, to) => {
        words.push({ run, place, from, to });
        const known = this.places.get(word);
        if (known) known.push(place);
        else this.places.set(word, [place]);
      });
    this.words = words;
  }

  readonly lookup: Lookup = (word, open) => {
    if (!open) return Promise.resolve(this.places.get(word) ?? []);
    const lists = [...this.places].filter(([other]) => other.startsWith(word)).map(([, places]) => places);
    return Promise.resolve(lists.flat().sort((a, b) => a - b));
  };

  /** The words of a stretch of places as ranges of the page: one for all that follow each other. */
  rangeOf(from: number, to: number): Range | undefined {
    const inside = this.words.filter(({ place }) => place >= from && place < to);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return undefined;
    const range = document.createRange();
    range.setStart(...pointIn(first.run, first.from, false));
    range.setEnd(...pointIn(last.run, last.to, true));
    return range;
  }

  rangesOf({ marks }: Hit): Range[] {
    return marks.flatMap(([from, to]) => this.rangeOf(from, to) ?? []);
  }

  /** The words that a range of the page touches, of the first run that it is in. */
  wordsIn(range: Range): readonly PlacedWord[] {
    for (const run of this.runs) {
      const inside = run.nodes.filter(({ node }) => range.intersectsNode(node));
      const [first, last] = [inside[0], inside.at(-1)];
      if (!first || !last) continue;
      const from = first.at + (first.node === range.startContainer ? range.startOffset : 0);
      const to = last.at + (last.node === range.endContainer ? range.endOffset : last.node.length);
      const words = this.words.filter((word) => word.run === run && word.from < to && word.to > from);
      if (words.length > 0) return words;
    }
    return [];
  }

  /** The label of the page that is open at an offset of a run: of a note the page of its call. */
  pageAt(run: PageRun, at: number): string {
    const page = run.pages.findLast((mark) => mark.at <= at);
    if (page) return page.value;
    for (const outer of this.runs) {
      const call = run.call === undefined ? undefined : outer.calls.find(({ value }) => value === run.call);
      if (call) return this.pageAt(outer, call.at);
    }
    return this.firstPage;
  }
}

/** The place in the page of an offset of a run: in the node that begins there or, at the end of words, in the one that ends there. */
function pointIn({ nodes }: PageRun, at: number, isEnd: boolean): [Text, number] {
  const { node, at: from } = nodes.findLast((one) => (isEnd ? one.at < at : one.at <= at)) ?? nodes[0]!;
  return [node, Math.min(at - from, node.length)];
}
