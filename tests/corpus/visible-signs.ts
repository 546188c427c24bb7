import { parse, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { SaxesParser } from 'saxes';

/**
 * Counts how many of the marked places of a TEI file can be seen in what was made of it, by the eyes of a reader who knows the conventions and nothing of this
 * program: what a place says is looked for among the characters that are shown, with the sign of its kind around or beside it. Signs that have no words, and what a
 * page has in elements, are counted. Of notes, readings, headings, formulas and statements only the presence of their words is seen.
 */

interface Place {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Place | string)[];
  readonly parent: Place | undefined;
}

/** What a feature has: how many places are marked, and how many of them are seen. */
export interface Seen {
  readonly feature: string;
  readonly marked: number;
  readonly seen: number;
  /** Some of those that are not seen. */
  readonly missed: readonly string[];
}

/** The elements of a file. Those that are not of TEI keep their prefix. */
function treeOf(xml: string): Place {
  const parser = new SaxesParser();
  const top: Place = { name: '', attributes: {}, children: [], parent: undefined };
  let open = top;
  parser.on('opentag', ({ name, attributes }) => {
    const place: Place = { name, attributes, children: [], parent: open };
    open.children.push(place);
    open = place;
  });
  parser.on('closetag', () => (open = open.parent!));
  parser.on('text', (text) => open.children.push(text));
  parser.on('cdata', (text) => open.children.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return top;
}

function* within(place: Place): Generator<Place> {
  for (const child of place.children)
    if (typeof child !== 'string') {
      yield child;
      yield* within(child);
    }
}

const isIn = (place: Place, ...names: readonly string[]): boolean => {
  for (let at = place.parent; at; at = at.parent) if (names.includes(at.name)) return true;
  return false;
};

/** In a choice one side is read in one view, the other in the other. */
const sides: Readonly<Record<'reading' | 'diplomatic', readonly string[]>> = {
  reading: ['sic', 'orig', 'abbr', 'am'],
  diplomatic: ['corr', 'reg', 'expan', 'ex'],
};

/** The characters of a place in a view, notes and running heads left out. */
function wordsOf(place: Place, view: 'reading' | 'diplomatic' = 'reading'): string {
  const inChoice = place.name === 'choice';
  return place.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (['note', 'fw', 'figDesc'].includes(child.name)) return '';
      if (inChoice && place.children.length > 1 && sides[view].includes(child.name)) return '';
      return wordsOf(child, view);
    })
    .join('');
}

const hidden = new Set(['script', 'style', 'title', 'template', 'head']);

type Node = Html.ChildNode | Html.Document;

const onOwnLines = /^(?:p|li|div|h\d|td|th|tr|dt|dd|section|article|br)$/;

/** What a part of a page shows. */
function shownBy(node: Node): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && hidden.has(node.tagName)) return '';
  const inside = 'childNodes' in node ? node.childNodes.map(shownBy).join('') : '';
  return 'tagName' in node && onOwnLines.test(node.tagName) ? `${inside}\n` : inside;
}

/** Elements of a page. */
function* elementsOf(page: Html.Document): Generator<Html.Element> {
  const stack: Node[] = [page];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('tagName' in node) yield node;
    if ('childNodes' in node) stack.push(...[...node.childNodes].reverse());
  }
}

/** Letters and digits alone: what stays the same whatever signs, spaces and line ends are between them. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** What stands between two signs, outermost pairs as they nest. */
function between(text: string, open: string, close: string): string[] {
  const found: string[] = [];
  const starts: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text.startsWith(open, i) && text[i - 1] !== '\\') starts.push(i + open.length);
    else if (text.startsWith(close, i) && starts.length > 0) found.push(text.slice(starts.pop(), i));
  }
  return found;
}

/** Looks each of `marked` up, an occurrence for each, in `shown`. */
function lookedUp(feature: string, marked: readonly string[], shown: readonly string[]): Seen {
  const pool = shown.map(letters).join('\u0000');
  const wanted = new Map<string, number>();
  for (const words of marked) {
    const key = letters(words);
    if (key !== '') wanted.set(key, (wanted.get(key) ?? 0) + 1);
  }
  let seen = 0;
  let all = 0;
  const missed: string[] = [];
  for (const [key, count] of wanted) {
    const found = Math.min(count, pool.split(key).length - 1);
    all += count;
    seen += found;
    if (found < count) missed.push(`${key} (${found} of ${count})`);
  }
  return { feature, marked: all, seen, missed };
}

