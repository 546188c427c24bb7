import type { Finding } from '../../diagnostics/finding.ts';
import type { SchNode } from './tree.ts';

/** What is wrong in a Schematron schema, shown at the element `node`. */
export function schemaFault(node: SchNode, message: string, fix = 'Mend the schema.'): Finding {
  return {
    code: 'schematron-schema',
    severity: 'error',
    message,
    span: node.source.span(node.tag.start, node.tag.end),
    why: 'Nothing could be checked by this schema.',
    fix,
  };
}
