import { noWitnesses, type Witnesses } from '../model/apparatus.ts';
import type { ReadingTrees } from '../model/reading.ts';
import { type ResultNode, type Stylesheet, transform } from './engine.ts';
import { type FoundFacts, headerFacts, type HeaderFacts, unitFacts } from './facts.ts';
import { readResult } from './read-result.ts';
import { TreeNumbers, type UnitNumbering } from './number-tree.ts';
import { treeOfMany } from './source-tree.ts';

/** Phase 1: units of TEI to reading trees and facts. */

export interface UnitReading extends ReadingTrees {
  readonly facts: FoundFacts;
}

/** Characters of TEI in one call of the engine: calls cost some milliseconds each, trees cost memory. */
const batchLength = 1_000_000;

const elementsOf = (node: ResultNode): ResultNode[] => {
  const elements: ResultNode[] = [];
  for (let i = 0; i < node.childNodes.length; i++)
    if (node.childNodes[i]!.nodeType === 1) elements.push(node.childNodes[i]!);
  return elements;
};

/** Makes the `o:unit` of a unit: its own text inside an element that carries what its ancestors say of namespaces and language. */
export const unitXml = (attributes: string, text: string): string =>
  `<o:unit xmlns:o="urn:octavo:unit"${attributes}>${text}</o:unit>`;

const headerXml = (header: string): string => `<o:header xmlns:o="urn:octavo:unit">${header}</o:header>`;

/** Puts texts together until they are long enough for a call of the engine, and gives the elements that it makes of them. */
function* inBatches(
  stylesheet: Stylesheet,
  texts: Iterable<string>,
  numbering: (text: number) => UnitNumbering | undefined = () => undefined,
): Generator<ResultNode> {
  let batch: string[] = [];
  let length = 0;
  let done = 0;
  const run = (): ResultNode[] => {
    if (batch.length === 0) return [];
    const tree = treeOfMany('urn:octavo:unit', 'o:batch', batch, (document, element, i) => {
      const known = numbering(done + i);
      if (known) new TreeNumbers(document, known).number(element);
    });
    return elementsOf(transform(stylesheet, tree));
  };
  for (const text of texts) {
    batch.push(text);
    length += text.length;
    if (length < batchLength) continue;
    yield* run();
    done += batch.length;
    batch = [];
    length = 0;
  }
  yield* run();
}

/** What the reading of a unit depends on besides its text. */
export interface UnitKnown {
  /** As far as its readings need them. */
  readonly witnesses: Witnesses;
  /** Ids of the witnesses as whose texts it is read, too. */
  readonly texts?: readonly string[];
  /** Absent: nothing in it is numbered. */
  readonly numbering?: UnitNumbering | undefined;
}

/**
 * Transforms units, given as `unitXml` makes them, in batches. Results come in the order of the units, a batch at a time.
 * Throws where the stylesheet is at fault.
 */
export function* readUnits(
  stylesheet: Stylesheet,
  units: Iterable<string>,
  known: (unit: number) => UnitKnown = () => ({ witnesses: noWitnesses }),
): Generator<UnitReading> {
  let number = 0;
  for (const unit of inBatches(stylesheet, units, (i) => known(i).numbering)) {
    const [section, facts] = elementsOf(unit);
    const { witnesses, texts } = known(number++);
    yield { ...readResult(section!, witnesses, texts), facts: unitFacts(facts!) };
  }
}

/** Reads the facts of `teiHeader`s, given as XML that stands alone (with its namespaces), in batches like units. */
export const readHeaders = (stylesheet: Stylesheet, headers: readonly string[]): HeaderFacts[] =>
  [...inBatches(stylesheet, headers.map(headerXml))].map(headerFacts);
