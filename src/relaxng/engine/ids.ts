import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { XmlAttribute } from '../../source/xml.ts';
import { addFinding } from './findings.ts';
import { idRole } from '../datatypes/library.ts';
import type { DataNode } from '../grammar/nodes.ts';
import type { Pattern } from './pattern.ts';
import { tokens } from './text.ts';

/** The ids of a document and the attributes that refer to them, as the types ID, IDREF and IDREFS say (RELAX NG DTD Compatibility, section 5). */
export interface Ids {
  readonly defined: Map<string, XmlAttribute>;
  readonly used: { readonly id: string; readonly attribute: XmlAttribute }[];
}

export const noIds = (): Ids => ({ defined: new Map(), used: [] });

/** Notes an attribute that was matched by `pattern`. A second attribute with the same id is reported. */
export function noteId(
  ids: Ids,
  pattern: Pattern,
  attribute: XmlAttribute,
  source: SourceText,
  findings: Finding[],
): void {
  const value = pattern.a!;
  if (value.kind !== 'data') return;
  const role = idRole((value.leaf as DataNode).type);
  if (role === undefined) return;
  for (const id of tokens(attribute.value)) {
    if (role !== 'id') ids.used.push({ id, attribute });
    else define(ids, id, attribute, source, findings);
  }
}

function define(ids: Ids, id: string, attribute: XmlAttribute, source: SourceText, findings: Finding[]): void {
  const first = ids.defined.get(id);
  if (first === undefined) {
    ids.defined.set(id, attribute);
    return;
  }
  const { line } = source.locate(first.start);
  addFinding(
    findings,
    {
      code: 'duplicate-id',
      severity: 'error',
      message: `The id “${id}” is given twice: first on line ${line}, and here.`,
      span: source.span(attribute.start, attribute.valueEnd + 1),
      why: 'An id is the name of one place. Links to it can lead to only one of the two.',
      fix: 'Give one of the two another id, and check which of them the links mean.',
      related: [{ message: 'The id is first given here.', span: source.span(first.start, first.valueEnd + 1) }],
    },
    source,
  );
}

/** Reports the references that lead nowhere; at the end of the document. */
export function tellDangling(ids: Ids, source: SourceText, findings: Finding[]): void {
  for (const { id, attribute } of ids.used) {
    if (ids.defined.has(id)) continue;
    addFinding(
      findings,
      {
        code: 'dangling-idref',
        severity: 'error',
        message: `“${attribute.name}” refers to the id “${id}”, which no element has.`,
        span: source.span(attribute.start, attribute.valueEnd + 1),
        why: 'The reference leads nowhere.',
        fix: 'Write the id of an element of this file.',
      },
      source,
    );
  }
}