const pairs = {
  supplied: ['[]', '⟨⟩'],
  expansion: ['()'],
  surplus: ['{}'],
  deleted: ['⟦⟧'],
  added: ['`´'],
} as const;

const elements = { supplied: 'supplied', expansion: 'ex', surplus: 'surplus', deleted: 'del', added: 'add' } as const;

/** Letters with a dot below, or with `(?)` behind them. */
function doubted(shown: string): string[] {
  const dotted = /(?:\p{L}\u0323[\u0300-\u036f]*\s?)+/gu;
  const below = [...shown.normalize('NFD').matchAll(dotted)].map(([found]) => found.replaceAll('\u0323', ''));
  return [...below, ...[...shown.matchAll(/(\p{L}+)\(\?\)/gu)].map(([, found]) => found!)];
}

const gapSign =
  /\[(?:[.․]+|-{3,}|…|[^[\]]{0,9}\d+[^[\]]{0,9})\]|\*\*\*|\+{2,}|⟨\.{3}⟩|[〈⟨][^〉⟩]*(?:duplicate|illegible|missing)[^〉⟩]*[〉⟩]/g;

const counted = (feature: string, marked: number, seen: number): Seen => ({
  feature,
  marked,
  seen: Math.min(marked, seen),
  missed: [],
});

/** Numbers and labels, each with something around it, so that a number is not found in a longer one. */
const labels = (places: readonly Place[], name: string): string[] =>
  places.flatMap(({ attributes: { [name]: value } }) => (value === undefined ? [] : [`x${value}x`]));

/** What can be seen in any format, by its characters. */
function byCharacters(of: (...names: readonly string[]) => Place[], shown: string): Seen[] {
  const words = (place: Place): string => {
    const reading = wordsOf(place);
    return letters(reading) === '' ? wordsOf(place, 'diplomatic') : reading;
  };
  const first = (place: Place): string => wordsOf(place).trim().split(/\s+/).slice(0, 4).join(' ');
  const signed = Object.entries(pairs).map(([feature, signs]) =>
    lookedUp(
      feature,
      of(elements[feature as keyof typeof pairs]).map(words),
      signs.flatMap(([open, close]) => between(shown, open!, close!)),
    ),
  );
  return [
    ...signed,
    lookedUp('unclear', of('unclear').map(words), doubted(shown)),
    counted('gap', of('gap').length, [...shown.matchAll(gapSign)].length),
    counted('space', of('space').length, shown.split('(vac.').length - 1),
    counted('change of hand', of('handShift').length, shown.split('(hand').length - 1),
    counted('event', of('vocal', 'kinesic', 'incident', 'pause').length, shown.split('((').length - 1),
    lookedUp('note', of('note').map(first), [shown]),
    lookedUp(
      'reading',
      of('lem', 'rdg')
        .filter((place) => ![...within(place)].some(({ name }) => name === 'app'))
        .map(words),
      [shown],
    ),
    lookedUp('heading', of('head', 'label', 'trailer').map(words), [shown]),
    lookedUp('formula', of('formula').map(words), [shown]),
    lookedUp('headword', of('orth').map(words), [shown]),
    lookedUp('gloss', of('rt').map(words), [shown]),
  ];
}

