import type { XmlTag } from '../../source/xml.ts';
import type { Run } from '../engine/run.ts';
import { endTagName } from './end-tag.ts';
import type { Wrapper } from './loose.ts';
import type { Edit } from './tell.ts';
import { elementName } from './words.ts';

/** The longest text that is wrapped by a single change. */
const LONGEST = 20_000;

/** Puts the missing tags around what stands loose. */
export function wrapEdit(run: Run, wrapper: Wrapper | undefined, start: number, end: number): Edit | undefined {
  if (wrapper === undefined || wrapper.needsAttributes || end - start > LONGEST) return undefined;
  const name = elementName(run, wrapper.name);
  return [start, end, `<${name}>${run.source.text.slice(start, end)}</${name}>`];
}

/** Takes the tags of an element away, and leaves what is in it. */
export function unwrapEdit(run: Run, tag: XmlTag): Edit | undefined {
  if (tag.empty) return [tag.start, tag.end, ''];
  const { text } = run.source;
  const at = endTagName(text, tag);
  if (at === undefined) return undefined;
  return [tag.start, text.indexOf('>', at) + 1, text.slice(tag.end, at - 2)];
}
