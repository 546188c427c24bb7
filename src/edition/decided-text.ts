import { type Around, aroundIn, canBeThere, type Decision, type EditionTable } from '../model/decides/table.ts';
import { holds } from '../model/decides/tests.ts';
import type { Reading } from '../model/decides/reading.ts';
import type { SelectorStep } from '../model/decides/selector.ts';
import { escapeAttribute } from '../model/read-tei/slice.ts';
import { firstNotBefore } from '../source/sorted.ts';
import type { XmlTag } from '../source/xml.ts';
import { isElement, nearest, type TreeElement } from './note-tree.ts';

/**
 * The source of a file as the edition’s table has it, for phase 1: each element that a row decides has the name of the element as which it is read. The
 * streaming reader follows the same table by other means (`src/model/decides/decider.ts`); the two share the table as it was read, and what a single test
 * of attributes says.
 */

/** The text between two offsets of a file. */
export type Slice = (from: number, to: number) => string;

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

const passes = ({ tests }: SelectorStep, { tag }: TreeElement): boolean =>
  tests.every((test) => holds(test, (name) => tag.attributes.find((one) => one.name === name)?.value));

/** The elements to which a path leads: those of its first step, in these those of its second, and so on. */
function ledBy({ path: { steps } }: Decision, byName: ReadonlyMap<string, readonly TreeElement[]>): Set<TreeElement> {
  let found = new Set<TreeElement>();
  steps.forEach((step, i) => {
    const around = found;
    const isIn = (element: TreeElement): boolean =>
      i === 0 ||
      (step.deep
        ? nearest(element, (outer) => around.has(outer)) !== undefined
        : element.parent !== undefined && around.has(element.parent));
    found = new Set((byName.get(step.name) ?? []).filter((element) => passes(step, element) && isIn(element)));
  });
  return found;
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
  keepPlaces(root, 'blocks', found);
  return found;
}

/** Takes back what cannot be at its place. */
function keepPlaces(element: TreeElement, around: Around, found: Map<TreeElement, Reading>): void {
  const reading = found.get(element);
  const can = reading !== undefined && canBeThere(reading, around);
  if (reading && !can) found.delete(element);
  const inside = aroundIn((can ? reading.as : undefined) ?? element.name, around);
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

/** In the tree an element has its new name as well: whoever asks it knows no table. */
function renameIn(element: TreeElement, { as, looks }: Reading): void {
  const { tag } = element;
  const rend = tag.attributes.find((one) => one.name === 'rend')?.value;
  const place = { start: tag.start, valueStart: tag.start, valueEnd: tag.start };
  const value = rend === undefined ? looks! : `${looks} ${rend}`;
  const others = tag.attributes.filter((one) => one.name !== 'rend');
  const attributes =
    looks === undefined ? tag.attributes : [...others, { name: 'rend', local: 'rend', uri: '', value, ...place }];
  const name = as ?? element.name;
  const prefix = tag.name.slice(0, tag.name.length - tag.local.length);
  element.tag = { ...tag, local: name, name: prefix + name, attributes };
  element.name = name;
}

/** Gives the elements of a tree the names that the table has for them, and answers how the text between two places is then. */
export function decideText(
  root: TreeElement,
  text: string,
  table: EditionTable,
  isKept: (tag: XmlTag) => boolean,
): Slice {
  const found = decisionsIn(root, table, isKept);
  const edits = [...found]
    .flatMap(([element, reading]) => editsOf(element, reading))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [element, reading] of found) renameIn(element, reading);
  return (from, to) => {
    let out = '';
    let at = from;
    for (let i = firstNotBefore(edits.length, (k) => edits[k]!.start < from); i < edits.length; i++) {
      const edit = edits[i]!;
      if (edit.end > to) break;
      out += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return out + text.slice(at, to);
  };
}