/** What a plain text has in words of its own. */
function inText(of: (...names: readonly string[]) => Place[], shown: string): Seen[] {
  const marks = (name: string): string[] =>
    [...shown.matchAll(new RegExp(`\\[${name} ((?:[^\\]\\\\]|\\\\.)*)\\]`, 'g'))].map(([, label]) => `x${label}x`);
  const numbered = of('lb').filter((place) => isIn(place, 'ab'));
  return [
    lookedUp('page', labels(of('pb'), 'n'), marks('Page')),
    lookedUp('number of a line', labels(numbered, 'n'), marks('Line')),
    counted('entry of the apparatus', of('app').length, [...shown.matchAll(/^\[App /gm)].length),
    counted('speaker', labels(of('u'), 'who').length, shown.split('[Speaker ').length - 1),
  ];
}

/** A language as HTML has it: what a source writes in the three letters of a library, a page may write in two. */
const isLanguage = /^x[a-z]{2}(?:-\w+)*x$/;

const looked = new Set(['i', 'em', 'b', 'strong', 'sup', 'sub', 'u', 's', 'code', 'cite']);

/** What a page has in its elements. */
function inPages(of: (...names: readonly string[]) => Place[], all: readonly Html.Element[]): Seen[] {
  const attribute = (element: Html.Element, name: string): string =>
    element.attrs.find((one) => one.name === name)?.value ?? '';
  const withClass = (name: string): Html.Element[] =>
    all.filter((element) => attribute(element, 'class').split(' ').includes(name));
  const isLooked = (element: Html.Element): boolean =>
    looked.has(element.tagName) || (element.tagName === 'span' && attribute(element, 'class') !== '');
  const breaks = all.filter((element) => attribute(element, 'role') === 'doc-pagebreak');
  return [
    lookedUp(
      'page',
      labels(of('pb'), 'n'),
      breaks.map((element) => `x${attribute(element, 'data-n')}x`),
    ),
    counted('entry of the apparatus', of('app').length, withClass('app-entry').length),
    counted('line of verse', of('l').length, withClass('line').length),
    counted('cell', of('cell').length, all.filter(({ tagName }) => tagName === 'td' || tagName === 'th').length),
    lookedUp(
      'looks',
      of('hi').map((place) => wordsOf(place)),
      all.filter(isLooked).map(shownBy),
    ),
    lookedUp(
      'language',
      [...new Set(labels(of('foreign', 'div', 'p', 'quote'), 'xml:lang'))].filter((label) => isLanguage.test(label)),
      all.map((element) => `x${attribute(element, 'lang')}x`),
    ),
    counted('speaker', labels(of('u'), 'who').length, withClass('who').length),
  ];
}

/** The canonical numbers of numbered parts: those of the parts around them, then their own. */
function numbersOf(parts: readonly Place[]): string[] {
  const isPart = ({ name, attributes }: Place): boolean =>
    attributes.n !== undefined && (attributes.type === 'textpart' || name === 'seg');
  return parts.filter(isPart).map((part) => {
    const path: string[] = [];
    for (let at: Place | undefined = part; at; at = at.parent) if (isPart(at)) path.unshift(at.attributes.n!);
    return `x${path.join('.')}x`;
  });
}

/** Statements of a record, without those of which parts are statements. */
const statements = (all: readonly Place[]): string[] =>
  all
    .filter((place) => isIn(place, 'msDesc') && place.children.every((child) => typeof child === 'string'))
    .map((place) => wordsOf(place));

/** Counts every feature that a source has, on its pages and in its plain texts. */
export function featuresOf(
  xml: string,
  pages: readonly string[],
  texts: readonly string[],
): (Seen & { readonly format: string })[] {
  const all = [...within(treeOf(xml))];
  const text = all.filter((place) => !isIn(place, 'teiHeader'));
  const of = (...names: readonly string[]): Place[] => text.filter(({ name }) => names.includes(name));
  const trees = pages.map((page) => parse(page));
  const shownElements = trees.flatMap((page) => [...elementsOf(page)]);
  const shown = trees.map(shownBy).join('\n');
  const plain = texts.join('\n');
  const textparts = of('div', 'seg').some(({ attributes }) => attributes.type === 'textpart') ? of('div', 'seg') : [];
  const ids = shownElements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id'));
  const marks = [...plain.matchAll(/\[§ ([^\]]+)\]/g)].map(([, number]) => `x${number}x`);
  const numbers = numbersOf(textparts);
  const byNumber = [
    {
      ...lookedUp(
        'canonical number',
        numbers,
        ids.map(({ value }) => `x${value}x`),
      ),
      format: 'html',
    },
    { ...lookedUp('canonical number', numbers, marks), format: 'text' },
    { ...lookedUp('statement of a record', statements(all), [shown]), format: 'html' },
    { ...lookedUp('statement of a record', statements(all), [plain]), format: 'text' },
  ];
  return [
    ...byNumber,
    ...[...byCharacters(of, shown), ...inPages(of, shownElements)].map((one) => ({ ...one, format: 'html' })),
    ...[...byCharacters(of, plain), ...inText(of, plain)].map((one) => ({ ...one, format: 'text' })),
  ].filter(({ marked }) => marked > 0);
}
