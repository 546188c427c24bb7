import type { Level, Numbering, NumberShown, UnitNumber } from '../model/numbers.ts';
import { teiNamespace } from '../model/read-tei/elements.ts';
import { oneLine } from '../model/spine.ts';
import { ruleOf } from '../model/tei/elements.ts';
import type { EngineDocument, EngineNode } from './engine.ts';

/**
 * Numbers the elements of a unit before phase 1: each gets its number with those around it as an attribute, which templates copy. The streaming reader
 * numbers the same text by other means (`model/read-tei/number-tape.ts`), and the proof compares the two.
 */

/** An element around a unit, the outermost first. */
export interface Outer {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isDocument: boolean;
}

/** What the numbers of a unit depend on besides its own text. */
export interface UnitNumbering {
  readonly numbering: Numbering;
  readonly around: readonly Outer[];
  /** The unit is a document, whose number is that of its page. */
  readonly isDocument: boolean;
}

/** The attribute of a numbered element: what its value is, `readNumber` reads. */
export const numberAttribute = 'o:number';
const namespace = 'urn:octavo:unit';

const separator = '\t';

export function readNumber(value: string): UnitNumber {
  const [unit = '', full = '', shown = ''] = value.split(separator);
  return { unit, full, shown: shown as NumberShown };
}

/** A node of the engine’s tree as far as it is read here. */
interface TreeNode extends EngineNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly childNodes: ArrayLike<TreeNode>;
  readonly attributes?: ArrayLike<{ readonly name: string }>;
  getAttribute(name: string): string | null;
}

interface Given {
  readonly own: string;
  readonly full: string;
  readonly isDocument: boolean;
}

/** What holds where an element is. */
interface Place {
  readonly wanted: readonly { readonly level: Level; readonly step: number; readonly given: Given | undefined }[];
  readonly given: Given | undefined;
  readonly division: Given | undefined;
  /** The numbers of milestones so far in the division. */
  readonly milestones: Map<string, Given>;
}

type Attribute = (name: string) => string;

const isDivision = (name: string): boolean => name === 'div' || /^div[1-7]$/.test(name);
const holdsProse: ReadonlySet<string> = new Set(['p', 'ab', 'q', 'quote', 'cit', 'list', 'seg']);

function numberIn(attribute: Attribute): string {
  const n = oneLine(attribute('n'));
  return /^urn:|^https?:/i.test(n) ? '' : n;
}

const unitIn = (attribute: Attribute): string =>
  oneLine(attribute('type') === 'textpart' ? attribute('subtype') : attribute('type'));

const isLetter = (character: string): boolean => /^\p{L}$/u.test(character);
const isLetterOrDigit = (character: string): boolean => /^[\p{L}\p{N}]$/u.test(character);
const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 32);

/** The whole number: one that begins with the number around it needs nothing before it. */
function whole(n: string, given: Given | undefined, delim: string): string {
  if (given === undefined) return n;
  const { own, full } = given;
  if (n.length > full.length && n.startsWith(full) && !isLetterOrDigit(characterAt(n, full.length))) return n;
  if (n.length > own.length && n.startsWith(own)) {
    const next = characterAt(n, own.length);
    const goesOn = !isLetterOrDigit(next) || (isLetter(next) && /[0-9]$/.test(own));
    if (goesOn) return full + n.slice(own.length);
  }
  return full + delim + n;
}

/** Numbers the tree of one unit. */
export class TreeNumbers {
  private readonly document: EngineDocument;
  private readonly known: UnitNumbering;

  constructor(document: EngineDocument, known: UnitNumbering) {
    this.document = document;
    this.known = known;
  }

  /** `unit`: the element that holds the unit’s own element, and page breaks around it. */
  number(unit: EngineNode): void {
    const { levels } = this.known.numbering;
    let place: Place = {
      wanted: levels.map((level) => ({ level, step: 0, given: undefined })),
      given: undefined,
      division: undefined,
      milestones: new Map(),
    };
    for (const { name, attributes, isDocument } of this.known.around)
      place = this.enter(
        name,
        (of) => attributes.get(of) ?? '',
        (of) => attributes.has(of),
        place,
        isDocument,
      ).inside;
    this.children(unit as TreeNode, place, this.known.isDocument);
  }

  private children(node: TreeNode, place: Place, isDocument = false): void {
    for (let i = 0; i < node.childNodes.length; i++) {
      const child = node.childNodes[i]!;
      if (child.nodeType === 1) this.element(child, place, isDocument && child.localName !== 'pb');
    }
  }

  private element(node: TreeNode, place: Place, isDocument: boolean): void {
    const { localName: name, namespaceURI: uri } = node;
    const isForeign = uri !== teiNamespace && uri !== null && uri !== '' && name !== 'attachment';
    if (isForeign || name === 'note' || name === 'app' || ruleOf(name)?.becomes === 'nothing') return;
    const attribute: Attribute = (of) => node.getAttribute(of) ?? '';
    const has = (of: string): boolean => (node.getAttribute(of) ?? '') !== '' || hasEmpty(node, of);
    const { inside, number } = this.enter(name, attribute, has, place, isDocument);
    if (number && !isDocument)
      this.put(node, number.shown === 'label' ? { ...number, shown: labelOf(node, number.isAlone) } : number);
    if (!number && (name === 'milestone' || name === 'cb' || name === 'gb')) this.milestone(node, attribute, place);
    this.children(node, inside);
  }

