import type { UnitInfo } from '../../model/edition.ts';
import type { VolumeFacts } from '../../model/facts.ts';
import { address, pagePath } from './addresses.ts';
import { dateInWords } from './dates.ts';

/** A line of the contents with what is below it. */
export interface Entry {
  readonly href: string;
  readonly kind: string;
  readonly number: string | undefined;
  readonly title: string;
  /** Where others have the same title. */
  readonly id?: string;
  readonly date: string | undefined;
  readonly page: string | undefined;
  readonly entries: Entry[];
}

const entry = (unit: UnitInfo): Entry => ({
  href: address(pagePath(unit.facts.id)),
  kind: unit.facts.kind,
  number: unit.facts.number,
  title: unit.facts.title,
  date: unit.facts.kind === 'document' ? dateInWords(unit.facts.date) : undefined,
  page: unit.facts.pages[0],
  entries: [],
});

/** Units as a tree by their depth; one that is deeper by more than one level is below the nearest above it. */
export function nested(units: readonly UnitInfo[]): Entry[] {
  const top: Entry[] = [];
  const open: { depth: number; entries: Entry[] }[] = [{ depth: -1, entries: top }];
  for (const unit of units) {
    while (open.length > 1 && open[open.length - 1]!.depth >= unit.depth) open.pop();
    const line = entry(unit);
    open[open.length - 1]!.entries.push(line);
    open.push({ depth: unit.depth, entries: line.entries });
  }
  return top;
}

export interface Group {
  /** Absent: files of one unit each, letters for instance, whose titles are those of the units. */
  readonly volume: VolumeFacts | undefined;
  readonly units: UnitInfo[];
}

/** Units by volume, in reading order; neighbouring volumes of a single unit stand together. */
export function byVolume(units: readonly UnitInfo[]): Group[] {
  const groups: { volume: VolumeFacts; units: UnitInfo[] }[] = [];
  for (const unit of units) {
    const last = groups[groups.length - 1];
    if (last?.volume.id === unit.volume.id && last.volume.title === unit.volume.title) last.units.push(unit);
    else groups.push({ volume: unit.volume, units: [unit] });
  }
  if (groups.length < 2) return groups;
  const merged: Group[] = [];
  for (const group of groups) {
    const last = merged[merged.length - 1];
    if (group.units.length > 1) merged.push(group);
    else if (last?.volume === undefined && last !== undefined) last.units.push(...group.units);
    else merged.push({ volume: undefined, units: [...group.units] });
  }
  return merged;
}
