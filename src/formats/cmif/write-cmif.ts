import { commonVolume, volumesOf } from '../../model/common-volume.ts';
import type { Edition, UnitInfo } from '../../model/edition.ts';
import { editionAddress, publicAddress } from '../../model/public-address.ts';
import { escapeAttribute } from '../../model/read-tei/slice.ts';
import { authorityAddresses, dating, lettersOf, type Named, named, publications } from './letters.ts';
import { stableUuid } from '../uuid.ts';

/** Correspondence metadata in the interchange format of the TEI SIG Correspondence (CMIF 1.1). */

export const cmifPath = 'cmif.xml';

function element(name: string, attributes: Readonly<Record<string, string>>, inside: string): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([attribute, value]) => ` ${attribute}="${escapeAttribute(value)}"`)
    .join('');
  return inside === '' ? `<${name}${said}/>` : `<${name}${said}>${inside}</${name}>`;
}

const lines = (indent: number, ...parts: readonly string[]): string => {
  const space = `\n${'  '.repeat(indent)}`;
  return `${parts.map((part) => space + part).join('')}${space.slice(0, -2)}`;
};

const name = ({ element: is, ref, text }: Named): string => element(is, { ref }, escapeAttribute(text));

function sentAction(unit: UnitInfo, edition: Edition): string {
  const { senders, place, placeKey, date } = unit.facts;
  const when = dating(date);
  const parts = named(senders, unit, edition).map(name);
  if (place !== undefined) {
    const ref = authorityAddresses(placeKey, unit, edition).join(' ');
    parts.push(name({ element: 'placeName', ref, text: place }));
  }
  if (Object.keys(when).length > 0) parts.push(element('date', when, escapeAttribute(date?.text ?? '')));
  return element('correspAction', { type: 'sent' }, lines(5, ...parts));
}

function letter(unit: UnitInfo, edition: Edition, source: string): string {
  const { id, number, recipients } = unit.facts;
  const received = named(recipients, unit, edition).map(name);
  const ref = publicAddress(id, edition) ?? '';
  return element(
    'correspDesc',
    { key: number ?? id, ref, source: `#${source}` },
    lines(4, sentAction(unit, edition), element('correspAction', { type: 'received' }, lines(5, ...received))),
  );
}

/** When this was published: as the settings or headers say; else not before the latest letter, or the first TEI. */
function published(
  edition: Edition,
  letters: readonly UnitInfo[],
  version: string | undefined,
): Record<string, string> {
  const own = version === undefined ? {} : { when: version };
  const said = [own, commonVolume(volumesOf(edition.units))?.published].map((date) => dating(date));
  const known = said.find((date) => Object.keys(date).length > 0);
  if (known) return known;
  const days = letters.flatMap(({ facts }) => Object.values(dating(facts.date)));
  return { notBefore: [...days, '1987'].toSorted().at(-1)! };
}

/** The file; undefined where there is no correspondence, or no licence with an address, without which CMIF must not be published. */
export function cmifFile(edition: Edition, date: string | undefined): string | undefined {
  const letters = lettersOf(edition);
  const target = edition.licence?.url;
  if (letters.length === 0 || target === undefined) return undefined;
  const common = commonVolume(volumesOf(edition.units));
  const title = edition.title === '' ? edition.id : edition.title;
  const publisher = common?.publisher ?? title;
  const editors = common?.editors.map(({ literal }) => literal) ?? [];
  const address = editionAddress(edition);
  const own = new Map(publications(letters).map((volume) => [volume.id, stableUuid(edition.id, volume.id)]));
  const whole = stableUuid(edition.id);
  const bibl = (uuid: string, text: string): string =>
    element('bibl', { type: 'online', 'xml:id': uuid }, escapeAttribute(text));
  const bibls = publications(letters).map((volume) => bibl(own.get(volume.id)!, volume.title));
  if (letters.some(({ volume }) => !own.has(volume.id))) bibls.unshift(bibl(whole, title));
  const header = [
    element('titleStmt', {}, lines(4, element('title', {}, escapeAttribute(title)), ...(editors.length > 0 ? editors : [publisher]).map((one) => element('editor', {}, escapeAttribute(one))))), // prettier-ignore
    element(
      'publicationStmt',
      {},
      lines(
        4,
        element('publisher', {}, escapeAttribute(publisher)),
        element('idno', { type: 'url' }, escapeAttribute(address === undefined ? cmifPath : `${address}/${cmifPath}`)),
        element('date', published(edition, letters, date), ''),
        element('availability', {}, lines(5, element('licence', { target }, escapeAttribute(edition.licence!.text)))),
      ),
    ),
    element('sourceDesc', {}, lines(4, ...bibls)),
  ];
  const described = letters.map((unit) => letter(unit, edition, own.get(unit.volume.id) ?? whole));
  const root = lines(1, element('teiHeader', {}, lines(2, element('fileDesc', {}, lines(3, ...header)), element('profileDesc', {}, lines(3, ...described)))), '<text><body><p/></body></text>'); // prettier-ignore
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' }, root)}\n`;
}
