import type { XmlTag } from '../../source/xml.ts';
import { fieldMark } from '../structure.ts';
import { ruleOf } from '../tei/elements.ts';
import type { Rule } from '../tei/rule.ts';
import { isDictionaryQuotation } from './dictionaries.ts';
import { teiNamespace } from './elements.ts';

/**
 * What the streaming reader must know of TEI elements to say what words in a line are: the roles of docs/reading-vocabulary.md, and what the source
 * says next to the words (the day of a date). The roles are those of the one table (`src/model/tei/`); what depends on
 * attributes is decided here, and in phase 1 by templates; where the two differ, `verify` says so.
 */

type Attribute = (name: string) => string | undefined;

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

function said(name: string, attribute: Attribute): string {
  const given = attribute('title');
  if (given !== undefined) return given;
  return ruleOf(name)?.role === 'date' ? dateSaid(attribute) : '';
}

/** Kinds that are not words but links, pictures, cells and points. */
const wordless: ReadonlySet<string> = new Set(['cell', 'link', 'image', 'note', 'mark', 'formula']);

/** Its status takes the place of a role. */
const hasStatus = ({ becomes, status }: Rule): boolean => becomes === 'span' && status !== undefined;

/** The value of a `role` item. */
export const roleValue = (role: string, says = ''): string => `${role}${fieldMark}${says}`;

/** What the words in an element are; undefined where they are only words. `known`: it is an element that the vocabulary knows. */
export function roleOf(tag: XmlTag, known: boolean, parent?: string): string | undefined {
  const attribute: Attribute = (name) => tag.attributes.find((one) => one.name === name)?.value;
  const { local } = tag;
  const rule = ruleOf(local);
  if (rule !== undefined && (wordless.has(rule.becomes) || hasStatus(rule))) return undefined;
  if (tag.uri !== teiNamespace || !known) return roleValue(attribute('role') ?? 'unknown', attribute('title'));
  const type = attribute('type') ?? '';
  if (isDictionaryQuotation(local, parent))
    return roleValue(attribute('role') ?? (type === '' ? 'quote' : type), said(local, attribute));
  // Whatever `role` a name has in the source, on a page it is the name of somebody or something.
  if (rule?.names !== undefined) return roleValue(rule.names);
  if (rule?.role === 'term') return roleValue(/^(?:from|to)$/.test(type) ? 'organization' : 'term');
  if ((local === 'name' || local === 'rs') && Object.hasOwn(byType, type)) return roleValue(byType[type]!);
  const role = attribute('role') ?? rule?.role;
  return role === undefined ? undefined : roleValue(role, said(local, attribute));
}