  private put(node: TreeNode, { unit, full, shown }: UnitNumber): void {
    const attribute = this.document.createAttributeNS(namespace, numberAttribute);
    attribute.value = attribute.nodeValue = [unit, full, shown].join(separator);
    node.setAttributeNode(attribute);
  }

  /** The number of an element, and what holds in it. */
  private enter(
    name: string,
    attribute: Attribute,
    has: (of: string) => boolean,
    place: Place,
    isDocument: boolean,
  ): { inside: Place; number: (UnitNumber & { readonly isAlone: boolean }) | undefined } {
    const { numbering } = this.known;
    const met = place.wanted.filter(({ level, step }) => agrees(level.steps[step]!, name, attribute, has));
    const [end] = met
      .filter(({ level, step }) => step === level.steps.length - 1)
      .toSorted(({ level: a }, { level: b }) => b.depth - a.depth || a.place - b.place);
    const isDeclared = numbering.levels.length > 0;
    const isLine = name === 'l' || name === 'lb';
    const said = (isDeclared ? end?.level.isNumbered : counts(name)) ? numberIn(attribute) : '';
    // A division whose number has several words has a name: `Tab A`.
    const n = !isDeclared && isDivision(name) && /\s/.test(said) ? '' : said;
    const outer = isDeclared ? end?.given : isLine ? place.division : place.given;
    const isShownLine = isDeclared || (numbering.lines && outer !== undefined && !outer.isDocument);
    const full = n === '' ? '' : whole(n, outer, end?.level.delim ?? '.');
    const own: Given | undefined = n === '' || isLine ? undefined : { own: n, full, isDocument };
    const wanted = [
      ...met.flatMap((way) => (way.step < way.level.steps.length - 1 ? [{ ...way, step: way.step + 1 }] : [])),
      ...(end?.level.inner.map((level) => ({ level, step: 0, given: own ?? end.given })) ?? []),
      ...place.wanted.filter(({ level, step }) => level.steps[step]!.deep),
    ];
    const isDiv = isDivision(name);
    const inside: Place = {
      wanted: isDeclared ? once(wanted) : [],
      given: own ?? place.given,
      division: isDiv ? (own ?? place.division) : place.division,
      milestones: isDiv ? new Map<string, Given>() : place.milestones,
    };
    if (full === '' || (isLine && (!isShownLine || full === n))) return { inside, number: undefined };
    const unit = isLine ? 'line' : end?.level.unit || unitIn(attribute);
    return {
      inside,
      number: { unit, full, shown: isLine ? '' : isDiv ? 'label' : 'margin', isAlone: outer === undefined },
    };
  }

  private milestone(node: TreeNode, attribute: Attribute, { given, milestones }: Place): void {
    const { above, delims } = this.known.numbering;
    const n = numberIn(attribute);
    if (n === '') return;
    const ed = oneLine(attribute('ed')) || oneLine(attribute('edRef'));
    const said = [ed.replace(/^#/, ''), oneLine(attribute('unit'))].filter(Boolean).join(' ');
    const series = node.localName === 'cb' ? 'column' : node.localName === 'gb' ? 'gathering' : said;
    const larger = above.get(series);
    const around = larger === undefined ? undefined : (milestones.get(larger) ?? given);
    const full = larger === undefined ? n : whole(n, around, delims.get(series) ?? '.');
    this.put(node, { unit: series, full, shown: larger === undefined ? 'place' : 'margin' });
    milestones.set(series, { own: n, full, isDocument: false });
    // What is counted in it begins anew.
    const begun = [series];
    for (let next = begun.pop(); next !== undefined; next = begun.pop())
      for (const [smaller, its] of above)
        if (its === next && smaller !== series) {
          milestones.delete(smaller);
          begun.push(smaller);
        }
  }
}

const counts = (name: string): boolean =>
  isDivision(name) || name === 'p' || name === 'ab' || name === 'seg' || name === 'l' || name === 'lb';

const hasEmpty = (node: TreeNode, name: string): boolean =>
  Array.from(node.attributes ?? []).some((attribute) => attribute.name === name);

function agrees(
  { name: wanted, tests }: Level['steps'][number],
  name: string,
  attribute: Attribute,
  has: (of: string) => boolean,
): boolean {
  if (wanted !== '*' && wanted !== name) return false;
  return tests.every(([of, value]) => (value === undefined ? has(of) : has(of) && attribute(of) === value));
}

/** Of the ways to the same step of a level the innermost. */
function once(wanted: Place['wanted']): Place['wanted'] {
  const steps = new Map<Level, Set<number>>();
  return wanted.filter(({ level, step }) => {
    const known = steps.get(level) ?? new Set();
    steps.set(level, known);
    return known.size < known.add(step).size;
  });
}

/** A division without a heading has its number above its words, unless prose is directly in it and it is in another unit. */
function labelOf(node: TreeNode, isAlone: boolean): NumberShown {
  for (let i = 0; i < node.childNodes.length; i++) {
    const { nodeType, localName, namespaceURI } = node.childNodes[i]!;
    const isTei = nodeType === 1 && (namespaceURI === teiNamespace || !namespaceURI);
    if (isTei && (localName === 'head' || (!isAlone && holdsProse.has(localName)))) return 'margin';
  }
  return 'label';
}
