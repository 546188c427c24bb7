import type { XmlTag } from '../../../source/xml.ts';
import type { Run } from '../engine/run.ts';
export function explainEnd(run: Run, tag: XmlTag, start: number): void {
  run.report({
    code: 'incomplete',
    severity: 'error',
    message: `<${tag.name}>`,
    span: run.source.span(tag.start, start),
  });
}
