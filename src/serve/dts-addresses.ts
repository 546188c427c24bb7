import type { DtsAddresses } from '../formats/dts/addresses.ts';

/** The addresses of the text service of a server, whose DTS begins at `base`, as URI templates (RFC 6570). */
export function servedAddresses(base: string): DtsAddresses {
  const one = (name: string, key: string, parameters: string, id: string | undefined): string =>
    id === undefined
      ? `${base}/${name}{?${key},${parameters}}`
      : `${base}/${name}?${key}=${encodeURIComponent(id)}{&${parameters}}`;
  return {
    entry: `${base}/`,
    collection: (id) => one('collection', 'id', 'nav,page', id),
    navigation: (id) => one('navigation', 'resource', 'ref,start,end,down,tree,page', id),
    document: (id) => one('document', 'resource', 'ref,start,end,tree,mediaType', id),
  };
}
