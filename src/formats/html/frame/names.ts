import type { EditionContext } from '../../../model/edition.ts';
import type { UnitInPlace } from '../../format.ts';
import { speakerName } from '../../../model/speaker.ts';
import { decoded } from '../decoded.ts';
import { type From, inPage } from '../promise.ts';
import type { Tag } from '../tag-structure.ts';

/** Names in a page say and link what the register says: a tooltip on each, and a link on the first one outside headings. */

/** A name as a page has it. */
export interface NameSeen {
  readonly ref: string;
  readonly title: string | undefined;
  readonly href: string | undefined;
  /** It is marked as the first one. */
  readonly first: boolean;
  readonly inHeading: boolean;
}

/** The name that an element is; undefined where it is none, or does not say whose. */
export function nameSeen({ classes, get }: Tag, inHeading: boolean): NameSeen | undefined {
  const ref = get('data-ref');
  if (ref === undefined || !classes.includes('name')) return undefined;
  return { ref, title: get('title'), href: get('href'), first: classes.includes('first'), inHeading };
}

/** Who speaks, as a page says it, and what the source calls them. */
export interface SpeakerSeen {
  readonly who: string;
  readonly words: string;
}

/** Each utterance has the name of its speaker before it, once. */
export function speakerFaults(
  { speakers, utterances }: { readonly speakers: readonly SpeakerSeen[]; readonly utterances: number },
  unit: UnitInPlace,
  edition: EditionContext,
): string[] {
  const wrong = speakers.filter(({ who, words }) => words !== `${speakerName(who, unit, edition)}:`);
  const faults = wrong.map(({ who, words }) => `“${words}” is before what “${who}” says`);
  return speakers.length === utterances
    ? faults
    : [...faults, `${speakers.length} of ${utterances} utterances have a name before them`];
}

export function nameFaults(names: readonly NameSeen[], page: From): string[] {
  const { unit, edition } = page;
  const faults: string[] = [];
  const firsts = new Map<string, { names: number; firsts: number; known: boolean }>();
  for (const { ref, title, href, first, inHeading } of names) {
    const entry = edition.register(ref, unit);
    const says = entry && (entry.note === undefined ? entry.name : `${entry.name}: ${entry.note}`);
    if (title !== says?.replace(/[\t\n\r]/g, ' '))
      faults.push(`the name with the pointer “${ref}” says “${title ?? ''}” and not “${says ?? ''}”`);
    if (href !== undefined && decoded(href) !== decoded(inPage(ref, page) ?? ''))
      faults.push(`the name with the pointer “${ref}” leads to “${href}”`);
    const counted = firsts.get(ref) ?? { names: 0, firsts: 0, known: says !== undefined };
    firsts.set(ref, counted);
    if (!inHeading) counted.names++;
    if (first) counted.firsts++;
    if ((first && inHeading) || (href !== undefined && !first) || (first && says === undefined && href === undefined))
      faults.push(`the name with the pointer “${ref}” is marked as the first and is not, or the other way round`);
  }
  for (const [ref, { names: mentions, firsts: marked, known }] of firsts)
    if (marked > 1 || (known && mentions > 0 && marked === 0))
      faults.push(`${marked} names with the pointer “${ref}” are marked as the first`);
  return faults;
}
