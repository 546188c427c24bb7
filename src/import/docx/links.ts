/** Where links of a Word file lead. Words of a link that leads nowhere stay, and a finding says so. */
import type { Inline } from '../document.ts';
import { placeOfInline } from '../flow.ts';
import { pointer } from '../link-address.ts';
import { anchorId, type DocxContext } from './context.ts';

function lost(address: string, content: readonly Inline[], context: DocxContext): readonly Inline[] {
  const at = placeOfInline(content) ?? 0;
  context.findings.push({
    code: 'import-link',
    severity: 'review',
    message: `The link “${address.slice(0, 60)}” leads nowhere; its words were kept, the link was not.`,
    span: context.source.span(at, at + 1),
    fix: 'Correct it in the source and import again, or mark the link in the TEI.',
  });
  return content;
}

const ref = (target: string, content: readonly Inline[]): Inline[] =>
  content.length === 0 ? [] : [{ kind: 'phrase', element: 'ref', attributes: { target }, content }];

/** A link to an address. */
export function webLink(url: string, content: readonly Inline[], context: DocxContext): readonly Inline[] {
  const target = pointer(url);
  return target === undefined ? lost(url, content, context) : ref(target, content);
}

/** A link to a bookmark of the file. Links to what Word makes itself (the contents, the top) are not worth a word. */
export function bookmarkLink(
  name: string | undefined,
  content: readonly Inline[],
  context: DocxContext,
): readonly Inline[] {
  if (name === undefined || name === '_top' || name.startsWith('_Toc')) return content;
  return context.bookmarks.has(name) ? ref(`#${anchorId(name)}`, content) : lost(name, content, context);
}
