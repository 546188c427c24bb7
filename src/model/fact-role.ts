/** Facts of records and of register entries are blocks whose role names the element: `fact:repository`. No `type` of TEI has a colon. */

const before = 'fact:';

export const factRole = (name: string): string => before + name;

/** The element that a role of a fact names; undefined for any other role. */
export const factOf = (role: string | undefined): string | undefined =>
  role?.startsWith(before) === true ? role.slice(before.length) : undefined;
