import type { Part, Pointer, StructureNode } from './structure.ts';
import type { UnitCut } from './units.ts';
import { firstNotBefore } from '../../source/sorted.ts';

/**
 * The source text of a unit: its page breaks before the element, the element without the units inside it, its page
 * breaks after.
 */

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Source ranges of a unit in the order in which they are put together. */
export function unitStretches(cut: UnitCut): Stretch[] {
  const holes: Stretch[] = [];
  const dig = (inner: UnitCut): void => {
    holes.push(...inner.leading, { start: inner.node.tag.start, end: inner.node.end }, ...inner.trailing);
    inner.inner.forEach((deeper) => holes.push(...deeper.leading, ...deeper.trailing));
  };
  cut.inner.forEach(dig);
  holes.push(...cut.away);
  const { start } = cut.node.tag;
  const { end } = cut.node;
  const inside = holes.filter((hole) => hole.start >= start && hole.end <= end).sort((a, b) => a.start - b.start);
  const kept: Stretch[] = [...cut.leading];
  let from = start;
  for (const hole of inside) {
    if (hole.start > from) kept.push({ start: from, end: hole.start });
    from = Math.max(from, hole.end);
  }
  kept.push({ start: from, end }, ...cut.trailing);
  return kept;
}

/** The source of a stretch; `rewrite` may give a pointer another value (escaped for an attribute). `pointers` are those of the file, in order. */
export function stretchText(
  source: string,
  { start, end }: Stretch,
  pointers: readonly Pointer[] = [],
  rewrite?: (value: string) => string,
): string {
  let out = '';
  let from = start;
  if (rewrite) {
    for (let i = firstBehind(pointers, start); i < pointers.length && pointers[i]!.valueStart < end; i++) {
      const { value, valueStart, valueEnd } = pointers[i]!;
      const changed = rewrite(value);
      if (changed === value) continue;
      out += source.slice(from, valueStart) + changed;
      from = valueEnd;
    }
  }
  return out + source.slice(from, end);
}

/** Puts a unit's text together, as `stretchText` does with each of its stretches. */
export const unitText = (
  source: string,
  cut: UnitCut,
  pointers: readonly Pointer[] = [],
  rewrite?: (value: string) => string,
): string =>
  unitStretches(cut)
    .map((stretch) => stretchText(source, stretch, pointers, rewrite))
    .join('');

const firstBehind = (pointers: readonly Pointer[], offset: number): number =>
  firstNotBefore(pointers.length, (index) => pointers[index]!.valueStart < offset);

/** What elements from `parent` up to the root of the file say that holds for what they hold: namespaces (as written), language and base. */
export function inherited(
  parent: StructureNode | undefined,
  { root, around }: Pick<Part, 'root' | 'around'>,
): Map<string, string> {
  const found = new Map<string, string>();
  const take = (tag: StructureNode['tag']): void => {
    for (const { name, value } of tag.attributes) {
      const holds =
        name === 'xmlns' ||
        name.startsWith('xmlns:') ||
        name === 'xml:lang' ||
        name === 'xml:base' ||
        name === 'xml:space';
      if (holds && !found.has(name)) found.set(name, value);
    }
  };
  for (let outer = parent; outer; outer = outer.parent) take(outer.tag);
  take(root);
  around.forEach(take);
  return found;
}

export const escapeAttribute = (value: string): string =>
  value.replace(/[&<"\t\n\r]/g, (c) =>
    c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '"' ? '&quot;' : `&#${c.charCodeAt(0)};`,
  );

/** Attributes as they are in a start tag, each with a space before it. */
export const attributesText = (attributes: ReadonlyMap<string, string>): string =>
  [...attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
