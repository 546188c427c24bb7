import type { ReadingNode } from '../model/reading.ts';
import { type ResultNode, type Stylesheet, transform } from './engine.ts';
import { type FoundFacts, headerFacts, type HeaderFacts, unitFacts } from './facts.ts';
import { readResult } from './read-result.ts';
import { treeOf, treeOfMany } from './source-tree.ts';

/** Phase 1: units of TEI to reading trees and facts. */

export interface UnitReading {
  readonly reading: ReadingNode;
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

/**
 * Transforms units, given as `unitXml` makes them, in batches. Results come in the order of the units, a batch at a time.
 * Throws where the stylesheet is at fault.
 */
export function* readUnits(stylesheet: Stylesheet, units: Iterable<string>): Generator<UnitReading> {
  let batch: string[] = [];
  let length = 0;
  for (const unit of units) {
    batch.push(unit);
    length += unit.length;
    if (length < batchLength) continue;
    yield* readBatch(stylesheet, batch);
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield* readBatch(stylesheet, batch);
}

function* readBatch(stylesheet: Stylesheet, units: readonly string[]): Generator<UnitReading> {
  const result = transform(stylesheet, treeOfMany('urn:octavo:unit', 'o:batch', units));
  for (const unit of elementsOf(result)) {
    const [section, facts] = elementsOf(unit);
    yield { reading: readResult(section!), facts: unitFacts(facts!) };
  }
}

/** Reads the facts of a `teiHeader`, given as XML that stands alone (with its namespaces). */
export const readHeader = (stylesheet: Stylesheet, header: string): HeaderFacts =>
  headerFacts(transform(stylesheet, treeOf(header)));
