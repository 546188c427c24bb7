/** The layout of a source, recognised once however many readers ask for it. */
import type { SourceText } from '../../source/text.ts';
import { type Layout, recognise } from './recognise.ts';

const known = new WeakMap<SourceText, Layout>();

/** The layout of a source. */
export function layoutOf(source: SourceText): Layout {
  const before = known.get(source);
  if (before) return before;
  const layout = recognise(source.text);
  known.set(source, layout);
  return layout;
}
