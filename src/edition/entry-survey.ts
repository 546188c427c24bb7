import { isBlank, isHidden } from './note-elements.ts';
import { attribute, isElement, nearest, type TreeElement, type TreeText } from './note-tree.ts';

/** What a file has of entries of an apparatus that are apart from the text, and the words and numbers of the text, from a tree. */

export interface Word {
  readonly word: string;
  readonly node: TreeText;
  readonly from: number;
  readonly to: number;
}

/** Numbers of words: from (included), to (excluded). */
export type Stretch = readonly [from: number, to: number];

export interface EntrySurvey {
  readonly entries: TreeElement[];
  readonly lists: TreeElement[];
  readonly words: Word[];
  /** Which words are in an element of the text. */
  readonly stretches: Map<TreeElement, Stretch>;
  readonly byId: Map<string, TreeElement>;
  /** By the whole number, and by what ends one; several stretches have no place. */
  readonly whole: Map<string, Stretch[]>;
  readonly ending: Map<string, Stretch[]>;
}

const is = (names: string): ((element: TreeElement) => boolean) => {
  const known = new Set(names.split(' '));
  return ({ name }) => known.has(name);
};
const isAside = is('note app choice subst teiHeader fw figure');
const isUncounted = is('note rdg rdgGrp witDetail wit standOff');
const isDivision = is('div div0 div1 div2 div3 div4 div5 div6 div7 body front back text');
const isNumbered = is('div div1 div2 div3 div4 div5 div6 div7 lg p ab seg l u sp');
const isPoint = is('lb milestone');

export const isList = (element: TreeElement): boolean =>
  element.name === 'listApp' || (element.name === 'div' && attribute(element, 'type') === 'apparatus');

/** Numbers are compared without their signs. */
export const bare = (n: string): string =>
  n
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('.');

/** The words of a text. */
export const wordsOf = (value: string): RegExpExecArray[] => [...value.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];

export const pointed = (element: TreeElement, name: string): string => {
  const first = attribute(element, name).trim().split(/\s/)[0]!;
  return first.startsWith('#') ? first.slice(1) : '';
};

/** What is around an element that is visited. */
interface State {
  readonly inText: boolean;
  readonly uncounted: boolean;
  readonly aside: boolean;
  readonly collects: boolean;
  readonly numbers: readonly string[];
}

/** A line or a section begins, in its division. */
interface Point {
  readonly from: number;
  readonly numbers: readonly string[];
}

class Surveying {
  readonly found: EntrySurvey = {
    entries: [],
    lists: [],
    words: [],
    stretches: new Map(),
    byId: new Map(),
    whole: new Map(),
    ending: new Map(),
  };
  /** By division and by series. */
  private readonly points = new Map<TreeElement, Map<string, Point[]>>();

  visit(element: TreeElement, around: State | undefined): void {
    if (!around && element.name !== 'text' && element.name !== 'standOff') return this.visitAll(element, around);
    if (around && isEntry(element, around)) {
      this.found.entries.push(element);
      return;
    }
    const state = this.stateOf(element, around);
    const from = this.found.words.length;
    this.name(element, state, around !== undefined);
    if (isList(element)) this.found.lists.push(element);
    this.visitAll(element, state);
    const stretch: Stretch = [from, this.found.words.length];
    this.found.stretches.set(element, stretch);
    if (state.numbers !== around?.numbers && state.numbers.length > 0) this.number(state.numbers, stretch);
    for (const series of this.points.get(element)?.values() ?? []) this.endSeries(series, stretch[1]);
  }

  private visitAll({ children }: TreeElement, state: State | undefined): void {
    for (const child of children) {
      if (isElement(child)) this.visit(child, state);
      else if (state?.inText && !state.uncounted)
        for (const { 0: word, index } of wordsOf(child.value))
          this.found.words.push({ word, node: child, from: index, to: index + word.length });
    }
  }

  private stateOf(element: TreeElement, around: State | undefined): State {
    const inText = around?.inText === true || element.name === 'text';
    const uncounted = around?.uncounted === true || isUncounted(element) || isHidden(element);
    const aside = around?.aside === true || isAside(element);
    const collects = around?.collects === true || element.name === 'standOff' || isList(element);
    const outer = around?.numbers ?? [];
    const n = uncounted || aside ? '' : bare(attribute(element, 'n'));
    if (n !== '' && isPoint(element) && around) this.point(element, [...outer, n]);
    return {
      inText,
      uncounted,
      aside,
      collects,
      numbers: n !== '' && isNumbered(element) ? [...outer.slice(-8), n] : outer,
    };
  }

  private name(element: TreeElement, { inText, uncounted }: State, hasParent: boolean): void {
    const id = element.tag.attributes.find(({ name }) => name === 'xml:id')?.value;
    if (id === undefined || !inText || uncounted || !hasParent || this.found.byId.has(id)) return;
    this.found.byId.set(id, element);
  }

  private point(element: TreeElement, numbers: readonly string[]): void {
    const division = nearest(element, isDivision);
    if (!division) return;
    const series = this.points.get(division) ?? new Map<string, Point[]>();
    this.points.set(division, series);
    const key = `${element.name} ${attribute(element, 'unit')}`;
    const point = { from: this.found.words.length, numbers };
    const known = series.get(key);
    if (known) known.push(point);
    else series.set(key, [point]);
  }

  private endSeries(series: readonly Point[], end: number): void {
    series.forEach(({ from, numbers }, i) => this.number(numbers, [from, series[i + 1]?.from ?? end]));
  }

  private number(numbers: readonly string[], stretch: Stretch): void {
    const full = numbers.reduce((outer, n) => (outer === '' || n.startsWith(`${outer}.`) ? n : `${outer}.${n}`), '');
    add(this.found.whole, full, stretch);
    for (let i = numbers.length - 1; i >= 0; i--) {
      const ending = numbers.slice(i).join('.');
      if (ending !== full) add(this.found.ending, ending, stretch);
    }
  }
}

function add(map: Map<string, Stretch[]>, key: string, stretch: Stretch): void {
  const known = map.get(key);
  if (known) known.push(stretch);
  else map.set(key, [stretch]);
}

/** Whether an element is an entry that says where its lemma is. */
function isEntry(element: TreeElement, { aside, uncounted, collects }: State): boolean {
  if (element.name !== 'app' || element.tag.empty || aside || (uncounted && !collects)) return false;
  return pointed(element, 'from') !== '' || (collects && attribute(element, 'loc') !== '');
}

export function surveyEntries(root: TreeElement): EntrySurvey {
  const surveying = new Surveying();
  surveying.visit(root, undefined);
  return surveying.found;
}

/** Whether nothing but entries that are elsewhere, and lists that go, is in a list. */
export const holdsOnly = (list: TreeElement, isAway: (element: TreeElement) => boolean): boolean =>
  list.children.every((child) => (isElement(child) ? isAway(child) : isBlank(child)));
