/** Where Word begins a page. A break that somebody typed and the one that Word noted after it are the same. */
import type { XmlNode } from './xml-tree.ts';
import type { Atom } from './atoms.ts';
import type { Choices } from './choices.ts';

/** The number of the page that begins at an element; empty where Word's pages do not count. */
export function wordPages(body: readonly Atom[], choices: Choices): ReadonlyMap<XmlNode, string> {
  const pages = new Map<XmlNode, string>();
  if (!choices.wordPages) return pages;
  let page = 1;
  let fresh = false;
  for (const atom of body) {
    if (atom.is === 'page' && !fresh && choices.shows(atom.state)) {
      pages.set(atom.node, String(++page));
      fresh = true;
    } else if (atom.is === 'text' && atom.text.trim() !== '') fresh = false;
  }
  return pages;
}
