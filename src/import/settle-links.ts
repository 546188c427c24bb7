/**
 * Links inside a text whose goal is not in the TEI (it stood in what was left out) keep their words and are not links.
 */
import type { Block, Inline } from './document.ts';

type Tree = unknown;

function isPhrase(value: object): value is Extract<Inline, { kind: 'phrase' }> {
  return (value as { kind?: unknown }).kind === 'phrase';
}

function collect(value: Tree, ids: Set<string>): void {
  if (Array.isArray(value)) value.forEach((v) => collect(v, ids));
  else if (typeof value === 'object' && value !== null) {
    if (isPhrase(value) && value.attributes['xml:id']) ids.add(value.attributes['xml:id']);
    Object.values(value).forEach((v) => collect(v, ids));
  }
}

function settle(value: Tree, isLost: (target: string) => boolean): Tree {
  if (Array.isArray(value)) {
    return (value as readonly Tree[]).flatMap((v): readonly Tree[] => {
      const settled = settle(v, isLost);
      if (typeof settled !== 'object' || settled === null || !isPhrase(settled) || settled.element !== 'ref')
        return [settled];
      return isLost(settled.attributes.target ?? '') ? settled.content : [settled];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, settle(v, isLost)]));
}

/** Takes out links to ids that nothing has; `prefix` is how the ids of points begin. How many there were. */
export function settleLinks<T extends readonly (Block | object)[]>(
  parts: T,
  prefix: string,
): { parts: T; lost: number } {
  const ids = new Set<string>();
  collect(parts, ids);
  let lost = 0;
  const isLost = (target: string): boolean => {
    const missing = target.startsWith(`#${prefix}`) && !ids.has(target.slice(1));
    if (missing) lost++;
    return missing;
  };
  return { parts: settle(parts, isLost) as T, lost };
}
