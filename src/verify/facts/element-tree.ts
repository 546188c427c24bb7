import { formulaTitle } from './formula-title.ts';
import { teiNamespace } from '../../model/read-tei/elements.ts';
import type { XmlHandler, XmlTag } from '../../source/xml.ts';

/**
 * As much of the elements of a file as facts are read from: headings, datelines, openers, closers, source notes and the header’s statements
 * in full, and the elements on the way to them. Recorded in the one pass over the file, without phase 1.
 */

export interface Element {
  /** Of an element of TEI its local name; of any other `{namespace}name`. */
  readonly name: string;
  readonly tag: XmlTag;
  readonly parent: Element | undefined;
  /** Words only where the element is recorded in full. */
  readonly content: (Element | string)[];
}

const words = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** Recorded with everything in them. */
const inFull = words(`head orth docTitle titlePart dateline opener closer
  titleStmt editionStmt publicationStmt seriesStmt sourceDesc langUsage textClass correspDesc`);

/** Always recorded, since their order counts: a text begins with the first of them. */
const onTheWay = words('text group front body back titlePage div div1 div2 div3 div4 div5 div6 div7');

/** What reads a file, and what it has found. */
interface Recorded {
  readonly handler: XmlHandler;
  readonly at: (start: number) => Element | undefined;
}

export const attribute = ({ tag }: Element, name: string): string | undefined => {
  for (const one of tag.attributes) if (one.name === name) return one.value;
  return undefined;
};

