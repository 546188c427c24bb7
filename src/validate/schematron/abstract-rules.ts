import { attribute, childNodes, type SchNode } from './tree.ts';

/** Abstract rules, which other rules extend by their ids (ISO/IEC 19757-3, 5.4.5 and 5.4.14). */

/** The abstract rule that an `extends` means: of its own pattern, else of the library, else of any other pattern, as other processors take it. */
function baseRule(root: SchNode, pattern: SchNode, node: SchNode): SchNode | undefined {
  const id = attribute(node, 'rule');
  const homes = [pattern, ...childNodes(root, 'rules'), ...childNodes(root, 'pattern')];
  return homes
    .flatMap((home) => childNodes(home, 'rule'))
    .find((one) => attribute(one, 'abstract') === 'true' && attribute(one, 'id') === id);
}

export interface ExtendedRule {
  /** The children of the rule, those of what it extends in place of `extends`. */
  readonly children: readonly SchNode[];
  /** Elements that extend nothing, or themselves. */
  readonly faults: readonly SchNode[];
}

/** A rule with all that it extends. */
export function extendedRule(
  root: SchNode,
  pattern: SchNode,
  rule: SchNode,
  within: readonly SchNode[] = [],
): ExtendedRule {
  const children: SchNode[] = [];
  const faults: SchNode[] = [];
  for (const child of childNodes(rule)) {
    if (child.local !== 'extends') {
      children.push(child);
      continue;
    }
    const base = baseRule(root, pattern, child);
    if (!base || base === rule || within.includes(base)) faults.push(child);
    else {
      const extended = extendedRule(root, pattern, base, [...within, rule]);
      children.push(...extended.children);
      faults.push(...extended.faults);
    }
  }
  return { children, faults };
}
