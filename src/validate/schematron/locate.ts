import type { SourceText } from '../../source/text.ts';
import { scanXml, type XmlTag } from '../../source/xml.ts';

/** From ways through the tree, such as `1/2/3@type`, to places in the text. */

interface Step {
  readonly next: Map<number, Step>;
  /** What is asked for here: the empty string for the element, else the name of an attribute. */
  readonly wanted: Set<string>;
}

const newStep = (): Step => ({ next: new Map(), wanted: new Set() });

function stepsTo(ways: Iterable<string>): Step {
  const start = newStep();
  for (const way of ways) {
    const [path, name = ''] = way.split('@') as [string, string?];
    let step = start;
    for (const index of path === '' ? [1] : path.split('/').map(Number)) {
      const next = step.next.get(index) ?? newStep();
      step.next.set(index, next);
      step = next;
    }
    step.wanted.add(name);
  }
  return start;
}

/** Where a node is in the text. */
export interface NodePlace {
  /** Of the start tag, or of the attribute with its value and quotes. */
  readonly start: number;
  readonly end: number;
  readonly tag: XmlTag;
  /** Of the end tag; both are the end of the tag where the element is empty. Absent for attributes. */
  endTag?: { readonly start: number; readonly end: number };
}

/** Finds all places in one pass. */
export function locateAll(source: SourceText, ways: Iterable<string>): Map<string, NodePlace> {
  const found = new Map<string, NodePlace>();
  const open: (NodePlace | undefined)[] = [];
  const steps: (Step | undefined)[] = [stepsTo(ways)];
  const counts = [0];
  const path: number[] = [];
  scanXml(source, {
    open: (tag) => {
      const index = ++counts[counts.length - 1]!;
      const step = steps[steps.length - 1]?.next.get(index);
      counts.push(0);
      steps.push(step);
      path.push(index);
      open.push(undefined);
      for (const name of step?.wanted ?? []) {
        const attribute = tag.attributes.find((one) => one.name === name);
        const way = name === '' ? path.join('/') : `${path.join('/')}@${name}`;
        const place: NodePlace = attribute
          ? { start: attribute.start, end: attribute.valueEnd + 1, tag }
          : { start: tag.start, end: tag.end, tag };
        found.set(way, place);
        if (name === '') open[open.length - 1] = place;
      }
    },
    close: (_tag, start, end) => {
      const place = open.pop();
      if (place) place.endTag = { start, end };
      counts.pop();
      steps.pop();
      path.pop();
    },
  });
  return found;
}
