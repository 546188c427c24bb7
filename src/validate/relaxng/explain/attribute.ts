import type { XmlAttribute, XmlTag } from '../../../source/xml.ts';
import type { QName } from '../engine/names.ts';
import type { AttributeInfo, Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
export function explainAttribute(
  run: Run,
  tag: XmlTag,
  attribute: XmlAttribute,
  name: QName,
  info: AttributeInfo | undefined,
): void {
  run.report({
    code: 'attribute-not-allowed',
    severity: 'error',
    message: `${attribute.name}`,
    span: run.source.span(attribute.start, attribute.valueEnd),
  });
}
export function explainValue(run: Run, tag: XmlTag, attribute: XmlAttribute, specs: Pattern[]): void {
  run.report({
    code: 'bad-value',
    severity: 'error',
    message: `${attribute.name}`,
    span: run.source.span(attribute.start, attribute.valueEnd),
  });
}
export function explainMissing(run: Run, tag: XmlTag, absent: Pattern[], more: boolean): void {
  run.report({
    code: 'missing-attribute',
    severity: 'error',
    message: `${tag.name}`,
    span: run.source.span(tag.start, tag.end),
  });
}
