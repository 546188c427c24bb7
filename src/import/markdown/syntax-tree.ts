/** CommonMark with footnotes, tables and strikethrough as GitHub has them. Every node knows its place in the source. */
import type { Node, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { checkLimits } from './limits.ts';

/** The tree of a text. What is before `from` is left out; places count in the whole text. */
export function syntaxTree(text: string, from: number): Root {
  checkLimits(text);
  const blank = text.slice(0, from).replace(/[^\r\n]/g, ' ');
  return fromMarkdown(blank + text.slice(from), {
    extensions: [gfmFootnote(), gfmTable(), gfmStrikethrough({ singleTilde: false })],
    mdastExtensions: [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
}

export const startOf = (node: Node): number => node.position?.start.offset ?? 0;
export const endOf = (node: Node): number => node.position?.end.offset ?? 0;
