/** The layout of a source, recognised once however many readers ask for it. */
import type { SourceText } from '../../source/text.ts';
import type { SourceRecipe } from './recipe.ts';
import { type Layout, recognise } from './recognise.ts';

const known = new WeakMap<SourceText, Layout>();

/** The layout of a source. */
export function layoutOf(source: SourceText & SourceRecipe): Layout {
  const before = known.get(source);
  if (before) return before;
  const layout = recognise(source.text, source.recipe);
  known.set(source, layout);
  return layout;
}
