import type { Finding } from '../../diagnostics/finding.ts';
import { schemaFault } from './schema-fault.ts';
import { attribute, childNodes, type SchNode } from './tree.ts';

/** Phases: the patterns of a schema that are looked at together (ISO 19757-3, 5.4.12). */

/** The phase that is wanted, else the default one; undefined where all patterns are active. */
export function phaseOf(root: SchNode, wanted: string | undefined, findings: Finding[]): SchNode | undefined {
  const name = wanted === undefined || wanted === '#DEFAULT' ? attribute(root, 'defaultPhase') : wanted;
  if (name === undefined || name === '#ALL') return undefined;
  const phases = childNodes(root, 'phase');
  const phase = phases.find((one) => attribute(one, 'id') === name);
  if (!phase) {
    const names = ['#ALL', '#DEFAULT', ...phases.flatMap((one) => attribute(one, 'id') ?? [])];
    findings.push(schemaFault(root, `The schema has no phase “${name}”.`, `Its phases are: ${names.join(', ')}.`));
  }
  return phase;
}

/** The patterns that are active in a phase. */
export function activePatterns(root: SchNode, phase: SchNode | undefined): SchNode[] {
  const patterns = childNodes(root, 'pattern').filter((one) => attribute(one, 'abstract') !== 'true');
  if (!phase) return patterns;
  const active = new Set(childNodes(phase, 'active').map((one) => attribute(one, 'pattern')));
  return patterns.filter((one) => active.has(attribute(one, 'id')));
}
