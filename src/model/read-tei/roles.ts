import type { XmlTag } from '../../source/xml.ts';
import { fieldMark } from '../structure.ts';
import { teiNamespace } from './elements.ts';

/**
 * What the streaming reader must know of TEI elements to say what words in a line are: the roles of docs/reading-vocabulary.md, and what the source
 * says next to the words (the day of a date, the extent of a gap). Phase 1 decides the same in XSLT, on its own; where the two differ, `verify`
 * says so.
 */

type Attribute = (name: string) => string | undefined;

const always: ReadonlyMap<string, string> = new Map(
  Object.entries({
    emph: 'emphasis',
    title: 'title',
    foreign: 'foreign',
    date: 'date',
    time: 'date',
    gap: 'gap',
    corr: 'correction',
    reg: 'regularization',
    expan: 'expansion',
    sic: 'as-printed',
    orig: 'as-printed',
    add: 'addition',
    del: 'deletion',
    subst: 'substitution',
    supplied: 'supplied',
    unclear: 'unclear',
    formula: 'formula',
    notatedMusic: 'formula',
    lem: 'reading',
    rdg: 'reading',
    persName: 'person',
    orgName: 'organization',
    ...{ quote: 'quote', cit: 'quote', q: 'quote', said: 'quote' },
    ...Object.fromEntries(
      'placeName settlement country region district bloc geogName geogFeat'.split(' ').map((name) => [name, 'place']),
    ),
    ...Object.fromEntries('stage camera sound tech view caption move'.split(' ').map((name) => [name, 'stage'])),
  }),
);

const names = new Set(
  'persName orgName placeName settlement country region district bloc geogName geogFeat'.split(' '),
);

const byType: Readonly<Record<string, string>> = {
  person: 'person',
  org: 'organization',
  organization: 'organization',
  place: 'place',
};

/** Sides of a `choice` that say what the other sides are. */
export const sayOthers: ReadonlySet<string> = new Set(['corr', 'reg', 'expan', 'sic', 'orig']);

function dateSaid(attribute: Attribute): string {
  const between = (...ends: (string | undefined)[]): string => ends.filter((end) => end !== undefined).join('/');
  const certain = attribute('when') ?? between(attribute('from'), attribute('to'));
  return certain === '' && attribute('when') === undefined
    ? between(attribute('notBefore'), attribute('notAfter'))
    : certain;
}

const gapSaid = (attribute: Attribute): string =>
  [attribute('reason'), attribute('quantity') ?? attribute('extent'), attribute('unit')]
    .filter((part) => part !== undefined)
    .join(' ');

function said(name: string, attribute: Attribute): string {
  const given = attribute('title');
  if (given !== undefined) return given;
  if (name === 'date' || name === 'time') return dateSaid(attribute);
  return name === 'gap' ? gapSaid(attribute) : '';
}

/** Elements that are no words but links, pictures and cells. */
const wordless = new Set('cell ref ptr graphic media note'.split(' '));

/** The value of a `role` item. */
export const roleValue = (role: string, says = ''): string => `${role}${fieldMark}${says}`;

/** What the words in an element are; undefined where they are only words. `known`: it is an element that the vocabulary knows. */
export function roleOf(tag: XmlTag, known: boolean): string | undefined {
  const attribute: Attribute = (name) => tag.attributes.find((one) => one.name === name)?.value;
  const { local } = tag;
  if (wordless.has(local)) return undefined;
  if (tag.uri !== teiNamespace || !known) return roleValue(attribute('role') ?? 'unknown', attribute('title'));
  const type = attribute('type') ?? '';
  // Whatever `role` a name has in the source, on a page it is the name of somebody or something.
  if (names.has(local)) return roleValue(always.get(local)!);
  if (local === 'term' || local === 'gloss') return roleValue(/^(?:from|to)$/.test(type) ? 'organization' : 'term');
  if ((local === 'name' || local === 'rs') && Object.hasOwn(byType, type)) return roleValue(byType[type]!);
  const role = attribute('role') ?? always.get(local);
  return role === undefined ? undefined : roleValue(role, said(local, attribute));
}
