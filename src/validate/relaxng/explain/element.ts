import type { XmlTag } from '../../../source/xml.ts';
import type { QName } from '../engine/names.ts';
import type { Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import { openLater } from '../engine/open.ts';
import { contentOf } from '../engine/build.ts';
import { after, choice } from '../engine/table.ts';

export function explainElement(run: Run, tag: XmlTag, name: QName): Pattern {
  const { table } = run;
  const known = run.schema.byName.get(name);
  const content = known
    ? choice(
        table,
        known.map((one) => contentOf(table, one)),
      )
    : table.anything;
  if (run.current.kind === 'anything' && known) return after(table, content, table.anything);
  run.report({
    code: 'element-not-allowed',
    severity: 'error',
    message: `<${tag.name}>`,
    span: run.source.span(tag.start, tag.end),
  });
  if (run.current.kind !== 'anything') {
    const later = openLater(table, run.current, name);
    if (later.kind !== 'notAllowed') return later;
  }
  return after(table, content, run.current);
}
