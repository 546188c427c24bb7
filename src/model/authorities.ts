/** Authority files that libraries keep of persons, places and subjects, recognised by the addresses that they give to their entries. */

interface Authority {
  readonly name: string;
  /** An address of theirs, in whatever form it is written; the first group is the id. */
  readonly address: RegExp;
  /** The address of an id in the one form that the authority itself gives. */
  readonly form: (id: string) => string;
  /** Names under which `idno/@type` knows it, in lower case; and what an id there looks like. */
  readonly types: readonly string[];
  readonly id: RegExp;
}

/** In the order in which they are columns of tables. */
const table: readonly Authority[] = [
  {
    name: 'gnd',
    address: /^https?:\/\/(?:www\.)?d-nb\.info\/(?:gnd\/)?([0-9]+(?:-?[0-9X])?)(?:\/about.*|\/)?$/i,
    form: (id) => `https://d-nb.info/gnd/${id}`,
    types: ['gnd', 'pnd', 'gkd', 'swd'],
    id: /^[0-9]+-?[0-9X]$/,
  },
  {
    name: 'viaf',
    address: /^https?:\/\/(?:www\.)?viaf\.org\/viaf\/([0-9]+)(?:\/.*)?$/i,
    form: (id) => `https://viaf.org/viaf/${id}`,
    types: ['viaf'],
    id: /^[0-9]+$/,
  },
  {
    name: 'wikidata',
    address: /^https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(Q[0-9]+)\/?$/i,
    form: (id) => `https://www.wikidata.org/entity/${id}`,
    types: ['wikidata', 'wd'],
    id: /^Q[0-9]+$/,
  },
  {
    name: 'geonames',
    address: /^https?:\/\/(?:www\.|sws\.)?geonames\.org\/([0-9]+)(?:\/.*)?$/i,
    form: (id) => `https://sws.geonames.org/${id}/`,
    types: ['geonames'],
    id: /^[0-9]+$/,
  },
  {
    name: 'lcnaf',
    address: /^https?:\/\/id\.loc\.gov\/authorities\/(?:names\/)?(n[a-z]*[0-9]+)(?:\.html)?\/?$/i,
    form: (id) => `http://id.loc.gov/authorities/names/${id}`,
    types: ['lccn', 'lcnaf', 'lc'],
    id: /^n[a-z]*[0-9]+$/,
  },
];

/** Names of the authorities that are recognised, in the order of columns. */
export const authorityNames = table.map(({ name }) => name);

export interface AuthorityId {
  /** One of `authorityNames`. */
  readonly authority: string;
  readonly id: string;
  /** The address in the form that the authority gives. */
  readonly address: string;
}

/** What an address names; undefined where it is of no authority that we know. */
export function authorityOf(address: string): AuthorityId | undefined {
  for (const { name, address: pattern, form } of table) {
    const id = pattern.exec(address)?.[1];
    if (id !== undefined) return { authority: name, id, address: form(id) };
  }
  return undefined;
}

/** Characters and escapes that an address on the web cannot have (RFC 3986), although browsers accept some of them. */
const unfit = /[\s<>"{}|\\^`[\]\p{Co}\p{Cc}\p{Cs}]|%(?![0-9A-Fa-f]{2})|#.*#/u;

/** Whether this is the address of something on the web, which every program can read. */
export const isWebAddress = (value: string): boolean =>
  /^https?:\/\/[^/?#]/i.test(value) && !unfit.test(value) && URL.canParse(value);

/** The address that an `idno` stands for: itself, or by its type that of an authority; undefined for all others. */
export function addressOfIdno(type: string | undefined, value: string): string | undefined {
  if (isWebAddress(value)) return authorityOf(value)?.address ?? value;
  const known = table.find(({ types }) => types.includes((type ?? '').toLowerCase()));
  return known?.id.test(value) ? known.form(value) : undefined;
}

/** The web addresses among pointers, each in the form that its authority gives. */
export const webAddresses = (pointers: string): string[] =>
  pointers.split(/[ \t\r\n]+/).flatMap((one) => addressOfIdno(undefined, one) ?? []);
