import type { UnitInfo } from '../../model/edition.ts';
import { escapeAttribute } from '../../model/read-tei/slice.ts';
import type { Reading, ReadingNode } from '../../model/reading.ts';

/** A unit of the reading edition as XML: what a stylesheet of an edition gets that makes an output of its own (docs/how-to/own-stylesheets.md). */

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');

const attributes = (all: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(all)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeAttribute(String(value))}"`]))
    .join('');

const flag = (is: boolean | undefined): 'yes' | undefined => (is === true ? 'yes' : undefined);

function attributesOf(node: ReadingNode): string {
  const { tei, id, role, n, level, status, looks, rend, lang, dir, target, source, title, who, why, extent, series } =
    node;
  const { joined, spaced, number, says, about, sigla, columns, rows, notation, raw } = node;
  return attributes({
    tei, id, role, n, level, status: status?.is, reason: status?.why ?? why, cert: status?.cert, place: status?.place,
    hand: status?.hand, extent, looks: looks?.join(' '), rend, lang, dir, target, source, title, who, series,
    joined: flag(joined), spaced: flag(spaced), number: number?.full, unit: number?.unit, ...says, about,
    sigla: sigla?.map(({ siglum }) => siglum).join(' ') || undefined, columns, rows, notation, raw,
  }); // prettier-ignore
}

function nodeXml(node: Reading): string {
  if (typeof node === 'string') return escapeText(node);
  return `<${node.kind}${attributesOf(node)}>${node.children.map(nodeXml).join('')}</${node.kind}>`;
}

/** A unit with what is known of it. */
export function ownUnitXml({ facts }: UnitInfo, reading: ReadingNode): string {
  const { id, kind, title, number, language, date, place } = facts;
  const known = attributes({
    id, kind, title, number, language, place, when: date?.when ?? date?.from ?? date?.notBefore,
  }); // prettier-ignore
  return `<o:unit xmlns:o="urn:octavo:unit"${known}>${nodeXml(reading)}</o:unit>`;
}
