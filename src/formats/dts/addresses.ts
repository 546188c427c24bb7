/** Where answers are: as URI templates (RFC 6570). */

export interface DtsAddresses {
  readonly entry: string;
  /** With an id, of this collection or text; else of all. */
  collection(id?: string): string;
  navigation(id?: string): string;
  document(id?: string): string;
}

/** The folder of the files. */
export const dtsFolder = 'dts';

/** Of files in the folder `dts` of an edition that is published at this address. Names of files end in what any host serves with the right type. */
export function staticAddresses(edition: string): DtsAddresses {
  const base = `${edition}/${dtsFolder}`;
  return {
    entry: `${base}/index.jsonld`,
    collection: (id) =>
      `${base}/collection${id === undefined ? '{/id,nav}' : `/${encodeURIComponent(id)}{/nav}`}/index.jsonld`,
    navigation: (id) =>
      `${base}/navigation${id === undefined ? '{/resource}' : `/${encodeURIComponent(id)}`}{;tree,down,page}{/ref,start,end}/index.jsonld`,
    document: (id) =>
      `${base}/document${id === undefined ? '{/resource}' : `/${encodeURIComponent(id)}`}{;tree,mediaType}{/ref,start,end}/document.tei`,
  };
}
