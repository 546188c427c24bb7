import type { Spine } from '../../model/spine.ts';

/** Calls and bodies of notes in a page, which lead to each other. */

export interface Call {
  readonly label: string;
  readonly target: string;
  readonly id: string;
}

export interface Body {
  readonly label: string;
  readonly id: string;
  /** Where its number leads. */
  readonly back: string;
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** Marks the label of a note that no call of that label leads to, or that does not lead back to it, so that the proof names it. */
export function pairCalls(spine: Spine, calls: readonly Call[], bodies: readonly Body[]): Spine {
  const leads = new Map(calls.map(({ label, target, id }) => [`${decode(target)} ${label}`, id]));
  const notes = spine.notes.map((note, i) => {
    const { id, label, back } = bodies[i]!;
    const call = leads.get(`#${id} ${label}`);
    if (call === undefined) return { ...note, label: `${label} (no call leads here)` };
    return decode(back) === `#${call}` ? note : { ...note, label: `${label} (does not lead back to its call)` };
  });
  return { ...spine, notes };
}
