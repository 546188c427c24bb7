import { authorityOf, webAddresses } from '../../model/authorities.ts';
import type { Edition, UnitInfo } from '../../model/edition.ts';
import type { Agent, DateFact, VolumeFacts } from '../../model/facts.ts';
import { publicAddress } from '../../model/public-address.ts';
import type { RecordFields } from '../format.ts';
import { elementRecord as at } from '../xml-elements.ts';
import { stableUuid } from '../uuid.ts';

/** The elements that `cmif.xml` must have, computed from the facts; apart from what writes it, but for the UUIDs. */

/** Years, months and days that are in the calendar, by the names of attributes. */
function dates(fact: DateFact | undefined): RecordFields {
  const groups: (keyof DateFact)[][] = [['when'], ['from', 'to'], ['notBefore', 'notAfter']];
  for (const group of groups) {
    const found = group.flatMap((name) => {
      const [day = ''] = (fact?.[name] ?? '').split('T');
      const [year = '', month = '01', date = '01', ...more] = day.split('-');
      const isDate = [year.length === 4, more.length === 0, +month >= 1 && +month <= 12, +date >= 1 && +date <= 31];
      const isWritten = /^\d+$/.test(year) && /^\d\d$/.test(month) && /^\d\d$/.test(date);
      return isWritten && isDate.every(Boolean) ? [[name, day] as const] : [];
    });
    if (found.length > 0) return Object.fromEntries(found);
  }
  return {};
}

/** What all volumes say, if they say the same. */
function said<T>(edition: Edition, of: (volume: VolumeFacts) => T): T | undefined {
  const [first, ...others] = new Set(edition.units.map(({ volume }) => JSON.stringify(of(volume))));
  return first === undefined || others.length > 0 ? undefined : (JSON.parse(first) as T);
}

const refOf = (pointer: string | undefined, unit: UnitInfo, edition: Edition): RecordFields => {
  const entity = pointer === undefined ? undefined : edition.entity?.(pointer, unit);
  const known = (edition.entities ?? []).filter(({ key }) => key === entity).flatMap(({ same }) => same ?? []);
  const all = [...webAddresses(pointer ?? ''), ...known].filter((address) => authorityOf(address));
  return all.length === 0 ? {} : { ref: all.join(' ') };
};

function names(agents: readonly Agent[], unit: UnitInfo, edition: Edition): RecordFields[] {
  const found = agents.map((agent) =>
    at(5, agent.kind === 'person' ? 'persName' : 'orgName', refOf(agent.key, unit, edition), agent.name.literal),
  );
  return found.length > 0 ? found : [at(5, 'persName', {}, 'Unknown')];
}

function letter(unit: UnitInfo, edition: Edition, source: string): RecordFields[] {
  const { facts } = unit;
  const ref = publicAddress(facts.id, edition);
  const date = dates(facts.date);
  return [
    at(3, 'correspDesc', { key: facts.number ?? facts.id, ...(ref !== undefined && { ref }), source: `#${source}` }),
    at(4, 'correspAction', { type: 'sent' }),
    ...names(facts.senders, unit, edition),
    ...(facts.place === undefined ? [] : [at(5, 'placeName', refOf(facts.placeKey, unit, edition), facts.place)]),
    ...(Object.keys(date).length === 0 ? [] : [at(5, 'date', date, facts.date?.text)]),
    at(4, 'correspAction', { type: 'received' }),
    ...names(facts.recipients, unit, edition),
  ];
}

/** The elements in their order; none where there must not be a file. */
export function expectedElements(edition: Edition, version: string | undefined): RecordFields[] {
  const letters = edition.units.filter(({ facts }) => facts.senders.length > 0 || facts.recipients.length > 0);
  const { licence } = edition;
  if (letters.length === 0 || licence?.url === undefined) return [];
  const title = edition.title || edition.id;
  const publisher = said(edition, (volume) => volume.publisher ?? null) ?? title;
  const editors = said(edition, ({ editors: all }) => all.map(({ literal }) => literal)) ?? [];
  const stated = [dates({ ...(version !== undefined && { when: version }) }), dates(said(edition, ({ published }) => published ?? null) ?? undefined)]; // prettier-ignore
  const latest = ['1987', ...letters.flatMap(({ facts }) => Object.values(dates(facts.date)))].sort().pop()!;
  const date = stated.find((one) => Object.keys(one).length > 0) ?? { notBefore: latest };
  const isAlone = ({ volume }: UnitInfo): boolean => letters.filter((one) => one.volume.id === volume.id).length === 1;
  const sourceOf = (unit: UnitInfo): string =>
    isAlone(unit) ? stableUuid(edition.id) : stableUuid(edition.id, unit.volume.id);
  const titles = new Map(letters.filter(isAlone).map((unit) => [sourceOf(unit), title]));
  for (const unit of letters) if (!titles.has(sourceOf(unit))) titles.set(sourceOf(unit), unit.volume.title);
  const base = edition.baseUrl?.split('{id}')[0]!.replace(/\/$/, '');
  return [
    at(0, 'TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' }),
    at(1, 'teiHeader'),
    at(2, 'fileDesc'),
    at(3, 'titleStmt'),
    at(4, 'title', {}, title),
    ...(editors.length > 0 ? editors : [publisher]).map((one) => at(4, 'editor', {}, one)),
    at(3, 'publicationStmt'),
    at(4, 'publisher', {}, publisher),
    at(4, 'idno', { type: 'url' }, base === undefined ? 'cmif.xml' : `${base}/cmif.xml`),
    at(4, 'date', date),
    at(4, 'availability'),
    at(5, 'licence', { target: licence.url }, licence.text),
    at(3, 'sourceDesc'),
    ...[...titles].map(([uuid, text]) => at(4, 'bibl', { type: 'online', 'xml:id': uuid }, text)),
    at(2, 'profileDesc'),
    ...letters.flatMap((unit) => letter(unit, edition, sourceOf(unit))),
    at(1, 'text'),
    at(2, 'body'),
    at(3, 'p'),
  ];
}
