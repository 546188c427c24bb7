/** Where links lead. What is not an address stays as words. */
import type { Image, ImageReference, Link, LinkReference } from 'mdast';
import type { Inline } from '../document.ts';
import { pointer } from '../link-address.ts';
import { startOf } from './syntax-tree.ts';
import { linkName, type MarkdownContext } from './context.ts';

function addressOf(node: Link | LinkReference | Image | ImageReference, context: MarkdownContext): string | undefined {
  return 'url' in node ? node.url : context.definitions.get(node.identifier)?.url;
}

/** A link around its words. */
export function link(
  node: Link | LinkReference,
  content: readonly Inline[],
  context: MarkdownContext,
): readonly Inline[] {
  const url = addressOf(node, context) ?? '';
  const own = url.startsWith('#') ? context.targets.get(linkName(url)) : undefined;
  const target = url.startsWith('#') ? own && `#${own}` : pointer(url);
  if (target) return [{ kind: 'phrase', element: 'ref', attributes: { target }, content }];
  context.findings.push({
    code: 'import-link',
    severity: 'review',
    message: `The link “${url.slice(0, 60)}” leads nowhere; its words were kept, the link was not.`,
    span: context.source.span(startOf(node), startOf(node) + 1),
    fix: 'Correct the address in the source and import again, or mark the link in the TEI.',
  });
  return content;
}

/** A picture with the words that stand for it. */
export function picture(node: Image | ImageReference, context: MarkdownContext): Inline[] {
  const url = pointer(addressOf(node, context) ?? '');
  const at = startOf(node);
  const alt = node.alt ?? '';
  const words: Inline[] = alt === '' ? [] : [{ kind: 'text', text: alt, at: at + 2 }];
  if (url === undefined) return words;
  const described: Inline[] =
    words.length > 0 ? [{ kind: 'phrase', element: 'figDesc', attributes: {}, content: words }] : [];
  const graphic: Inline = { kind: 'phrase', element: 'graphic', attributes: { url }, content: [] };
  return [{ kind: 'phrase', element: 'figure', attributes: {}, content: [graphic, ...described] }];
}
