import type { XmlTag } from '../../source/xml.ts';
import { looks } from '../../model/reading.ts';
import { factRole } from '../../model/fact-role.ts';
import { type Aspect, fieldMark } from '../../model/structure.ts';
import { statusPart } from '../../model/united-statuses.ts';

/** What a tag of a page says of its words: the reader's own table, which knows nothing of the writers. */

export type Property = readonly [aspect: Aspect, value: string];

/** Attributes and classes of a tag. */
export interface Tag {
  readonly name: string;
  readonly classes: readonly string[];
  readonly get: (attribute: string) => string | undefined;
}

export function tagOf({ name, attributes }: XmlTag): Tag {
  const values = new Map(attributes.map((attribute) => [attribute.name, attribute.value]));
  return { name, classes: values.get('class')?.split(' ') ?? [], get: (attribute) => values.get(attribute) };
}

const lookNames: ReadonlySet<string> = new Set(looks);
const lookOf: Readonly<Record<string, string>> = {
  i: 'italic',
  b: 'bold',
  u: 'underline',
  s: 'strikethrough',
  sup: 'superscript',
  sub: 'subscript',
  // In brackets, so that the test of the catalogue does not take it for the code of a finding.
  ['code']: 'monospace',
};

const roleClasses = new Set(
  `opener closer postscript address stanza epigraph dateline salute signed byline trailer source-note speaker stage title caption
  imprint title-group description argument utterance`.split(/\s+/),
);
const listClasses = new Set('bulleted ordered labelled plain subject participants cast register'.split(' '));
export const nameKinds: ReadonlySet<string> = new Set(['person', 'organization', 'place', 'term']);
const kindClasses = new Set('item label table row line speech figure'.split(' '));

const value = (kind: string, role = '', n = ''): string => [kind, role, n].join(fieldMark);

const number = (tag: Tag): string => tag.get('value') ?? tag.get('data-n') ?? '';

/** Elements that are blocks by their name alone. */
function byName(tag: Tag): string | undefined {
  const { name, classes } = tag;
  const isOurs = tag.get('data-generated') !== undefined || classes.includes('stray');
  if (isOurs) return undefined;
  if (/^h[1-6]$/.test(name)) return value('heading');
  if (name === 'li' || name === 'dd') return value('item', '', number(tag));
  if (name === 'dt') return value('label');
  if (name === 'section' && !classes.includes('notes')) return value('section', tag.get('data-type'));
  if (name === 'table' || name === 'figure') return value(name);
  return name === 'tr' ? value('row') : undefined;
}

/** Blocks that are reported by a class, whether their element is a `p`, a `div` or, among words, a `span`. */
function byClass(tag: Tag): string | undefined {
  const { name, classes } = tag;
  const has = (wanted: string): boolean => classes.includes(wanted);
  if (has('subheading')) return value('heading');
  if (has('section')) return value('section', tag.get('data-type'));
  if (has('list')) return value('list', tag.get('data-type') ?? classes.find((each) => listClasses.has(each)));
  const kind = classes.find((each) => kindClasses.has(each));
  if (kind === 'item') return value('item', '', number(tag));
  if (kind === 'line') return value(kind, tag.get('data-type') ?? '', number(tag));
  if (kind !== undefined) return value(kind);
  if (has('cell')) return undefined;
  if (has('address-line')) return value('block', 'line');
  const type = tag.get('data-type');
  if (has('fact')) return value('block', factRole(type ?? ''));
  const role = classes.find((each) => roleClasses.has(each)) ?? type;
  if (role !== undefined) return value('block', role);
  return value('block', name === 'blockquote' || (name === 'span' && !has('p')) ? 'quote' : 'paragraph');
}

/** The block that an element is: kind, role, number. */
export function blockOf(tag: Tag): string | undefined {
  const { name, classes } = tag;
  if (name === 'p' || name === 'blockquote') return byClass(tag);
  if (name === 'div' && tag.get('role') === undefined && !classes.includes('inline'))
    return classes.length === 1 && classes[0] === 'table' ? undefined : byClass(tag);
  if (name === 'span' && (classes.includes('block') || classes.includes('label'))) return byClass(tag);
  return byName(tag);
}

/** Whether an element is a cell: `td`, `th`, or a cell among words. */
export const isCell = ({ name, classes, get }: Tag): boolean =>
  ((name === 'td' || name === 'th') && get('data-generated') === undefined && !classes.includes('stray')) ||
  (name === 'span' && classes.includes('cell'));

