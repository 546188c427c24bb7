import type { EditionContext, UnitInfo } from '../edition.ts';
import type { Agent, PersonName } from '../facts.ts';
import { typographic } from './typography.ts';

/** A name in a bibliography, with the property names of CSL: taken apart, or (organisations, and persons of whom only a surname is known) as one string. */
export type CitationName =
  | {
      readonly family: string;
      readonly given: string;
      readonly suffix?: string;
      readonly 'non-dropping-particle'?: string;
    }
  | { readonly literal: string };

/** “et al.”, as BibTeX writes it; the readers of CSL-JSON and RIS pass it on. */
export const others: CitationName = { literal: 'others' };

export const isOthers = (name: CitationName): boolean => 'literal' in name && name.literal === 'others';

/** A suffix that registers put after the given name: `Llewellyn E., Jr.` */
const suffixOfGiven = /,\s*(Jr\.?|Sr\.?|II|III|IV)$/;

/** Life dates that registers put after a name: `Cross, Victoria (1868-1952)`. */
const lifeDates = /\s*\((?=[^()]*\d{4})[^()]*\)$/;

/** `Robert J.G.`: to bibliography programs these are two initials only with a space between them. */
const initials = /(?<=^|[ .-])(\p{Lu})\.(?=\p{Lu})/gu;

/** `John C. Houston, Jr.`: what is before the suffix of a full name is the family name. */
const withSuffix = /^([^,]+) ([^, ]+), ((?:Jr|Sr)\.?)$/;

function takenApart(literal: string): CitationName {
  const [, given, family, suffix] = withSuffix.exec(literal) as unknown as [string, string, string, string];
  return { family: typographic(family), given: typographic(given), suffix };
}

/** A person's name; as one string where family and given name are not both known. */
export function personCitationName(person: PersonName): CitationName {
  const { family, literal, particle } = person;
  if (person.others) return others;
  if (person.organization) return { literal: typographic(literal) };
  const names = person.given?.replace(lifeDates, '');
  const suffix = person.suffix ?? suffixOfGiven.exec(names ?? '')?.[1];
  const given = names?.replace(suffixOfGiven, '').replace(initials, '$1. ');
  if (!family || !given) return withSuffix.test(literal) ? takenApart(literal) : { literal: typographic(literal) };
  return {
    family: typographic(family),
    given: typographic(given),
    ...(suffix && { suffix: typographic(suffix) }),
    ...(particle && { 'non-dropping-particle': typographic(particle) }),
  };
}

/** The name of a sender or recipient: in full where the register has it, else as far as the document gives it. */
export function agentCitationName(agent: Agent, unit: UnitInfo, edition: EditionContext): CitationName {
  const entry = agent.key === undefined ? undefined : edition.register(agent.key, unit);
  if (agent.kind === 'organization' || entry?.kind === 'organization')
    return { literal: typographic(entry?.name ?? agent.name.literal) };
  if (agent.name.family && agent.name.given) return personCitationName(agent.name);
  if (entry?.family && entry.given) return personCitationName({ ...entry, literal: entry.name });
  return personCitationName(agent.name);
}

/** `van Gogh`, `d’Alembert`, `Goethe`. */
export function familyName(name: Exclude<CitationName, { literal: string }>): string {
  const particle = name['non-dropping-particle'];
  if (particle === undefined) return name.family;
  return `${particle}${/[’-]$/.test(particle) ? '' : ' '}${name.family}`;
}

/** `Sanford, William F., Jr.` */
export function invertedName(name: CitationName): string {
  return 'literal' in name ? name.literal : [familyName(name), name.given, name.suffix].filter(Boolean).join(', ');
}

/** `William F. Sanford, Jr.` */
export function runningName(name: CitationName): string {
  if ('literal' in name) return name.literal;
  const suffix = name.suffix === undefined ? '' : `${/^[IVX]+$/.test(name.suffix) ? ' ' : ', '}${name.suffix}`;
  return `${name.given} ${familyName(name)}${suffix}`;
}
