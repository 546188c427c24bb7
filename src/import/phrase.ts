import type { Inline, Phrase, PhraseElement } from './document.ts';

/** A range in an element of its own. */
export const phrase = (
  element: PhraseElement,
  content: readonly Inline[],
  attributes: Readonly<Record<string, string>> = {},
): Phrase => ({ kind: 'phrase', element, attributes, content });
