import { attributeOf, type DocumentSelector, type StructureNode } from './structure.ts';

/** Reads the setting `documents`: `div`, `div[@type='chapter']` or `div[@type="chapter"]`; undefined where it is none of these. */
export function documentSelector(setting: string): DocumentSelector | undefined {
  const match = /^\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*(?:\[\s*@([\w:.-]+)\s*=\s*(?:'([^']*)'|"([^"]*)")\s*\]\s*)?$/u.exec(
    setting,
  );
  if (!match) return undefined;
  const [, element, name, single, double] = match;
  return name === undefined
    ? { element: element! }
    : { element: element!, attribute: { name, value: single ?? double ?? '' } };
}

/** One step of a path to pages: an element and what its attributes must be. */
interface Step {
  readonly element: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

const stepIn = /([\p{L}_][\p{L}\p{N}_.-]*)((?:\[@[\w:.-]+=(?:'[^']*'|"[^"]*")\])*)/gu;
const attributeIn = /\[@([\w:.-]+)=(?:'([^']*)'|"([^"]*)")\]/g;

/** Reads one value of the setting `pages`, whose form the settings have checked: `div1`, `body/div/div[@type='chapter'][@subtype='x']`. */
export const pageSelector = (setting: string): readonly Step[] =>
  [...setting.matchAll(stepIn)].map(([, element = '', tests = '']) => ({
    element,
    attributes: [...tests.matchAll(attributeIn)].map(([, name = '', single, double]) => [name, single ?? double ?? '']),
  }));

/** The element that a value of the setting `pages` selects. */
export const elementOfPages = (setting: string): string | undefined => pageSelector(setting).at(-1)?.element;

/** Whether the path leads to a node: its last step is the node, the step before it the element around it, and so on. */
export function matches(steps: readonly Step[], node: StructureNode): boolean {
  let at: StructureNode | undefined = node;
  for (const { element, attributes } of steps.toReversed()) {
    if (at?.tag.local !== element) return false;
    const { tag } = at;
    if (!attributes.every(([name, value]) => attributeOf(tag, name) === value)) return false;
    at = at.parent;
  }
  return true;
}
