import { firstNotBefore } from '../source/sorted.ts';
import { mostEntriesInEachOther } from '../model/read-tei/apart-entries.ts';
import {
  bare,
  type EntrySurvey,
  holdsOnly,
  isList,
  pointed,
  type Stretch,
  surveyEntries,
  wordsOf,
} from './entry-survey.ts';
import { isHidden } from './note-elements.ts';
import { lemOf, TextOffsets, textOf } from './entry-text.ts';
import { attribute, isElement, nearest, type TreeElement } from './note-tree.ts';

/**
 * Where the lemmas of entries are that are written apart from the text, for phase 1: it gets an entry at its lemma. The streaming reader decides the
 * same in `src/model/read-tei/entry-plan.ts`, without a tree.
 */

/** The beginning or the end of a lemma: in a text, or at an edge of an element. */
export interface LemmaEdge {
  readonly parent: TreeElement;
  readonly words: number;
  readonly offset: number;
}

export interface EntryPlace {
  readonly entry: TreeElement;
  readonly start: LemmaEdge;
  readonly end: LemmaEdge;
  /** The `lem` whose words the text has. */
  readonly lemma: TreeElement | undefined;
}

export interface EntriesElsewhere {
  readonly placed: readonly EntryPlace[];
  readonly gone: readonly TreeElement[];
}

type Edges = readonly [start: LemmaEdge, end: LemmaEdge];

const holding =
  /^(?:p|ab|l|seg|head|hi|s|phr|cl|item|cell|quote|q|foreign|emph|persName|placeName|name|orgName|rs|term|title|num|date|mentioned|said)$/;
const parts = /^(?:div[0-7]?|text|floatingText|group|body|front|back)$/;
const besideText = /^(?:note|app|choice|subst|fw|figure|rdg|rdgGrp|wit|witDetail|standOff|teiHeader)$/;

class Places {
  private readonly all: EntrySurvey;
  private readonly offsets: TextOffsets;
  private readonly isDocument: (element: TreeElement) => boolean;
  private readonly texts = new Map<TreeElement, boolean>();
  private positions: Map<string, number[]> | undefined;

  constructor(all: EntrySurvey, source: string, isDocument: (element: TreeElement) => boolean) {
    this.all = all;
    this.offsets = new TextOffsets(source);
    this.isDocument = isDocument;
  }

  find(): EntryPlace[] {
    const ranges = this.all.entries.flatMap((entry) => {
      const edges = this.canMove(entry) ? this.edgesOf(entry) : undefined;
      return edges ? [{ entry, edges }] : [];
    });
    ranges.sort(
      (a, b) =>
        a.edges[0].offset - b.edges[0].offset ||
        b.edges[1].offset - a.edges[1].offset ||
        a.entry.tag.start - b.entry.tag.start,
    );
    const ends: number[] = [];
    const found: EntryPlace[] = [];
    for (const { entry, edges } of ranges) {
      const [start, end] = edges;
      while (ends.length > 0 && ends[ends.length - 1]! <= start.offset) ends.pop();
      const isInside = ends.length === 0 || end.offset <= ends[ends.length - 1]!;
      if (!isInside || ends.length === mostEntriesInEachOther) continue;
      ends.push(end.offset);
      found.push({ entry, start, end, lemma: this.lemmaOf(entry, start.words, end.words) });
    }
    return found;
  }

  /** Words of the text, not of readings or notes. */
  private isText(element: TreeElement): boolean {
    const known = this.texts.get(element);
    if (known !== undefined) return known;
    const { parent } = element;
    const is =
      !besideText.test(element.name) &&
      !isHidden(element) &&
      this.all.stretches.has(element) &&
      (element.name === 'text'
        ? !parent || !this.all.stretches.has(parent) || this.isText(parent)
        : !!parent && this.isText(parent));
    this.texts.set(element, is);
    return is;
  }

  private canMove(entry: TreeElement): boolean {
    const visit = (element: TreeElement, isHeld: boolean): boolean =>
      element.children.every((child) => {
        if (!isElement(child)) return true;
        if (parts.test(child.name) || this.isDocument(child) || (child.name === 'note' && isHeld)) return false;
        return visit(child, isHeld || /^(?:p|ab|list|item|div|noteGrp|listAnnotation)$/.test(child.name));
      });
    return visit(entry, false);
  }

  private edgesOf(entry: TreeElement): Edges | undefined {
    const from = pointed(entry, 'from');
    if (from === '') return this.atNumber(entry);
    const to = pointed(entry, 'to');
    const first = this.all.byId.get(from);
    const last = this.all.byId.get(to === '' ? from : to);
    if (!first || !last) return undefined;
    const isCollected = nearest(entry, (each) => isList(each) || each.name === 'standOff') !== undefined;
    const isBehind = entry.tag.start > first.tag.start;
    if (to === '' && first.tag.empty && isBehind && !isCollected) {
      const words = this.wordsBefore(entry);
      const own = this.joined(this.before(first), { parent: entry.parent!, words, offset: entry.tag.start });
      if (own) return own;
    }
    return this.joined(this.before(first), this.behind(last));
  }

