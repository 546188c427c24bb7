import type { EditionContext, UnitInfo } from '../edition.ts';
import type { Agent, PersonName } from '../facts.ts';
import { typographic } from './typography.ts';

/** A name in a bibliography: taken apart, or (organisations, and persons of whom only a surname is known) as one string. */
export type CitationName =
  { readonly family: string; readonly given: string; readonly suffix?: string } | { readonly literal: string };

/** A suffix that registers put after the given name: `Llewellyn E., Jr.` */
const suffixOfGiven = /,\s*(Jr\.?|Sr\.?|II|III|IV)$/;

/** Life dates that headers put after a name: `Cross, Victoria (1868-1952)`. */
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
  const { family, literal } = person;
  const names = person.given?.replace(lifeDates, '');
  const suffix = person.suffix ?? suffixOfGiven.exec(names ?? '')?.[1];
  const given = names?.replace(suffixOfGiven, '').replace(initials, '$1. ');
  if (!family || !given) return withSuffix.test(literal) ? takenApart(literal) : { literal: typographic(literal) };
  const name = { family: typographic(family), given: typographic(given) };
  return suffix ? { ...name, suffix: typographic(suffix) } : name;
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

/** `Sanford, William F., Jr.` */
export function invertedName(name: CitationName): string {
  return 'literal' in name ? name.literal : [name.family, name.given, name.suffix].filter(Boolean).join(', ');
}

/** `William F. Sanford, Jr.` */
export function runningName(name: CitationName): string {
  if ('literal' in name) return name.literal;
  const suffix = name.suffix === undefined ? '' : `${/^[IVX]+$/.test(name.suffix) ? ' ' : ', '}${name.suffix}`;
  return `${name.given} ${name.family}${suffix}`;
}
