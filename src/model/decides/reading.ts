import type { Kind } from '../reading.ts';
import { type StatusIs, statuses } from '../status.ts';
import { elements, ruleOf } from '../tei/elements.ts';
import type { TeiElement } from '../tei/names.ts';
import type { Group, Rule } from '../tei/rule.ts';

/**
 * What a row of the edition’s table makes of an element: another element of TEI, as which it is read. So a row can say nothing that the table of elements
 * does not know, and whatever follows from that element follows from the row.
 */

export interface Reading {
  /** As which element it is read; absent: as itself. */
  readonly as?: TeiElement;
  /** Looks that it has besides its own: words in `rend`. */
  readonly looks?: string;
  /** Its words are no text. */
  readonly isLeftOut: boolean;
}

/** A row as the settings have it. */
export type Row = Readonly<Record<string, string>>;

export interface RowFault {
  readonly key: string;
  readonly message: string;
  readonly fix: string;
}

/** The element that each kind of the reading vocabulary is called by, where a row names no role. Kinds that hold only certain others are none of these. */
const elementOfKind: Readonly<Partial<Record<Kind | 'nothing', TeiElement>>> = {
  block: 'ab', heading: 'head', item: 'item', line: 'l', span: 'phr', note: 'note',
  mark: 'gap', 'page-break': 'pb', 'line-break': 'lb', nothing: 'fw',
}; // prettier-ignore

const kinds: readonly string[] = Object.keys(elementOfKind);

/** Groups of elements whose roles a row can name: what is in a text, and needs nothing of certain elements around or in it. */
const groupsOfRoles: ReadonlySet<Group> = new Set<Group>([
  'title page', 'paragraph', 'letter and chapter parts', 'quotation', 'name', 'phrase', 'verse', 'drama', 'genetic', 'mark', 'speech', 'dictionary',
]); // prettier-ignore

/** Groups of elements whose status a row can name: those that need nothing next to them, and are in both views of a text. */
const groupsOfStatus: ReadonlySet<Group> = new Set<Group>(['supplied', 'state of the letters', 'genetic']);

/** Of the marks only these are points wherever they are. */
const marks: ReadonlySet<string> = new Set(['gap', 'vacat']);

const rolesOf = ({ role = '', names, group, point, becomes }: Rule): string[] =>
  groupsOfRoles.has(group) && point !== 'place' && kinds.includes(becomes) && (becomes !== 'mark' || marks.has(role))
    ? [role, names ?? ''].filter(Boolean)
    : [];

/** Elements by kind and role. */
const byRole = new Map<string, TeiElement>();
const byStatus = new Map<StatusIs, TeiElement>();
for (const [name, rule] of Object.entries(elements) as [TeiElement, Rule][]) {
  for (const role of rolesOf(rule))
    for (const key of [`${rule.becomes} ${role}`, ` ${role}`]) if (!byRole.has(key)) byRole.set(key, name);
  if (groupsOfStatus.has(rule.group) && rule.status !== undefined) byStatus.set(rule.status, name);
}

const rolesFor = (kind: string): string =>
  [...byRole.keys()]
    .flatMap((key) => (key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : []))
    .sort()
    .join(', ');

const wrong = (key: string, message: string, fix: string): RowFault => ({ key, message, fix });
const keys = ['kind', 'role', 'status', 'class', 'counted'];

function elementOf({ kind = '', role, status }: Row): TeiElement | RowFault | undefined {
  if (kind !== '' && !kinds.includes(kind))
    return wrong(
      'kind',
      `“${kind}” is not a kind`,
      `Write one of these: ${kinds.join(', ')}.${byRole.has(` ${kind}`) ? ` “${kind}” is a role.` : ''}`,
    );
  if (status !== undefined) {
    const known = byStatus.get(status as StatusIs);
    if (known === undefined)
      return wrong(
        'status',
        `“${status}” is not a status`,
        `Write one of these: ${statuses.filter((one) => byStatus.has(one)).join(', ')}.`,
      );
    if (role !== undefined || (kind !== '' && kind !== 'span'))
      return wrong('status', 'words with a status have no other kind or role', 'Leave out “kind” and “role”.');
    return known;
  }
  if (role !== undefined) {
    const known = byRole.get(`${kind} ${role}`);
    return (
      known ??
      wrong(
        'role',
        `“${role}” is not a role${kind === '' ? '' : ` of the kind “${kind}”`}`,
        `${rolesFor(kind) === '' ? 'Leave out “role”: this kind has no roles that a row can name.' : `Write one of these: ${rolesFor(kind)}.`} A name of your own goes into “class”.`,
      )
    );
  }
  return elementOfKind[kind as Kind];
}

/** What a row says, or what is wrong with it. */
export function readingOf(row: Row): Reading | RowFault {
  const unknown = Object.keys(row).find((key) => !keys.includes(key));
  if (unknown !== undefined)
    return wrong(
      unknown,
      `“${unknown}” is not a property of an element`,
      `Write one or more of these: ${keys.join(', ')}.`,
    );
  const { counted, class: looks } = row;
  if (counted !== undefined && counted !== 'no')
    return wrong('counted', `“counted” can only be “no”`, 'Leave it out: words that are text are counted.');
  if (
    counted === 'no' &&
    (row['role'] !== undefined || row['status'] !== undefined || (row['kind'] ?? 'nothing') !== 'nothing')
  )
    return wrong(
      'counted',
      'words that are not counted have no kind, role or status',
      'Leave out either “counted” or the others.',
    );
  if (looks !== undefined && !/^[\p{L}_][\p{L}\p{N}_-]*(?: [\p{L}_][\p{L}\p{N}_-]*)*$/u.test(looks))
    return wrong(
      'class',
      `“${looks}” is not a class`,
      'Write words of letters, digits, “-” and “_”, with a space between them.',
    );
  const as = counted === 'no' ? elementOfKind.nothing : elementOf(row);
  if (typeof as === 'object') return as;
  if (as === undefined && looks === undefined)
    return wrong('', 'the row says nothing', `Write one or more of these: ${keys.join(', ')}.`);
  const isLeftOut = as !== undefined && ruleOf(as)?.becomes === 'nothing';
  return { ...(as !== undefined && { as }), ...(looks !== undefined && !isLeftOut && { looks }), isLeftOut };
}
