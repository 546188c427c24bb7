import { sourceText } from '../../source/text.ts';
import type { SourceText } from '../../source/text.ts';
import { scanXml } from '../../source/xml.ts';
import type { Run } from '../engine/run.ts';
import type { Schema } from '../engine/schema.ts';
import { observe } from '../engine/validator.ts';

/** The validation of a document as far as `offset`: what is open there, and what may come next. */
export function stateAt(schema: Schema, source: SourceText, offset: number): Run {
  const before = sourceText(source.file, source.text.slice(0, offset));
  const { run, handler } = observe(schema, before);
  scanXml(before, {
    ...handler,
    close: (tag, start, end) => {
      // What is open here is not closed; the scan says so only because the text ends.
      if (start === end && end === offset && !tag.empty) return;
      handler.close?.(tag, start, end);
    },
  });
  return run;
}
