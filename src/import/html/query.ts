/** Questions one asks a tree: words, classes, roles, relatives. */
import type { HtmlElement, HtmlNode } from './tree.ts';

export const elements = (parent: HtmlElement): HtmlElement[] => parent.children.filter((c) => c.kind === 'element');

/** All characters inside, in order. */
export const textOf = (node: HtmlNode): string =>
  node.kind === 'text' ? node.text : node.children.map(textOf).join('');

/** The words inside, white space made single. */
export const wordsIn = (node: HtmlNode): string => textOf(node).replace(/\s+/g, ' ').trim();

/** Are there no words inside? Ends at the first. */
export const isWordless = (node: HtmlNode): boolean =>
  node.kind === 'text' ? node.text.trim() === '' : node.children.every(isWordless);

/** Every element below, in order. */
export function* descendants(parent: HtmlElement): Generator<HtmlElement> {
  for (const element of elements(parent)) {
    yield element;
    yield* descendants(element);
  }
}

/** The element and those around it, from the inside. */
export function* ancestors(element: HtmlElement): Generator<HtmlElement> {
  for (let e: HtmlElement | undefined = element; e; e = e.parent) yield e;
}

const words = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter(Boolean);

export const classes = ({ attributes }: HtmlElement): string[] => words(attributes.class);

/** ARIA roles, and the kinds that EPUB gives (`epub:type`) in the same words. */
export const roles = ({ attributes }: HtmlElement): string[] => [
  ...words(attributes.role),
  ...words(attributes['epub:type']).map((t) => `doc-${t}`),
];

export const hasRole = (element: HtmlElement, ...wanted: readonly string[]): boolean =>
  roles(element).some((r) => wanted.includes(r));

/** Whether a class of the element matches. */
export const hasClass = (element: HtmlElement, pattern: RegExp): boolean =>
  classes(element).some((c) => pattern.test(c));

export const isInside = (element: HtmlElement, around: HtmlElement): boolean => {
  for (const a of ancestors(element)) if (a === around) return true;
  return false;
};

/** The innermost of `wanted` around an element, which may be the element itself. */
export function around(element: HtmlElement, wanted: { has(e: HtmlElement): boolean }): HtmlElement | undefined {
  for (const a of ancestors(element)) if (wanted.has(a)) return a;
  return undefined;
}

/** Elements by `id`, and anchors by `name`. */
export function byId(root: HtmlElement): Map<string, HtmlElement> {
  const found = new Map<string, HtmlElement>();
  for (const element of descendants(root)) {
    const names = [element.attributes.id, element.name === 'a' ? element.attributes.name : undefined];
    for (const name of names) if (name && !found.has(name)) found.set(name, element);
  }
  return found;
}

const samePage = (address: string, page: string): boolean =>
  page === address ||
  (address.startsWith('/') || !address.includes(':') ? page.endsWith(address.replace(/^\.?\/?/, '/')) : false);

/**
 * The name after `#` of a link to a place in the same page. `pages`: the addresses under which the page was published,
 * if it says any.
 */
export function fragment(link: HtmlElement, pages: readonly string[]): string | undefined {
  const { href } = link.attributes;
  if (link.name !== 'a' || href === undefined) return undefined;
  const hash = href.indexOf('#');
  if (hash < 0 || hash === href.length - 1) return undefined;
  const address = href.slice(0, hash);
  if (address !== '' && pages.length > 0 && !pages.some((page) => samePage(address, page))) return undefined;
  const name = href.slice(hash + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