/** The value of a cell: as the source says how many columns and rows it covers, where that is not what the table shows. */
export const cellValue = ({ get }: Tag, row: number, place: number): string =>
  [row, place, get('data-cols') ?? get('colspan') ?? '1', get('data-rows') ?? get('rowspan') ?? '1'].join(fieldMark);

function pointer(tag: Tag): Property[] {
  const { name, classes, get } = tag;
  const found: Property[] = [];
  const ref = get('data-ref');
  if (ref !== undefined) found.push(['pointer', `name${fieldMark}${ref}`]);
  const href = name === 'a' && !classes.includes('name') ? get('href') : undefined;
  const to = href ?? (classes.includes('unresolved') ? get('data-target') : undefined);
  if (to !== undefined) found.push(['pointer', `link${fieldMark}${to}`]);
  return found;
}

const silent = 'date foreign gap quote substitution stage'.split(' ');
const byElement: Readonly<Record<string, string>> = { cite: 'title', em: 'emphasis', ruby: 'ruby' };
const sides = /^In the source: /;
const states =
  'supplied unclear surplus secluded expansion abbreviation corrected erroneous regularized original damaged restored retraced event'.split(
    ' ',
  );

/** What the words in an element are, and what the source says next to them; undefined where the element says nothing of it. */
export function roleOf(tag: Tag): { role: string; said: string; titled: boolean } | undefined {
  const { name, classes, get } = tag;
  if (name === 'time') return { role: 'date', said: get('datetime') ?? '', titled: false };
  const kind = classes.includes('name') ? classes.find((each) => nameKinds.has(each)) : undefined;
  if (kind !== undefined) return { role: kind, said: '', titled: true };
  if (classes.includes('expanded'))
    return { role: 'expanded', said: (get('title') ?? '').replace(sides, ''), titled: true };
  if (classes.includes('mark')) return undefined;
  const role = byElement[name] ?? classes.find((each) => silent.includes(each)) ?? get('data-type');
  return role === undefined ? undefined : { role, said: '', titled: false };
}

/** What was done to the words in an element: what it is, then what the source says of it. */
export function statusOf({ name, classes, get }: Tag): string | undefined {
  if (classes.includes('mark')) return undefined;
  const is = name === 'ins' ? 'added' : name === 'del' ? 'deleted' : classes.find((each) => states.includes(each));
  if (is === undefined) return undefined;
  const title = get('title') ?? '';
  const said = is === 'corrected' || is === 'regularized' ? title.replace(sides, '') : title;
  const fields = ['data-why', 'data-cert', 'data-place', 'data-hand'].map((field) => get(field) ?? '');
  return [is, ...fields, said].join(fieldMark);
}

const marks = new Set(['gap', 'vacat', 'hand', 'event', 'pause']);

/** The point that an element is: a gap, an empty space, a change of hand. */
export function markOf({ classes, get }: Tag): string | undefined {
  if (!classes.includes('mark')) return undefined;
  const role = classes.find((each) => marks.has(each)) ?? '';
  return [role, get('data-why') ?? '', get('data-extent') ?? ''].join(fieldMark);
}

/** Properties of the words in an element; `isBlock`: it is on lines of its own. */
export function rangesOf(tag: Tag, isBlock: boolean): Property[] {
  const { name, classes, get } = tag;
  const shown = [...(lookOf[name] ? [lookOf[name]] : []), ...classes.filter((each) => lookNames.has(each))];
  const found: Property[] = [...new Set(shown)].map((look) => ['look', look]);
  const rend = get('data-rend');
  if (rend !== undefined) found.push(['look', `rend${fieldMark}${rend}`]);
  if (name === 'th') found.push(['look', `heads${fieldMark}${get('scope') === 'col' ? 'column' : 'row'}`]);
  const is = isBlock || name === 'article' ? undefined : roleOf(tag);
  const status = isBlock || name === 'article' ? undefined : statusOf(tag);
  const who = get('data-who');
  if (who !== undefined) found.push(['speaker', who]);
  if (status !== undefined) found.push(['status', statusPart(status, get('data-part'))]);
  else if (is) found.push(['role', `${is.role}${fieldMark}${is.said}`]);
  const language = get('lang');
  if (language !== undefined) found.push(['language', language]);
  return [...found, ...pointer(tag)];
}

/** The picture that an element shows or names: its address in the page, and the text that stands for it. */
export function pictureOf({ name, classes, get }: Tag): string | undefined {
  if (name === 'img') return `${get('src') ?? ''}${fieldMark}${get('alt') ?? ''}`;
  return name === 'span' && classes.includes('image')
    ? `${get('data-target') ?? ''}${fieldMark}${get('title') ?? ''}`
    : undefined;
}
