import { isWebAddress } from '../../../model/authorities.ts';
import type { Edition } from '../../../model/edition.ts';
import { editionAddress, publicAddress } from '../../../model/public-address.ts';
import { stableUuid } from '../../uuid.ts';

/** What things are called in RDF: addresses of the edition where it has one, else names made from its id. */

export interface Names {
  readonly edition: string;
  /** Of the file below the edition’s folder. */
  file(path: string): string;
  unit(id: string): string;
  entity(key: string): string;
}

export function namesIn(edition: Edition): Names {
  const said = editionAddress(edition);
  const address = said !== undefined && isWebAddress(said) && !/[?#]/.test(said) ? said : undefined;
  const urn = `urn:uuid:${stableUuid(edition.id)}`;
  const hash = (id: string): string => `#${encodeURIComponent(id)}`;
  return address === undefined
    ? {
        edition: urn,
        file: (path) => path.replace(/^rdf\//, ''),
        unit: (id) => urn + hash(id),
        entity: (key) => urn + hash(`entity-${key}`),
      }
    : {
        edition: `${address}/`,
        file: (path) => `${address}/${path}`,
        unit: (id) => publicAddress(id, edition)!,
        entity: (key) => `${address}/${hash(`entity-${key}`)}`,
      };
}
