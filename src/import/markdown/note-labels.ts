/**
 * What the calls show: the numbers and symbols of the source where all of them are such, else the numbers 1, 2,
 * 3 …
 */
import type { FootnoteDefinition, Root } from 'mdast';
import { callsOf, definitionsOf } from './notes-and-anchors.ts';

export interface LabelledNote {
  readonly definition: FootnoteDefinition;
  readonly label: string;
  readonly called: boolean;
}

const printed = /^(?:\d{1,4}[a-z]?|[*†‡§]{1,3}|[a-z])$/u;

/** The notes in the order of the source. A second note of the same name is kept, without a call. */
export function labelNotes(root: Root): LabelledNote[] {
  const definitions = definitionsOf(root);
  const calls = callsOf(root);
  const order = new Map(calls.map((name, i) => [name, i]));
  const asTyped = definitions.every((d) => printed.test(d.label ?? d.identifier));
  const seen = new Set<string>();
  let next = calls.length;
  return definitions.map((definition) => {
    const index = order.get(definition.identifier) ?? -1;
    const twin = seen.has(definition.identifier);
    seen.add(definition.identifier);
    const called = index >= 0 && !twin;
    const number = called ? index + 1 : asTyped ? 0 : ++next;
    return { definition, label: asTyped ? (definition.label ?? definition.identifier) : String(number), called };
  });
}

/** The index of the note that a call of this name calls. */
export const calledNotes = (notes: readonly LabelledNote[]): ReadonlyMap<string, number> =>
  new Map(notes.flatMap(({ called, definition }, i) => (called ? [[definition.identifier, i]] : [])));
