import type { UnitInfo } from '../../model/edition.ts';
import { numberOf } from '../../model/numbers.ts';
import { oneLine } from '../../model/spine.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import { plain } from '../tei-written.ts';
import { fileNames } from './file-names.ts';

/**
 * The citable units that a text must have: which there are, its spine and what was recorded on it say; where each is in the characters of the source, a plain
 * search for tags. No function that writes them is used, but the one that makes names safe.
 */

export interface ExpectedUnit {
  readonly identifier: string;
  readonly level: number;
  readonly parent: string | null;
  readonly citeType: string;
  readonly title: string;
  /** The characters of the source, in the elements that are opened again. */
  readonly written: string;
  /** Start tags of the elements that are around it and not opened again, the innermost last. */
  readonly around: readonly string[];
}

interface Tag {
  readonly name: string;
  readonly local: string;
  readonly text: string;
  readonly start: number;
  /** Behind its end tag; of an empty element behind the tag. */
  end: number;
  readonly isEmpty: boolean;
  readonly around: Tag | undefined;
}

const tagPattern =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(\/?)([^\s<>/!?"']+)((?:[\s/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)?)>/g;
const apart = new Set(['note', 'rdg', 'wit', 'witDetail', 'figDesc']);

/** The start tags of a text in their order, without those in notes and further readings. */
function tagsOf(text: string): Tag[] {
  const found: Tag[] = [];
  let around: Tag | undefined;
  let hidden = 0;
  for (const { 0: whole, 1: slash, 2: name, 3: inside, index } of text.matchAll(tagPattern)) {
    if (name === undefined) continue;
    if (slash === '/') {
      if (around && apart.has(around.local)) hidden--;
      if (around) around.end = index + whole.length;
      around = around?.around;
      continue;
    }
    const isEmpty = inside!.endsWith('/');
    const local = name.slice(name.indexOf(':') + 1);
    const tag: Tag = { name, local, text: whole, start: index, end: index + whole.length, isEmpty, around };
    if (hidden === 0) found.push(tag);
    if (isEmpty) continue;
    if (apart.has(local)) hidden++;
    around = tag;
  }
  return found;
}

const values = {
  n: /\sn\s*=\s*(?:"([^"]*)"|'([^']*)')/,
  unit: /\sunit\s*=\s*(?:"([^"]*)"|'([^']*)')/,
};

function attribute({ text }: Tag, name: keyof typeof values): string {
  const found = values[name].exec(text);
  return oneLine(plain(found?.[1] ?? found?.[2] ?? ''));
}

/** What is around a place, the outermost first. */
function openAround(tag: Tag | undefined): Tag[] {
  const open: Tag[] = [];
  for (let at = tag; at; at = at.around) open.unshift(at);
  return open;
}

const closing = (open: readonly Tag[]): string => open.map(({ name }) => `</${name}>`).reverse().join(''); // prettier-ignore
const opening = (open: readonly Tag[]): string => open.map(({ text }) => text).join('');

/** The printed pages, if the source has any. `text`: as the source writes it, its pointers led to the files in `tei/`. */
export function expectedPages(unit: UnitInfo, { spine }: UnitContent, text: string): ExpectedUnit[] {
  if (unit.source.except.length > 0) return [];
  const labels = [...spine.text.matchAll(/\x01([^\x02]*)\x02/g)].map((mark) => mark[1]!);
  const before = spine.text.split('\x01', 1)[0]!.replace(/\x03[^\x04]*\x04/g, '');
  const startsOn = unit.open?.startsOn;
  const begun = startsOn !== undefined && before.trim() !== '' ? [startsOn] : [];
  const places: Place[] = begun.map(() => ({ at: 0, open: [] }));
  const tags = tagsOf(text);
  let next = 0;
  for (const label of labels) {
    while (next < tags.length && !isPage(tags[next]!, label)) next++;
    if (next === tags.length) return [];
    places.push({ at: tags[next]!.start, open: openAround(tags[next]!.around) });
    next++;
  }
  const name = fileNames();
  return [...begun, ...labels].map((title, i): ExpectedUnit => {
    const [from, to] = [places[i]!, places[i + 1]];
    const inside = text.slice(from.at, to?.at);
    const written = opening(from.open) + inside + closing(to?.open ?? []);
    return { identifier: name(`pg_${title}`), level: 1, parent: null, citeType: 'page', title, written, around: [] };
  });
}

