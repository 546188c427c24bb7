import { attributeOf, type DocumentSelector } from '../model/read-tei/structure.ts';
import type { SourceText } from '../source/text.ts';
import type { XmlHandler, XmlTag } from '../source/xml.ts';
import type { WatchedFile } from './rule.ts';

/** Keeps, for all rules together, where in a file the reader stands. Its handler goes before theirs. */
export function watchFile(
  source: SourceText,
  selector: DocumentSelector | undefined,
): { handler: XmlHandler; watched: WatchedFile } {
  const ancestors: XmlTag[] = [];
  const documents: XmlTag[] = [];
  const watched = { source, ancestors, inText: false, document: undefined as XmlTag | undefined };
  let texts = 0;

  const isDocument = (tag: XmlTag): boolean =>
    tag.local === 'text' ||
    (tag.local === selector?.element &&
      (!selector.attribute || attributeOf(tag, selector.attribute.name) === selector.attribute.value));

  const open = (tag: XmlTag): void => {
    ancestors.push(tag);
    if (!isDocument(tag)) return;
    if (tag.local === 'text') watched.inText = ++texts > 0;
    documents.push(tag);
    watched.document = tag;
  };
  const close = (tag: XmlTag): void => {
    ancestors.pop();
    if (documents[documents.length - 1] !== tag) return;
    documents.pop();
    watched.document = documents[documents.length - 1];
    if (tag.local === 'text') watched.inText = --texts > 0;
  };
  return { handler: { open, close }, watched };
}
