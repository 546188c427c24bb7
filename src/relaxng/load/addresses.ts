/** Addresses of schema files: paths with `/`, or addresses with a scheme. */

const scheme = /^[A-Za-z][A-Za-z0-9+.-]+:/;

/** The address that `href` means in a file at `base`. */
export function resolveAddress(href: string, base: string): string {
  if (scheme.test(href) || href.startsWith('/')) return href;
  const stem = base.slice(0, base.lastIndexOf('/') + 1);
  const root = /^(?:[A-Za-z][A-Za-z0-9+.-]+:\/\/[^/]*)?\/?/.exec(stem)![0];
  const parts: string[] = [];
  for (const part of (stem.slice(root.length) + href).split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return root + parts.join('/');
}

/** Is this an address with a scheme and without a fragment, as the name of a datatype library must be? */
export const isAbsolute = (address: string): boolean => scheme.test(address) && !address.includes('#');
