import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { SchNode } from './tree.ts';

/** What is wrong in a Schematron schema, shown at the element `node`. */
export function schemaFault(node: SchNode, message: string, fix = 'Fix the schema.'): Finding {
  return {
    code: 'schematron-schema',
    severity: 'error',
    message,
    span: node.source.span(node.tag.start, node.tag.end),
    why: 'Nothing could be checked by this schema.',
    fix,
  };
}

/** Rules that use what rules of an edition may not use; `names` are functions and instructions. */
export function refusedByRules(node: SchNode, names: readonly string[]): Finding {
  return {
    code: 'schematron-refused',
    severity: 'error',
    message: `The schema uses what rules may not use, so it was not run: ${[...new Set(names)].join(', ')}.`,
    span: node.source.span(node.tag.start, node.tag.end),
    why: 'Rules come with an edition, and an edition of strangers must not run programs, read files or reach the network.',
    fix: 'Write the rule with functions that only look at the document; other XML documents are read with doc().',
  };
}

/** Documents that rules asked for and did not get; `addresses` has at least one. */
export function outOfReach(source: SourceText, addresses: readonly string[]): Finding {
  const others = addresses.length - 1;
  const more = others === 0 ? '' : ` and ${others} more`;
  return {
    code: 'schematron-reach',
    severity: 'review',
    message: `Rules of this schema asked for a document that they may not read: ${addresses[0]!}${more}.`,
    span: source.span(0, 0),
    why: 'They went on as if it did not exist, so what depends on it may not have been checked.',
    fix: 'Put the document in the folder of the schema or of the edition. A document on the web is named in a catalog.xml next to the schema.',
  };
}

const cannotRun = 'The rules were asked for, and none was run.';

/** A grammar in compact syntax that is named as Schematron. */
export const compactSyntax = (source: SourceText): Finding => ({
  code: 'schematron-schema',
  severity: 'review',
  message: 'Schematron rules in a grammar in compact syntax cannot be read.',
  span: source.span(0, 0),
  why: cannotRun,
  fix: 'Convert the grammar to the XML syntax (.rng), or put the rules into a file of their own (.sch).',
});

/** A grammar that is named as Schematron and holds no rules of the standard. */
export const withoutRules = (root: SchNode): Finding => ({
  ...schemaFault(root, 'This grammar is named as Schematron, and holds no rules of ISO Schematron.'),
  severity: 'review',
  why: cannotRun,
  fix: 'Name it only as a grammar, or name the file that has the rules.',
});
