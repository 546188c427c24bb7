import { sourceText } from '../../source/text.ts';
import { scanXml, type XmlHandler, type XmlTag } from '../../source/xml.ts';
import type { Position } from '../../diagnostics/finding.ts';
import { ruleOf } from '../tei/elements.ts';
import { staysInLine } from './places.ts';
import { readTest } from './read-tests.ts';
import { readingOf, type Row } from './reading.ts';
import { type Decision, refusal } from './table.ts';
import type { TeiElement } from '../tei/names.ts';

/**
 * The Processing Model of an ODD (TEI P5, chapter 22.5.4) as rows of the edition’s table: of the models of an element the first of which the predicate is true decides. What such a
 * model says and a row cannot is reported, and our own rule holds for the elements that reach it.
 */

/** An ODD of the edition, as its settings name it. */
export interface ModelFile {
  readonly file: string;
  readonly text: string;
}

/** A model that is not followed, and why. */
export interface ModelFault {
  readonly span: { readonly file: string; readonly start: Position; readonly end: Position };
  readonly message: string;
}

interface Model {
  readonly element: string;
  readonly tag: XmlTag;
  readonly predicate: string;
  readonly behaviour: string;
  readonly cssClass: string;
}

const valueOf = ({ attributes }: XmlTag, name: string): string =>
  attributes.find((one) => one.name === name)?.value.trim() ?? '';
const tokens = (value: string): string[] => value.split(/\s+/).filter(Boolean);
/** Pages are the output that models can be for; a model without an output is for all of them. */
const isForPages = (tag: XmlTag): boolean => {
  const outputs = tokens(valueOf(tag, 'output'));
  return outputs.length === 0 || outputs.includes('web');
};

/** The models of each element, in the order of the ODD. A sequence of models is one that nothing is known of. */
class ModelScan implements XmlHandler {
  readonly models: Model[] = [];
  private element = '';
  /** How many elements are open whose models are not for pages, or are parts of a sequence. */
  private closed = 0;

  open(tag: XmlTag): void {
    if (tag.local === 'elementSpec') this.element = valueOf(tag, 'ident');
    const isModel = tag.local === 'model' || tag.local === 'modelSequence';
    const isOpen = this.closed === 0 && isForPages(tag);
    if (isModel && isOpen && this.element !== '') this.add(tag);
    if (this.closed > 0 || tag.local === 'modelSequence' || (tag.local === 'modelGrp' && !isOpen)) this.closed++;
  }

  close({ local }: XmlTag): void {
    if (this.closed > 0) this.closed--;
    if (local === 'elementSpec') this.element = '';
  }

  private add(tag: XmlTag): void {
    const isOne = tag.local === 'model';
    const behaviour = isOne ? valueOf(tag, 'behaviour') : 'several behaviours one after the other';
    const cssClass = valueOf(tag, 'cssClass');
    this.models.push({ element: this.element, tag, predicate: valueOf(tag, 'predicate'), behaviour, cssClass });
  }
}

/** Behaviours that are what our own rules are for: what holds other things, or shows what has no words. */
const ours: ReadonlySet<string> = new Set(
  'body document section list listItem table row cell link figure graphic anchor glyph break title metadata index text alternate pass-through'.split(' '),
); // prettier-ignore
const onLines: Readonly<Record<string, Row>> = {
  block: { kind: 'block' }, paragraph: { role: 'paragraph' }, cit: { role: 'quote' },
}; // prettier-ignore
const kinds: Readonly<Record<string, Row>> = {
  heading: { kind: 'heading' }, note: { kind: 'note' }, omit: { counted: 'no' },
}; // prettier-ignore

/** The row that a behaviour is for an element; an empty row: it is what it is in any case; undefined: no row says it. */
function rowFor(behaviour: string, element: string): Row | undefined {
  if (ours.has(behaviour)) return {};
  const known = ruleOf(element);
  const isInLine = known === undefined || known.becomes === 'words' || staysInLine(element as TeiElement);
  // Quotations are among words by their place, and a figure holds its picture.
  const isByPlace = known?.role === 'quote' || known?.becomes === 'figure';
  if (behaviour === 'inline') return isInLine || isByPlace ? {} : { kind: 'span' };
  if (Object.hasOwn(onLines, behaviour)) return isInLine ? onLines[behaviour] : {};
  const is = { heading: 'heading', note: 'note', omit: 'nothing' }[behaviour];
  return is !== undefined && known?.becomes === is
    ? {}
    : Object.hasOwn(kinds, behaviour)
      ? kinds[behaviour]
      : undefined;
}

const ownRule = 'our own rule for it holds';
const asItIs = { isLeftOut: false };

function readingFor({ element, behaviour, cssClass }: Model): Decision['reading'] | string {
  const row = rowFor(behaviour, element);
  if (row === undefined) return `“${behaviour}” is not a behaviour that a row can be`;
  const looks = tokens(cssClass).join(' ');
  const full = { ...row, ...(looks !== '' && row['counted'] === undefined && { class: looks }) };
  if (Object.keys(full).length === 0) return asItIs;
  const reading = readingOf(full);
  if ('message' in reading) return reading.message;
  return refusal(element, reading)?.message ?? reading;
}

/** More models nobody writes. */
const mostModels = 5000;

/** Reads the models of an ODD: what they decide, the strongest first, and what of them is not followed. */
export function readModels({ file, text }: ModelFile): {
  readonly decisions: readonly Decision[];
  readonly faults: readonly ModelFault[];
} {
  const source = sourceText(file, text);
  const scan = new ModelScan();
  scanXml(source, scan);
  const decisions: Decision[] = [];
  const faults: ModelFault[] = [];
  const ended = new Set<string>();
  const fault = ({ tag, element }: Model, message: string): unknown =>
    faults.push({
      span: source.span(tag.start, tag.end),
      message: `The model of “${element}” is not followed: ${message}; ${ownRule}.`,
    });
  for (const model of scan.models.slice(0, mostModels)) {
    const { element, predicate } = model;
    if (ended.has(element)) continue;
    const read = predicate === '' ? { tests: [], count: 0 } : readTest(predicate);
    if ('fault' in read) {
      fault(model, `its predicate ${read.fault}`);
      ended.add(element);
      continue;
    }
    const found = readingFor(model);
    if (typeof found === 'string') fault(model, found);
    const reading = typeof found === 'string' ? asItIs : found;
    const path = { steps: [{ name: element, deep: false, tests: read.tests }], tests: read.count };
    decisions.push({ path, reading, row: `${file}: ${element}${predicate === '' ? '' : `[${predicate}]`}` });
  }
  return { decisions, faults };
}