const isPage = (tag: Tag, label: string): boolean =>
  (tag.local === 'pb' || tag.local === 'surface') && attribute(tag, 'n') === label;

/** A numbered element, or what is between two milestones. */
interface Numbered {
  readonly tag: Tag;
  readonly unit: string;
  readonly full: string;
}

interface Place {
  readonly at: number;
  /** What is open there, the outermost first. */
  readonly open: readonly Tag[];
}

const milestoneUnits: Readonly<Record<string, string>> = { cb: 'column', gb: 'gathering' };

/** Whether a tag may be the one that has this number. */
function hasNumber(tag: Tag, unit: string, full: string): boolean {
  const n = attribute(tag, 'n');
  if (n === '' || !full.endsWith(n) || tag.local === 'pb') return false;
  if (tag.local === 'milestone') return unit.endsWith(attribute(tag, 'unit'));
  if (tag.local === 'lb' || tag.local === 'l') return unit === 'line';
  return tag.isEmpty ? unit === milestoneUnits[tag.local] : unit !== 'line';
}

/** Where a unit ends: with its element; of a milestone at the next of its kind, at one that is not part of it, or with its division. */
function endOf(all: readonly Numbered[], i: number, text: string): Place {
  const { tag, unit, full } = all[i]!;
  const around = openAround(tag.around);
  if (!tag.isEmpty) return { at: tag.end, open: around };
  const last = around.findLastIndex(({ local }) => /^(?:text|div\d?)$/.test(local));
  const end = last < 0 ? text.length : text.lastIndexOf('<', around[last]!.end - 1);
  for (let next = i + 1; next < all.length && all[next]!.tag.start < end; next++) {
    const later = all[next]!;
    const ends = later.tag.isEmpty && (later.unit === unit || !later.full.startsWith(full));
    if (ends) return { at: later.tag.start, open: openAround(later.tag.around) };
  }
  return { at: end, open: around.slice(0, last + 1) };
}

/** Empty where one is not found in the source: then the text is not cited by numbers. */
function numberedIn({ structure }: UnitContent, text: string): Numbered[] {
  const recorded = structure.recorded!().items;
  const numbers = recorded.filter(({ aspect, run }) => aspect === 'number' && run === 0).map(({ value }) => numberOf(value)); // prettier-ignore
  const tags = tagsOf(text);
  const found: Numbered[] = [];
  let next = 0;
  for (const { unit: kind, full, shown } of numbers) {
    if (shown === 'place') continue;
    while (next < tags.length && !hasNumber(tags[next]!, kind, full)) next++;
    const tag = tags[next++];
    if (!tag) return [];
    found.push({ tag, unit: kind === '' ? tag.local : kind, full });
  }
  return found;
}

/** The canonical numbers of a text. */
export function expectedNumbers(content: UnitContent, text: string): ExpectedUnit[] {
  const numbered = numberedIn(content, text);
  const name = fileNames();
  let around: { identifier: string; to: number }[] = [];
  return numbered.map(({ tag, unit: citeType, full }, i): ExpectedUnit => {
    const end = endOf(numbered, i, text);
    around = around.filter(({ to }) => to > tag.start);
    const place = { level: around.length + 1, parent: around.at(-1)?.identifier ?? null };
    const identifier = name(full);
    around.push({ identifier, to: end.at });
    const begins = openAround(tag.around);
    const again = begins.filter((one) => !end.open.includes(one));
    const closed = end.open.filter((one) => !begins.includes(one));
    const written = opening(again) + text.slice(tag.start, end.at) + closing(closed);
    const outer = begins.filter((one) => end.open.includes(one)).map((one) => one.text);
    return { identifier, ...place, citeType, title: full, written, around: outer };
  });
}
