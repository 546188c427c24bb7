import type { Chance } from '../harness/chance.ts';
import type { FindParts, Part, Parts } from './readable.ts';

/** Damages to a file, as accidents make them: a word, page mark, note call or note body is deleted, doubled, swapped with another or moved. */

export const actions = ['deleted', 'doubled', 'swapped', 'moved'] as const;
export const kinds = ['word', 'page', 'call', 'body'] as const;
type Action = (typeof actions)[number];

export interface Damage {
  /** For example `page moved`. */
  readonly name: string;
  readonly what: string;
  readonly content: string;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}
type Edit = Stretch & { readonly text: string };

/** Makes changes that do not overlap. */
function edit(content: string, edits: readonly Edit[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    out += content.slice(from, start) + text;
    from = end;
  }
  return out + content.slice(from);
}

const apart = (a: Stretch, b: Stretch): boolean => a.end <= b.start || b.end <= a.start;

/** The changes that an action makes; undefined where it cannot be done with these parts. */
function editsOf(action: Action, one: Part, other: Part, content: string): Edit[] | undefined {
  const own = content.slice(one.start, one.end);
  const space = one.kind === 'body' ? '' : ' ';
  switch (action) {
    case 'deleted':
      return [{ ...one, text: '' }];
    case 'doubled':
      return [{ ...one, text: own + (one.kind === 'word' ? ' ' : '') + own }];
    case 'swapped':
      if (!apart(one, other)) return undefined;
      return [
        { ...one, text: content.slice(other.start, other.end) },
        { ...other, text: own },
      ];
    case 'moved':
      if (!apart(one, other)) return undefined;
      return [
        { ...one, text: '' },
        { start: other.start, end: other.start, text: own + space },
      ];
  }
}

/** What a reader sees, in order: two files that agree in this are not a damage of each other. */
export const seen = ({ items, bodies }: Parts, ofDigits: boolean): string => {
  const text = [...items, ...bodies]
    .map(({ kind, text }) => `${ofDigits && kind === 'call' ? 'word' : kind} ${text}`)
    .join('\n');
  return ofDigits
    ? text
        .replace(/^word /gm, '')
        .replace(/\d/g, '\n$&\n')
        .replace(/\n+/g, '\n')
    : text;
};

/** A damage of this kind to the file; undefined where it has nothing that could suffer it. */
export function damage(
  content: string,
  find: FindParts,
  notes: number,
  kind: Part['kind'],
  action: Action,
  luck: Chance,
  ofDigits: boolean,
): Damage | undefined {
  const parts = find(content, notes);
  const of = kind === 'body' ? parts.bodies : parts.items.filter((part) => part.kind === kind);
  const targets = action === 'moved' && kind !== 'body' ? parts.items.filter((part) => part.kind === 'word') : of;
  if (of.length === 0 || targets.length === 0) return undefined;
  for (let tries = 0; tries < 8; tries++) {
    const [one, other] = [luck.pick(of), luck.pick(targets)];
    const edits = editsOf(action, one, other, content);
    const damaged = edits && edit(content, edits);
    if (damaged === undefined || damaged === content) continue;
    if (seen(find(damaged, notes), ofDigits) === seen(parts, ofDigits)) continue;
    return {
      name: `${kind} ${action}`,
      what: `${one.text.slice(0, 60)} / ${other.text.slice(0, 60)}`,
      content: damaged,
    };
  }
  return undefined;
}
