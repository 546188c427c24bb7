import { isDivision, isUnnumbered, ownNumber, seriesOf } from '../../model/read-tei/numbered.ts';
import type { UnitNumber } from '../../model/numbers.ts';
import { madeLimits } from '../../source/scan/events.ts';
import { sourceText } from '../../source/text.ts';
import { scanXml, type XmlTag } from '../../source/xml.ts';
import type { CitableUnit } from './citable-unit.ts';
import { fileNames } from './file-names.ts';

/** The canonical numbers of a text as citable units: the elements that have them, or what is between two milestones. */

/** An element that may have a number. */
interface Candidate {
  readonly tag: XmlTag;
  readonly n: string;
  /** Behind its end tag; of an empty element where its division ends. */
  to: number;
}

interface Mark {
  readonly from: number;
  to: number;
  readonly isMilestone: boolean;
  readonly citeType: string;
  readonly full: string;
}

/** The elements with an `n` from an offset on, in their order; none of those in notes and the apparatus, which have no numbers. */
function candidatesIn(tei: string, from: number): Candidate[] {
  const all: Candidate[] = [];
  /** Of each open element: itself, and the empty elements in it that it is the nearest division of. */
  const open: { readonly own: Candidate | undefined; readonly points: Candidate[] | undefined }[] = [];
  let apart = 0;
  const enter = (tag: XmlTag): void => {
    const isIn = tag.start >= from;
    if (apart > 0 || (isIn && isUnnumbered(tag))) apart++;
    const n = isIn && apart === 0 && tag.local !== 'pb' ? ownNumber(tag) : undefined;
    const own = n === undefined ? undefined : { tag, n, to: tag.end };
    if (own) all.push(own);
    if (own && tag.empty) open.findLast(({ points }) => points)?.points!.push(own);
    open.push({ own, points: isDivision(tag.local) || tag.local === 'text' ? [] : undefined });
  };
  const leave = (tag: XmlTag, start: number, end: number): void => {
    if (apart > 0) apart--;
    const { own, points = [] } = open.pop()!;
    if (own && !tag.empty) own.to = end;
    for (const point of points) point.to = start;
  };
  scanXml(sourceText('', tei), { open: enter, close: leave }, { limits: madeLimits });
  return all;
}

/** Whether an element is the one that has this number, where those before it are found. */
function has({ tag, n }: Candidate, { unit, full }: UnitNumber): boolean {
  if (!full.endsWith(n)) return false;
  if (tag.local === 'l' || tag.local === 'lb') return unit === 'line';
  return tag.empty ? unit === seriesOf(tag) : unit !== 'line';
}

/**
 * Numbers that are units, with their elements; a number that only marks a place (a page of another edition) is none. Empty where one is not found: then the
 * text is not cited by numbers.
 */
function marksOf(tei: string, numbers: readonly UnitNumber[], from: number): Mark[] {
  const candidates = candidatesIn(tei, from);
  const latest = new Map<string, Mark>();
  const marks: Mark[] = [];
  let next = 0;
  for (const number of numbers.filter(({ shown }) => shown !== 'place')) {
    while (next < candidates.length && !has(candidates[next]!, number)) next++;
    const found = candidates[next++];
    if (!found) return [];
    const { tag, to } = found;
    const { unit, full } = number;
    const mark: Mark = { from: tag.start, to, isMilestone: tag.empty, citeType: unit || tag.local, full };
    marks.push(mark);
    if (!mark.isMilestone) continue;
    const before = latest.get(mark.citeType);
    if (before) before.to = Math.min(before.to, mark.from);
    latest.set(mark.citeType, mark);
  }
  return marks;
}

/** Milestones that are open end where one begins that is not below them. */
function closeMilestones(open: readonly { readonly mark: Mark }[], { from, full, isMilestone }: Mark): void {
  if (!isMilestone) return;
  for (const { mark } of open) if (mark.isMilestone && !full.startsWith(mark.full)) mark.to = Math.min(mark.to, from);
}

/** The units in the order of the text, which begins at the offset `from`. */
export function numberedUnits(tei: string, numbers: readonly UnitNumber[], from: number): CitableUnit[] {
  if (numbers.length === 0) return [];
  const name = fileNames();
  let open: { readonly mark: Mark; readonly identifier: string }[] = [];
  const placed = marksOf(tei, numbers, from).map((mark) => {
    closeMilestones(open, mark);
    open = open.filter((one) => one.mark.to > mark.from);
    const place = { level: open.length + 1, parent: open.at(-1)?.identifier ?? null };
    const identifier = name(mark.full);
    open.push({ mark, identifier });
    return { mark, identifier, ...place };
  });
  return placed.map(({ mark: { from: begin, to, citeType, full }, ...place }) => ({
    ...place,
    citeType,
    title: full,
    from: begin,
    to,
  }));
}
