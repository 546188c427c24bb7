import { mathNamespace } from '../model/formula/mathml.ts';
import { oneLine } from '../model/spine.ts';
import { ruleOf } from '../model/tei/elements.ts';
import { attribute, isElement, nearest, type TreeElement, type TreeText } from './note-tree.ts';

/** Questions about the elements of a file as a tree: what is a note that is called from elsewhere, what may be its call. */

/** An element that is nothing but a call; a text or an element behind which the call is, or an element at whose end it is. */
export interface CallPlace {
  readonly is: 'call' | 'behind' | 'end';
  readonly node: TreeElement | TreeText;
}

const is =
  (names: string) =>
  ({ name }: TreeElement): boolean =>
    names.split(' ').includes(name);
const isDivision = (element: TreeElement): boolean => /^div[0-7]?$/.test(element.name);
export const isNote = is('note');
/** A note in it is called from elsewhere only if nothing else is in it. */
export const isParagraph = is('p ab item');
export const isHolder = (element: TreeElement): boolean =>
  isDivision(element) || is('list item noteGrp listAnnotation p ab')(element);
const mayHoldNotes = (element: TreeElement): boolean =>
  isDivision(element) || is('text front body back list item floatingText standOff listAnnotation')(element);
export const isHidden = ({ name }: TreeElement): boolean => ruleOf(name)?.becomes === 'nothing';
export const isPoint = ({ name }: TreeElement): boolean =>
  ['page-break', 'line-break'].includes(ruleOf(name)?.becomes ?? '') || ruleOf(name)?.point === 'place';
/** Nothing can be called inside it: a formula, a gloss. */
const isOnePoint = ({ name, tag: { local, uri } }: TreeElement): boolean =>
  name === 'formula' || name === 'rt' || (local === 'math' && uri === mathNamespace);
const isSymbol = (element: TreeElement): boolean => {
  const { name } = element;
  const { becomes, role, point } = ruleOf(name) ?? {};
  return (
    /^(?:choice|app)$/.test(name) ||
    isOnePoint(element) ||
    becomes === 'image' ||
    (becomes === 'mark' && !point && role !== 'hand')
  );
};
export const isBlank = (node: TreeElement | TreeText): boolean => !isElement(node) && !/[^ \t\n\r]/.test(node.value);

export const isBack = is('back');
/** A part of a text that may have notes of its own. */
export const isPart = (element: TreeElement): boolean =>
  isDivision(element) || is('text front body back floatingText standOff')(element);

/** Whether something around a note says that notes are collected there. */
export const collects = (element: TreeElement): boolean =>
  is('standOff listAnnotation')(element) ||
  (isHolder(element) && /(?:^|[^a-z])(?:end|foot)?-?notes?$/i.test(attribute(element, 'type')));

export function pointers(element: TreeElement | undefined, ...names: readonly string[]): string[] {
  if (!element) return [];
  for (const name of names) {
    const found = attribute(element, name)
      .split(/[ \t\r\n]+/)
      .filter((each) => each.startsWith('#'));
    if (found.length > 0) return found.map((each) => each.slice(1));
  }
  return [];
}

const groupOf = ({ parent }: TreeElement): TreeElement | undefined => (parent?.name === 'noteGrp' ? parent : undefined);
export const idsOf = (note: TreeElement): string[] =>
  [note, groupOf(note)].flatMap((each) => (each && attribute(each, 'xml:id')) || []);
export const targetsOf = (note: TreeElement): string[] => [
  ...pointers(note, 'targetEnd'),
  ...pointers(note, 'target', 'corresp'),
  ...pointers(groupOf(note), 'target', 'corresp'),
];
export const placeOf = (note: TreeElement): TreeElement | undefined => nearest(note, ({ name }) => name !== 'noteGrp');

export const isPrintedThere = (note: TreeElement): boolean =>
  attribute(note, 'rend') === 'inline' || /^(?:inline|block)$/.test(attribute(note, 'place'));

/** Besides notes, and what holds them, there are words or other elements in it. */
export const holdsMore = (element: TreeElement): boolean =>
  element.children.some((child) =>
    isElement(child) ? !(isNote(child) || isHolder(child) || isPoint(child) || isHidden(child)) : !isBlank(child),
  );

/** Whether a note is where notes are that are called from elsewhere. */
export function isApart(note: TreeElement): boolean {
  const place = placeOf(note);
  if (!place || isPrintedThere(note)) return false;
  return mayHoldNotes(place) || isParagraph(place);
}

/** Words of an element that is a call, which is what they say without brackets; undefined where more than words is in it. */
function callWords(element: TreeElement): string | undefined {
  let words = '';
  for (const child of element.children) {
    if (!isElement(child)) words += child.value;
    else if (!is('hi num seg emph c')(child)) return undefined;
    else {
      const inner = rawWords(child);
      if (inner === undefined) return undefined;
      words += inner;
    }
  }
  return oneLine(words).replace(/^[[(]\s*|\s*[\])]?[.:]?$/g, '');
}

function rawWords({ children }: TreeElement): string | undefined {
  const parts = children.map((child) =>
    isElement(child) ? (is('hi num seg emph c')(child) ? rawWords(child) : undefined) : child.value,
  );
  return parts.includes(undefined) ? undefined : parts.join('');
}

export const labelOf = (note: TreeElement): string => oneLine(attribute(note, 'n'));
const typesOfCalls = /^(?:note-?(?:anchor|call|ref|link)?|(?:foot|end)-?note(?:-?(?:call|ref))?|fn)$/i;

/** The label that a note has by an element that is nothing but its call; undefined where the element says more. */
export function labelBy(caller: TreeElement, note: TreeElement): string | undefined {
  if (caller.name !== 'ref') return labelOf(note);
  const words = callWords(caller);
  if (words === undefined || pointers(caller, 'target', 'corresp').length > 1) return undefined;
  if (words === '' || words === labelOf(note)) return labelOf(note);
  const isTyped = typesOfCalls.test(attribute(caller, 'type'));
  const isNumber = isTyped
    ? /^\S{1,8}$/u.test(words)
    : /^(?:\p{N}{1,4}[a-z]?|[a-z]|[ivxlcdm]{1,6}|[*†‡§¶#°+]{1,5})$/iu.test(words);
  return isNumber ? words : undefined;
}

/** The last letter or sign in an element, without notes and what is not shown. */
function lastIn(element: TreeElement): TreeElement | TreeText | undefined {
  for (let i = element.children.length - 1; i >= 0; i--) {
    const child = element.children[i]!;
    if (!isElement(child)) {
      if (!isBlank(child)) return child;
    } else if (isSymbol(child)) return child;
    else if (!isNote(child) && !isHidden(child)) {
      const last = lastIn(child);
      if (last) return last;
    }
  }
  return undefined;
}

/** The outermost formula or gloss that an element is or is in, as far as the note around it. */
function pointAround(element: TreeElement): TreeElement | undefined {
  let outermost: TreeElement | undefined;
  for (let at: TreeElement | undefined = element; at && !isNote(at); at = at.parent) if (isOnePoint(at)) outermost = at;
  return outermost;
}

/** Where what is said of an element is called: behind its last letter or sign; what is in a formula or a gloss is called behind that. */
export function placeBehind(element: TreeElement): CallPlace {
  const point = pointAround(element);
  if (point) return { is: 'behind', node: point };
  if (element.tag.empty || isPoint(element)) return { is: 'behind', node: element };
  const last = lastIn(element);
  return last ? { is: 'behind', node: last } : { is: 'end', node: element };
}
