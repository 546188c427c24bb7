/** The words of what was read, without marks. */
import type { Block, Inline } from './document.ts';

const raw = (content: readonly Inline[]): string =>
  content
    .map((c) => (c.kind === 'text' ? c.text : c.kind === 'phrase' ? raw(c.content) : c.kind === 'call' ? '' : ' '))
    .join('');

/** The words of some content, white space made single; calls leave no trace, breaks a space. */
export const wordsOf = (content: readonly Inline[]): string => raw(content).replace(/\s+/g, ' ').trim();

/** The words of a paragraph; of other blocks none. */
export const wordsOfParagraph = (block: Block): string => (block.kind === 'paragraph' ? wordsOf(block.content) : '');
