import type { NamedWitness } from '../../model/witness-names.ts';

/** The folder of the reading pages, below the output folder. */
const folder = 'documents';

/** Where a unit's page is, below the output folder. */
export const pagePath = (id: string): string => `${folder}/${id}.html`;

/** Where the page with its diplomatic view is. */
export const diplomaticPath = (id: string): string => pagePath(`${id}.diplomatic`);

/** Where the page with the text of a witness is. */
export const witnessPath = (id: string, { name }: NamedWitness): string => pagePath(`${id}.witness-${name}`);

/** An address below the output folder as a link: characters that no address may hold are percent-encoded. */
export function address(path: string): string {
  return encodeURI(path).replace(/[#?]/g, encodeURIComponent);
}

/** The address of a unit's page, seen from another page. */
export const pageAddress = (id: string): string => address(`${id}.html`);

/** The address of the page with a unit’s diplomatic view. */
export const diplomaticAddress = (id: string): string => pageAddress(`${id}.diplomatic`);

/** The address of the page with the text of a witness. */
export const witnessAddress = (id: string, { name }: NamedWitness): string => pageAddress(`${id}.witness-${name}`);

/** `#id`, percent-encoded. */
export const fragment = (id: string): string => `#${encodeURI(id)}`;

/**
 * Characters that may be in an address as they are (RFC 3986 section 2), the percent sign and all that is not ASCII
 * apart.
 */
const illegal = /[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%\u00a0-\uffff]|%(?![0-9A-Fa-f]{2})/g;

const percentEncoded = (text: string): string => text.replace(illegal, (character) => encodeURIComponent(character));

/**
 * A web or mail address from a source as it may be in a link; undefined for everything else (`javascript:`, `data:`, a
 * file).
 */
export function externalAddress(target: string): string | undefined {
  const trimmed = target.trim();
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(trimmed)) return percentEncoded(trimmed);
  if (!/^https?:\/\/[^\s/]/i.test(trimmed)) return undefined;
  const written = percentEncoded(trimmed);
  return URL.canParse(written) ? written : undefined;
}
