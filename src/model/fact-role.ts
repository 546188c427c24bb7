/** Facts of records and of register entries are blocks whose role names the element: `fact:repository`. No `type` of TEI has a colon. */

const before = 'fact:';

export const factRole = (name: string): string => before + name;

/** Facts of which the type says what they are: an identifier of some list, the sending of a letter. */
export const typedFact = (name: string, type: string | undefined): string =>
  type === undefined ? name : `${name}.${type}`;

/** The element that a role of a fact names; undefined for any other role. */
export const factOf = (role: string | undefined): string | undefined =>
  role?.startsWith(before) === true ? role.slice(before.length) : undefined;
