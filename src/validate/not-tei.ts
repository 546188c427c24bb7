import type { Finding } from '../diagnostics/finding.ts';
import { teiNamespace } from '../model/read-tei/elements.ts';
import type { FileReading } from '../model/read-tei/read-file.ts';

/** Files that are XML, but no TEI. */

const teiRoots = new Set(['TEI', 'teiCorpus']);

/** Whether a file is meant as TEI: by its namespace or by the name of its root. A file without any element is left to the reader of XML. */
export function isTei({ structure: { root } }: FileReading): boolean {
  return root === undefined || root.uri === teiNamespace || teiRoots.has(root.local);
}

/** Whether an element can be the outermost one of a TEI file; others in the namespace of TEI are parts that another file includes. */
export const isWholeTei = ({ local }: { readonly local: string }): boolean => teiRoots.has(local);

const describe = (name: string): string =>
  name === 'TEI.2'
    ? 'TEI of an older version (P4), whose outermost element is <TEI.2>'
    : `not TEI: its outermost element is <${name}>`;

/** A file that was named, or is the only one, and is not TEI. */
export function notTei({ source, structure }: FileReading): Finding {
  const root = structure.root!;
  const old = root.local === 'TEI.2';
  return {
    code: 'not-tei',
    severity: 'error',
    message: `This file is ${describe(root.name)}.`,
    span: source.span(root.start, root.end),
    why: 'Octavo makes editions from TEI P5, whose outermost element is <TEI xmlns="http://www.tei-c.org/ns/1.0">.',
    fix: old ? 'Convert it to TEI P5 first.' : 'Name a TEI file; “octavo import” turns other texts into TEI.',
  };
}

/** A file in a folder of TEI that is not TEI itself. */
export function passedOver({ source, structure }: FileReading): Finding {
  const root = structure.root!;
  return {
    code: 'not-tei',
    severity: 'review',
    message: `This file is ${describe(root.name)}. It is skipped.`,
    span: source.span(root.start, root.end),
    why: 'Only TEI becomes part of the edition.',
    fix: 'If it belongs here for another reason, name it under “exclude” in octavo.config.json.',
  };
}
