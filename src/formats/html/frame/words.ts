import type { EditionContext, UnitInfo } from '../../../model/edition.ts';
import type { DateFact, UnitFacts, VolumeFacts } from '../../../model/facts.ts';
import { otherViews } from '../../../model/views.ts';
import { isWeb } from '../promise.ts';
import type { Surroundings, UnitDownload } from '../surroundings.ts';

/**
 * What a page says of its unit in words, computed from the facts for the proof. It is written apart from the functions that write pages, so that a
 * mistake in those is found; where the two differ, `verify` says so.
 */

type Named = Pick<UnitFacts, 'number' | 'title'>;

export const shortNameOf = ({ number, title }: Named): string => (number === undefined ? title : `Document ${number}`);

export const longNameOf = ({ number, title }: Named): string => (number === undefined ? title : `${number}. ${title}`);

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(', ');

export const seriesNameOf = ({ series, subseries }: VolumeFacts): string => joined([series, subseries]);

/** What the head of a page calls the book; a file that is one document is named by the edition. */
export function bookOf({ volume, facts }: UnitInfo, edition: EditionContext): { series?: string; volume: string } {
  if (volume.title === facts.title) return { volume: edition.title };
  const [series, own] = [seriesNameOf(volume), joined([volume.volumeLabel, volume.volumeTitle])];
  return series !== '' && own !== '' ? { series, volume: own } : { volume: volume.title };
}

export function pageRangeOf({ pages }: UnitFacts): string | undefined {
  if (pages.length === 0) return undefined;
  const [first, last] = [pages[0]!, pages.at(-1)!];
  return first === last ? `Page ${first}` : `Pages ${first}–${last}`;
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

function dayOf(date: string): string {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(date) ?? [];
  if (year === undefined) return date;
  const name = monthNames[Number(month ?? 0) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** A period in words: as it is certain (`from`, `to`) or not (`notBefore`, `notAfter`). */
function periodOf({ from, to, notBefore, notAfter }: DateFact): string | undefined {
  const certain = from !== undefined || to !== undefined;
  const [begin, end] = [from ?? notBefore, to ?? notAfter];
  if (begin !== undefined && end !== undefined)
    return certain ? `${dayOf(begin)} – ${dayOf(end)}` : `between ${dayOf(begin)} and ${dayOf(end)}`;
  if (begin !== undefined) return `${certain ? 'from' : 'not before'} ${dayOf(begin)}`;
  return end === undefined ? undefined : `${certain ? 'until' : 'not after'} ${dayOf(end)}`;
}

/** The date as printed, where the print has a year or nothing better is known; else in our words. */
export function dateOf(date: DateFact | undefined): string | undefined {
  if (date === undefined) return undefined;
  const { text = '', when, from, to } = date;
  // A full stop belongs to the line, but not behind a single letter.
  const printed = text.replace(/(?<!\b[A-Za-z])[.,;]$/, '');
  const isEnough = /\d{4}/.test(printed) || (when ?? from ?? to) === undefined;
  if (printed !== '' && isEnough) return printed;
  return when === undefined ? periodOf(date) : dayOf(when);
}

/** A day, or the two ends of a period, of which one may be open. */
export function machineDateOf({ when, from, to, notBefore, notAfter }: DateFact = {}): string | undefined {
  const ends = [from ?? notBefore ?? '', to ?? notAfter ?? ''];
  return when ?? (ends.join('') === '' ? undefined : ends.map((end) => (end === '' ? '..' : end)).join('/'));
}

/** The licence of the volume, else of the edition, with its address only where it is one on the web. */
export function licenceFor({ volume }: UnitInfo, edition: EditionContext): { text: string; url?: string } | undefined {
  const licence = volume.licence ?? edition.licence;
  const url = licence?.url?.trim();
  return licence && { text: licence.text, ...(url !== undefined && isWeb(url) && { url }) };
}

/** The name of a licence: that of Creative Commons by its address, else its text where it is short, else how the text begins. */
export function licenceNameOf({ text, url }: { text: string; url?: string }): string {
  const [, kind, number] = /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/([\d.]+)/.exec(url ?? '') ?? [];
  if (kind === 'zero') return `CC0 ${number}`;
  if (kind === 'mark') return `Public Domain Mark ${number}`;
  if (kind !== undefined) return `CC ${kind.toUpperCase()} ${number}`;
  if (text.length <= 60) return text;
  return `${text.slice(0, 60).replace(/\s+\S*$/, '')} …`;
}

/** The files in which a unit is offered besides its page: of other views those that it has. */
export function filesOf(unit: UnitInfo, { unitDownloads }: Surroundings): readonly UnitDownload[] {
  const views: readonly (string | undefined)[] = [undefined, ...otherViews(unit)];
  return (unitDownloads ?? []).filter(({ view }) => views.includes(view));
}
