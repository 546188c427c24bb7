import type { XmlTag } from '../../source/xml.ts';
import type { Run } from '../engine/run.ts';
import { elementEnd } from './tell.ts';
import type { Edit } from './tell.ts';

/** How far after an element the one is looked for that should come first. */
const FARTHEST = 20_000;

export interface LaterSibling {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The first sibling after `tag` that bears one of these names, where it is not far. */
export function laterSibling(run: Run, tag: XmlTag, names: readonly string[]): LaterSibling | undefined {
  const from = elementEnd(run, tag);
  if (from === undefined) return undefined;
  const window = run.source.text.slice(from, from + FARTHEST);
  let depth = 0;
  let found: { name: string; start: number } | undefined;
  for (const { 0: whole, 1: slash, 2: name, 3: empty, index } of window.matchAll(
    /<!--[^]*?(?:-->|$)|<(\/?)([^\s<>!?/]+)(?![^\s<>!?/])[^<>]*?(\/?)>/g,
  )) {
    if (name === undefined) continue;
    if (slash === '/') {
      if (depth === 0) return undefined;
      depth--;
    } else {
      if (depth === 0 && names.includes(name)) found = { name, start: from + index };
      if (empty === '') depth++;
    }
    if (depth === 0 && found !== undefined) return { ...found, end: from + index + whole.length };
  }
  return undefined;
}

/** Moves it before `tag`. */
export function moveUp(run: Run, tag: XmlTag, { start, end }: LaterSibling): Edit {
  const { text } = run.source;
  const between = text.slice(tag.start, start);
  const kept = between.trimEnd();
  return [tag.start, end, text.slice(start, end) + between.slice(kept.length) + kept];
}