  private before(element: TreeElement): LemmaEdge {
    return { parent: element.parent!, words: this.all.stretches.get(element)![0], offset: element.tag.start };
  }

  private behind(element: TreeElement): LemmaEdge {
    return { parent: element.parent!, words: this.all.stretches.get(element)![1], offset: element.end };
  }

  /** How many words are before an entry in the text. */
  private wordsBefore({ tag }: TreeElement): number {
    return firstNotBefore(this.all.words.length, (i) => this.all.words[i]!.node.start < tag.start);
  }

  /** In one element, that can hold an entry: around what is between two places, or else around its words. */
  private joined(start: LemmaEdge, end: LemmaEdge): Edges | undefined {
    const found = this.inOne(start, end);
    return found || start.words >= end.words ? found : this.inOne(...this.atWords(start.words, end.words));
  }

  private inOne(start: LemmaEdge, end: LemmaEdge): Edges | undefined {
    const around = new Set<TreeElement>();
    for (let at: TreeElement | undefined = start.parent; at; at = at.parent) around.add(at);
    let common: TreeElement | undefined = end.parent;
    while (common && !around.has(common)) common = common.parent;
    while (common && !(holding.test(common.name) && this.isText(common))) common = common.parent;
    const first = common && this.outTo(common, start, 0);
    const last = common && this.outTo(common, end, 1);
    return first && last && first.offset < last.offset ? [first, last] : undefined;
  }

  /** A place at an edge of elements is the same as the one outside them. */
  private outTo(common: TreeElement, edge: LemmaEdge, side: 0 | 1): LemmaEdge | undefined {
    let { parent, offset } = edge;
    while (parent !== common) {
      if (this.all.stretches.get(parent)?.[side] !== edge.words) return undefined;
      offset = side === 0 ? parent.tag.start : parent.end;
      parent = parent.parent!;
    }
    return { parent, words: edge.words, offset };
  }

  private atWords(from: number, to: number): Edges {
    const [a, b] = [this.all.words[from]!, this.all.words[to - 1]!];
    return [
      { parent: a.node.parent, words: from, offset: this.offsets.of(a.node, a.from) },
      { parent: b.node.parent, words: to, offset: this.offsets.of(b.node, b.to) },
    ];
  }

  private atNumber(entry: TreeElement): Edges | undefined {
    const lemma = lemOf(entry);
    const words = wordsOf(lemma ? textOf(lemma) : '').map(([word]) => word);
    const stretch = this.stretchOf(entry);
    if (!lemma || !stretch || words.length === 0) return undefined;
    const found = this.search(words, stretch);
    const n = lemma.tag.attributes.find(({ name }) => name === 'n')?.value;
    if (n === undefined && found.length > 1) return undefined;
    const at = found[n === undefined ? 0 : Number(n) - 1];
    return at === undefined ? undefined : this.inOne(...this.atWords(at, at + words.length));
  }

  private stretchOf(entry: TreeElement): Stretch | undefined {
    const number = bare(attribute(entry, 'loc'));
    const list = nearest(entry, (each) => isList(each) && bare(attribute(each, 'n')) !== '');
    const within = list ? `${bare(attribute(list, 'n'))}.` : '';
    const keys = within !== '' && number.startsWith(within) ? [number.slice(within.length), number] : [number];
    for (const key of keys) {
      const stretches = this.all.whole.get(key) ?? this.all.ending.get(key) ?? [];
      if (stretches.length === 1) return stretches[0];
    }
    return undefined;
  }

  private search(words: readonly string[], [from, to]: Stretch): number[] {
    if (!this.positions) {
      this.positions = new Map();
      for (const [i, { word }] of this.all.words.entries())
        this.positions
          .set(word, this.positions.get(word) ?? [])
          .get(word)!
          .push(i);
    }
    const places = this.positions.get(words[0]!) ?? [];
    const begin = firstNotBefore(places.length, (i) => places[i]! < from);
    const found: number[] = [];
    for (let i = begin; i < places.length && places[i]! < to; i++) {
      // A word that is everywhere says no place.
      if (i - begin === 100) return [];
      const at = places[i]!;
      if (at + words.length > to) continue;
      if (words.every((word, k) => this.all.words[at + k]!.word === word)) found.push(at);
    }
    return found;
  }

  private lemmaOf(entry: TreeElement, from: number, to: number): TreeElement | undefined {
    const lemma = lemOf(entry);
    if (!lemma || lemma.children.some((child) => isElement(child))) return undefined;
    const said = wordsOf(textOf(lemma)).join('');
    const here = this.all.words.slice(from, to).map(({ word }) => word);
    return said === '' || said === here.join('') ? lemma : undefined;
  }
}

export function entriesElsewhere(
  root: TreeElement,
  source: string,
  isDocument: (element: TreeElement) => boolean,
): EntriesElsewhere {
  const all = surveyEntries(root);
  const placed = new Places(all, source, isDocument).find();
  const away = new Set(placed.map(({ entry }) => entry));
  // The inner lists come later.
  const gone = all.lists.toReversed().filter((list) => {
    const goes = !isDocument(list) && holdsOnly(list, (element) => away.has(element));
    if (goes) away.add(list);
    return goes;
  });
  return { placed, gone };
}
