import type { SourceText } from '../../source/text.ts';
import { scanXml } from '../../source/xml.ts';

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

/** Finds all places in one pass. */
export function locateAll(source: SourceText, ways: Iterable<string>): Map<string, [start: number, end: number]> {
  const found = new Map<string, [number, number]>();
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
      for (const name of step?.wanted ?? []) {
        const attribute = tag.attributes.find((one) => one.name === name);
        const way = name === '' ? path.join('/') : `${path.join('/')}@${name}`;
        found.set(way, attribute ? [attribute.start, attribute.valueEnd + 1] : [tag.start, tag.end]);
      }
    },
    close: () => {
      counts.pop();
      steps.pop();
      path.pop();
    },
  });
  return found;
}
