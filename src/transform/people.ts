import type { PersonName } from '../model/facts.ts';
import { markedNames, others, saysOthers } from './person-name.ts';

/** The people of a header by their parts in the edition. */

/** Attributes of a `person` as xslt/facts/people-facts.xsl writes them. */
type Attributes = Readonly<Record<string, string>>;

export interface People {
  readonly authors: readonly PersonName[];
  readonly editors: readonly PersonName[];
  readonly generalEditors: readonly PersonName[];
  readonly translators: readonly PersonName[];
}

type Part = keyof People;

/** What a `resp` may say, as a whole, for its people to be cited. */
const edited =
  /^(?:edited|editors?|herausgegeben|herausgeber(?:in)?|édit(?:é|eurs?|rice)|a cura)(?: (?:by|von|par|di))?:?$/i;
const translated =
  /^(?:translat(?:ed|ion|ors?)|übersetz(?:t|ung|er|erin)|trad(?:uit|uction|ucteurs?|uctrice|uzione))(?: (?:by|von|par|di))?:?$/i;

/** What a person is cited as; undefined for parts that no citation names (transcription, funding, encoding). */
function partOf(at: Attributes): Part | undefined {
  const { element, role = '', resp = '', key = '' } = at;
  if (element === 'respStmt') {
    if (translated.test(resp) || /(?:^|\/)trl$/.test(key)) return 'translators';
    return edited.test(resp) || /(?:^|\/)edt$/.test(key) ? 'editors' : undefined;
  }
  if (role === 'translator' || role === 'trl') return 'translators';
  if (element === 'author') return 'authors';
  return role === 'general' ? 'generalEditors' : 'editors';
}

/** Whether the source says that a name is that of a corporate body. */
const isOrganization = ({ organization, type = '' }: Attributes): boolean =>
  organization !== undefined || /^(?:org|corp|institution)/.test(type);

function namesOf(at: Attributes): PersonName[] {
  const { text = '', rest = '' } = at;
  const names: PersonName[] = !isOrganization(at)
    ? markedNames(at)
    : text === ''
      ? []
      : [{ literal: text, organization: true }];
  return saysOthers(rest) && names.length > 0 ? [...names, others] : names;
}

/** The people of a header; whoever has a statement of its own (`respStmt`) and is an editor already is named once. */
export function peopleOf(persons: readonly Attributes[]): People {
  const people = { authors: [], editors: [], generalEditors: [], translators: [] } as Record<Part, PersonName[]>;
  const named = new Set<string>();
  for (const at of persons) {
    const part = partOf(at);
    if (part === undefined) continue;
    for (const name of namesOf(at)) {
      const key = `${part} ${name.literal}`;
      if (at['element'] !== 'respStmt' || !named.has(key)) people[part].push(name);
      named.add(key);
    }
  }
  return people;
}
