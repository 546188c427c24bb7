import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import type { Agent, PersonName } from '../../model/facts.ts';

/**
 * Names and texts as a citation must have them, for the proof. Written a second time and apart from the writers (model/citation): a mistake there
 * must not be found in both.
 */

const opening = /[\s([{—–“‘/]/u;

/** Text as bibliographies print it: single spaces, and typographic quotation marks and apostrophes for straight ones. */
export function printedText(text: string): string {
  const line = text
    .split(/[ \t\n\r]+/)
    .filter(Boolean)
    .join(' ');
  let printed = '';
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!;
    const opens = (i === 0 || opening.test(line[i - 1]!)) && /^[\p{L}“]/u.test(line.slice(i + 1, i + 3));
    printed += c === '`' || (c === "'" && opens) ? '‘' : c === "'" ? '’' : c;
  }
  return printed;
}

/** What follows a given name in registers and headers: `Llewellyn E., Jr.` */
function cutSuffix(given: string): readonly [given: string, suffix: string | undefined] {
  const at = given.lastIndexOf(',');
  const suffix = given.slice(at + 1).trimStart();
  const isSuffix = at >= 0 && ['Jr', 'Jr.', 'Sr', 'Sr.', 'II', 'III', 'IV'].includes(suffix);
  return isSuffix ? [given.slice(0, at), suffix] : [given, undefined];
}

/** `Robert J.G.` → `Robert J. G.` */
const apart = (given: string): string =>
  given.replace(/\p{Lu}\.(?=\p{Lu})/gu, (initial, at: number) =>
    at === 0 || ' .-'.includes(given[at - 1]!) ? `${initial} ` : initial,
  );

/** A full name with a suffix behind a comma, taken apart: `Houston, John C., Jr.`; any other as it is. */
function fullName(literal: string): string {
  const [name = '', suffix = '', ...more] = literal.split(', ');
  const at = name.lastIndexOf(' ');
  const isApart =
    more.length === 0 && /^[JS]r\.?$/.test(suffix) && at > 0 && at < name.length - 1 && !name.includes(',');
  if (!isApart) return printedText(literal);
  return [printedText(name.slice(at + 1)), printedText(name.slice(0, at)), suffix].join(', ');
}

/** Given names without the years of a life: “John (1863–1928)”. */
const withoutYears = (given: string): string =>
  given.replace(/\s*\(([^()]*)\)$/, (whole: string, inside: string) => (/[0-9]{4}/.test(inside) ? '' : whole));

/** A person as `Sanford, William F., Jr.`; under the one name that is known where family and given name are not. */
export function personField(person: PersonName): string {
  const { family, given: all, suffix: own, literal, particle } = person;
  if (person.others) return 'others';
  if (person.organization) return printedText(literal);
  const [given, found] = cutSuffix(withoutYears(all ?? ''));
  if (family === undefined || family === '' || given === '') return fullName(literal);
  const glue = particle === undefined ? '' : ['’', "'", '-'].includes(particle.slice(-1)) ? particle : `${particle} `;
  const parts = [glue + family, apart(given), own ?? found].filter((part) => part !== undefined && part !== '');
  return parts.map((part) => printedText(part!)).join(', ');
}

const isKnown = ({ family, given }: { family?: string; given?: string }): boolean => Boolean(family) && Boolean(given);

/** A sender or recipient: an organisation by its name, a person as the register has the name, else as the document gives it. */
export function agentField(agent: Agent, unit: UnitInfo, edition: EditionContext): string {
  const entry = agent.key === undefined ? undefined : edition.register(agent.key, unit);
  if (agent.kind === 'organization' || entry?.kind === 'organization')
    return printedText(entry?.name ?? agent.name.literal);
  if (entry && !isKnown(agent.name) && isKnown(entry)) return personField({ ...entry, literal: entry.name });
  return personField(agent.name);
}
