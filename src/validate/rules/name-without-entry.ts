import type { XmlTag } from '../../source/xml.ts';
import type { Rule } from '../rule.ts';
import { reportPlaces } from '../report-places.ts';
import { tally } from '../tally.ts';

const names: Readonly<Record<string, string>> = {
  persName: 'names of persons',
  orgName: 'names of organisations',
  placeName: 'names of places',
  term: 'terms',
  gloss: 'terms',
  rs: 'references to persons or things',
};
/** A name with one of these leads somewhere, or is itself an entry. */
const leading = /^(ref|corresp|target|key|sameAs|nymRef|copyOf|xml:id)$/;

const leads = ({ attributes }: XmlTag): boolean => attributes.some(({ name }) => leading.test(name));
/** Entries of registers name themselves, and names in names belong to the outer one. */
const inEntry = (ancestors: readonly XmlTag[]): boolean =>
  ancestors
    .slice(0, -1)
    .some(
      ({ local }) =>
        local in names || /^(person|org|place|listPerson|listOrg|listPlace|standOff|teiHeader)$/.test(local),
    );

/** Only where nearly all names lead to an entry is one that does not worth a word. */
const nearlyAll = 0.9;
const atLeast = 10;

export const nameWithoutEntry: Rule = {
  code: 'name-without-entry',
  title: 'Names that do not lead to a register entry, where nearly all others do',
  why: 'An index made from the names would leave them out.',
  fix: 'Make them point to their entries; if somebody has not been identified, nothing needs to be done.',
  severity: 'note',
  examples: {
    good: [
      '<p><persName>A</persName> <persName>B</persName></p>',
      `<p>${'<persName ref="#A">A</persName> '.repeat(10)}</p><listPerson><person xml:id="A"><persName>Alba</persName></person></listPerson>`,
    ],
    bad: [
      {
        tei: `<p>${'<persName ref="#A">A</persName> '.repeat(10)}<persName>B</persName></p><listPerson><person xml:id="A"><persName>Alba</persName></person></listPerson>`,
        finds: '<persName>B',
      },
    ],
  },
  begin: (run) => ({
    file: (file) => {
      const without = tally<string>();
      const leadingTo = new Map<string, number>();
      return {
        only: new Set(Object.keys(names)),
        open: (tag) => {
          if (!file.inText) return;
          if (leads(tag)) leadingTo.set(tag.local, (leadingTo.get(tag.local) ?? 0) + 1);
          else if (!inEntry(file.ancestors)) without.add(tag.local, tag.start, tag.end);
        },
        end: () => {
          for (const [local, places] of without.places) {
            const good = leadingTo.get(local) ?? 0;
            if (good < atLeast || good < (good + places.count) * nearlyAll) continue;
            const lead = places.count === 1 ? 'leads' : 'lead';
            reportPlaces(run, file.source, places, {
              message: `${places.count} of ${good + places.count} ${names[local]} (<${local}>) ${lead} to no entry.`,
            });
          }
        },
      };
    },
  }),
};
