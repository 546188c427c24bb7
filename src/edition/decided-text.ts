import { around, type Around, outermost } from '../model/decides/places.ts';
import type { Reading } from '../model/decides/reading.ts';
import type { SelectorStep } from '../model/decides/selector.ts';
import { type Decision, type EditionTable, whyNotThere } from '../model/decides/table.ts';
import { type Asked, holds, textName } from '../model/decides/tests.ts';
import { escapeAttribute } from '../model/read-tei/slice.ts';
import { countBelow } from '../source/sorted.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import type { XmlTag } from '../source/xml.ts';
import { isElement, nearest, treeOf, type TreeElement } from './note-tree.ts';

/**
 * The source of a file as the edition’s table has it, for phase 1: each element that a row decides has the name of the element as which it is read. The
 * streaming reader follows the same table by other means (`src/model/decides/decider.ts`); the two share the table as it was read, what a single test
 * says, and what can be at a place.
 */

/** The text of a file in which elements have other names, and where a place of the source is in it. */
export interface DecidedText {
  readonly source: SourceText;
  readonly at: (offset: number) => number;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All elements of TEI in a file, by name, and all of them by `*`. */
function elementsByName(root: TreeElement): Map<string, TreeElement[]> {
  const byName = new Map<string, TreeElement[]>([['*', []]]);
  const waiting = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (element.name !== '') {
      const known = byName.get(element.name);
      if (known) known.push(element);
      else byName.set(element.name, [element]);
      byName.get('*')!.push(element);
    }
    for (const child of element.children) if (isElement(child)) waiting.push(child);
  }
  return byName;
}

const askedOf = (element: TreeElement): Asked => ({
  attribute: (name) => element.tag.attributes.find((one) => one.name === name)?.value,
  isIn: (name) => nearest(element, (outer) => outer.name === name) !== undefined,
  isDirectlyIn: (names) => {
    let at: TreeElement | undefined = element;
    return names.every((name) => (at = at?.parent)?.name === name);
  },
  has: (name) =>
    element.children.some((child) =>
      isElement(child) ? name === '*' || child.name === name : name === textName && child.value !== '',
    ),
});

/** The elements to which a path leads: those of its first step, in these those of its second, and so on. */
function ledBy({ path: { steps } }: Decision, byName: ReadonlyMap<string, readonly TreeElement[]>): Set<TreeElement> {
  let found = new Set<TreeElement>();
  steps.forEach((step, i) => {
    const outside = found;
    const isIn = (element: TreeElement): boolean =>
      i === 0 ||
      (step.deep
        ? nearest(element, (outer) => outside.has(outer)) !== undefined
        : element.parent !== undefined && outside.has(element.parent));
    found = new Set((byName.get(step.name) ?? []).filter((element) => isIn(element) && passes(step, element)));
  });
  return found;
}

function passes({ tests }: SelectorStep, element: TreeElement): boolean {
  const asked = askedOf(element);
  return tests.every((test) => holds(test, asked));
}

/** What the table makes of each element that it decides. */
function decisionsIn(
  root: TreeElement,
  { decisions }: EditionTable,
  isKept: (tag: XmlTag) => boolean,
): Map<TreeElement, Reading> {
  const byName = elementsByName(root);
  const inHeader = new Set<TreeElement>();
  for (const header of byName.get('teiHeader') ?? [])
    for (const all of elementsByName(header).get('*')!) inHeader.add(all);
  const found = new Map<TreeElement, Reading>();
  for (const decision of decisions)
    for (const element of ledBy(decision, byName)) {
      const can = !inHeader.has(element) && !isKept(element.tag);
      if (can && !found.has(element)) found.set(element, decision.reading);
    }
  keepPlaces(root, outermost, found);
  return found;
}

/** Takes back what cannot be at its place. */
function keepPlaces(element: TreeElement, place: Around, found: Map<TreeElement, Reading>): void {
  const reading = found.get(element);
  const can = reading !== undefined && whyNotThere(reading, place) === undefined;
  if (reading && !can) found.delete(element);
  const name = (can ? reading.as : undefined) ?? element.name;
  const inside = element.parent ? around(name === '' ? undefined : name, place) : place;
  for (const child of element.children) if (isElement(child)) keepPlaces(child, inside, found);
}

/** The edits of a text that rename an element and give it looks. */
function editsOf({ tag, endTag }: TreeElement, { as, looks }: Reading): Edit[] {
  const edits: Edit[] = [];
  const prefix = tag.name.length - tag.local.length;
  const rename = (at: number): void => {
    edits.push({ start: at + prefix, end: at + tag.name.length, text: as! });
  };
  if (as !== undefined) rename(tag.start + 1);
  if (looks !== undefined) {
    const rend = tag.attributes.find(({ name }) => name === 'rend');
    const at = rend?.valueStart ?? tag.start + 1 + tag.name.length;
    const value = escapeAttribute(looks);
    edits.push({ start: at, end: at, text: rend ? `${value} ` : ` rend="${value}"` });
  }
  if (as !== undefined && !tag.empty) rename(endTag + 2);
  return edits;
}

/** The text of a file as the table has it. */
export function decidedText(source: SourceText, table: EditionTable, isKept: (tag: XmlTag) => boolean): DecidedText {
  const edits = [...decisionsIn(treeOf(source), table, isKept)]
    .flatMap(([element, reading]) => editsOf(element, reading))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let text = '';
  let at = 0;
  const starts: number[] = [];
  /** How much longer the text is behind each edit. */
  const longer: number[] = [];
  for (const edit of edits) {
    text += source.text.slice(at, edit.start) + edit.text;
    at = edit.end;
    starts.push(edit.start);
    longer.push(text.length - at);
  }
  text += source.text.slice(at);
  return {
    source: sourceText(source.file, text),
    at: (offset) => offset + (longer[countBelow(starts, offset) - 1] ?? 0),
  };
}
