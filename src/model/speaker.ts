import type { EditionContext, UnitInfo } from './edition.ts';

/**
 * Who speaks, as a page or a text says it: the names that the registers have for what `who` points to, else the ids that it gives. Writers and
 * readers of outputs share this: the words are ours, and what is proven is that they are those of this speaker.
 */
export function speakerName(who: string, unit: UnitInfo, edition: EditionContext): string {
  const names = who.split(/\s+/).flatMap((target) => {
    if (target === '') return [];
    return edition.register(target, unit)?.name ?? target.replace(/^[^#]*#/, '').replace(/^[a-z]+:/i, '');
  });
  return names.join(' / ').replace(/\s+/g, ' ').trim();
}