/** The first attribute of these that is given. */
export function firstAttribute(element: Element, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = attribute(element, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

interface Frame {
  readonly tag: XmlTag;
  element: Element | undefined;
  /** It is in an element that is recorded in full, or is one. */
  readonly full: boolean;
}

const isSourceNote = (tag: XmlTag): boolean =>
  tag.local === 'note' && tag.attributes.some(({ name, value }) => name === 'type' && value === 'source');

/** Records the elements of one file, and finds one by its place. `units`: the elements that the settings take for documents or pages. */
export function elementRecorder(units: ReadonlySet<string>): Recorded {
  const frames: Frame[] = [];
  const byStart = new Map<number, Element>();
  const isRecorded = (name: string): boolean => units.has(name) || name === 'teiHeader' || onTheWay.has(name);

  /** The element of the frame at this depth; those around it come first. */
  const elementOf = (depth: number): Element => {
    const frame = frames[depth]!;
    if (frame.element) return frame.element;
    const parent = depth === 0 ? undefined : elementOf(depth - 1);
    const { tag } = frame;
    const element: Element = {
      name: tag.uri === teiNamespace ? tag.local : `{${tag.uri}}${tag.local}`,
      tag,
      parent,
      content: [],
    };
    parent?.content.push(element);
    frame.element = element;
    if (isRecorded(tag.local)) byStart.set(tag.start, element);
    return element;
  };

  const open = (tag: XmlTag): void => {
    const around = frames.at(-1);
    const full = around?.full === true || inFull.has(tag.local) || isSourceNote(tag);
    frames.push({ tag, element: undefined, full });
    const isParagraph = tag.local === 'p' && around?.element !== undefined;
    if (full || isParagraph || isRecorded(tag.local)) elementOf(frames.length - 1);
  };
  const text = (value: string): void => {
    const frame = frames.at(-1);
    if (frame?.full) frame.element!.content.push(value);
  };
  return { handler: { open, close: () => void frames.pop(), text }, at: (start) => byStart.get(start) };
}

/** Elements that are not there for whoever asks: other units inside a unit, calls of notes, notes that are called elsewhere. */
export type Holes = Pick<ReadonlySet<number>, 'has'>;

/** The children of an element that have one of these names, in order. */
export const children = (of: Element, holes: Holes, ...names: readonly string[]): Element[] =>
  of.content.filter(
    (child): child is Element => typeof child !== 'string' && names.includes(child.name) && !holes.has(child.tag.start),
  );

/** The elements that the steps lead to: children with that name, each step from all that the one before has led to. */
export const follow = (from: Element, holes: Holes, ...steps: readonly string[]): Element[] =>
  steps.reduce((found, step) => found.flatMap((one) => children(one, holes, step)), [from]);

/** All elements inside, in the order of the text. */
export function* descendants(of: Element, holes: Holes): Generator<Element> {
  for (const child of of.content) {
    if (typeof child === 'string' || holes.has(child.tag.start)) continue;
    yield child;
    yield* descendants(child, holes);
  }
}

/** All text inside. */
export const allText = ({ content }: Element): string =>
  content.map((child) => (typeof child === 'string' ? child : allText(child))).join('');

/** All text inside, but for what these elements hold. */
export const textWithout = ({ content }: Element, names: ReadonlySet<string>): string =>
  content
    .map((child) => (typeof child === 'string' ? child : names.has(child.name) ? '' : textWithout(child, names)))
    .join('');

/** Runs of white space as one space, none at the ends. */
export const tidy = (text: string): string =>
  text
    .split(/[ \t\r\n]+/)
    .filter(Boolean)
    .join(' ');

/** Shown to nobody who reads a title, a name or a date. */
const unread = words('note pb fw index');
/** Words behind it are not of the same word. */
const apart = words('titlePart item l p');
const better = ['corr', 'reg', 'expan'];

/** The readings of an apparatus entry, also those in groups. */
const readingsIn = ({ content }: Element, holes: Holes): Element[] =>
  content.flatMap((child) => {
    if (typeof child === 'string' || holes.has(child.tag.start)) return [];
    if (child.name === 'rdgGrp') return readingsIn(child, holes);
    return child.name === 'lem' || child.name === 'rdg' ? [child] : [];
  });

/** The side of a `choice` or `app` that is read. */
function sideOf(element: Element, holes: Holes): Element | undefined {
  const { name, content } = element;
  if (name === 'app') {
    const readings = readingsIn(element, holes);
    return readings.find((reading) => reading.name === 'lem') ?? readings[0];
  }
  const sides = content.filter((child): child is Element => typeof child !== 'string' && !holes.has(child.tag.start));
  for (const one of better) {
    const found = sides.find((side) => side.name === one);
    if (found) return found;
  }
  return sides[0];
}

/** A mark of abbreviation, which the expanded word does not have. */
function isExpanded({ name, parent }: Element): boolean {
  if (name !== 'am') return false;
  for (let around = parent; around; around = around.parent) if (around.name === 'expan') return true;
  return false;
}
/** What a gloss may hold, which is not shown in a title. */
const onlyWords = words('hi seg g c w pc');

function shown(element: Element, holes: Holes): string {
  const { name } = element;
  if (isExpanded(element)) return '';
  if (unread.has(name) || holes.has(element.tag.start)) return '';
  if (name === 'rt' && [...descendants(element, holes)].every((inner) => onlyWords.has(inner.name))) return '';
  const formula = formulaTitle(element);
  if (formula !== undefined) return formula;
  if (name === 'lb' || name === 'space') return ' ';
  if (name === 'choice' || name === 'app') {
    const side = sideOf(element, holes);
    return side ? shown(side, holes) : '';
  }
  return shownInside(element, holes) + (apart.has(name) ? ' ' : '');
}

const shownInside = ({ name, content }: Element, holes: Holes): string =>
  content
    .map((child) => {
      if (typeof child !== 'string') return shown(child, holes);
      return name === 'ruby' && tidy(child) === '' ? '' : child;
    })
    .join('');

/** The words of an element as a title, a name or a date has them: without notes and breaks. */
export const plainWords = (element: Element, holes: Holes): string => tidy(shown(element, holes));

/** The words of a note. */
export const wordsOfNote = (note: Element, holes: Holes): string => tidy(shownInside(note, holes));
