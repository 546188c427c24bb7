import type { EditionContext } from './edition.ts';

/** Where things are published, as the setting `baseUrl` says: `https://example.org/edition`, or, with addresses of its own, `…/{id}`. */

type Base = Pick<EditionContext, 'baseUrl'>;

/** The address of the edition; undefined where none is known. */
export const editionAddress = ({ baseUrl }: Base): string | undefined => baseUrl?.replace(/\/?\{id\}.*$/, '');

/** The address of the unit with this id; undefined where none is known. */
export function publicAddress(id: string, { baseUrl }: Base): string | undefined {
  if (baseUrl === undefined) return undefined;
  const name = encodeURIComponent(id);
  return baseUrl.includes('{id}') ? baseUrl.replace('{id}', name) : `${baseUrl}/documents/${name}.html`;
}
