import { authorityOf, webAddresses } from '../../model/authorities.ts';
import { volumesOf } from '../../model/common-volume.ts';
import type { Edition, UnitInfo } from '../../model/edition.ts';
import type { Agent, DateFact, VolumeFacts } from '../../model/facts.ts';

/** What CMIF says of letters: who, to whom, where and when. */

/** Documents that somebody wrote to somebody: with a sender or a recipient. */
export const lettersOf = ({ units }: Edition): UnitInfo[] =>
  units.filter(({ facts: { senders, recipients } }) => senders.length + recipients.length > 0);

/** Volumes with several letters, which are publications of their own; files of one letter are parts of the edition. */
export function publications(letters: readonly UnitInfo[]): VolumeFacts[] {
  const count = new Map<string, number>();
  for (const { volume } of letters) count.set(volume.id, (count.get(volume.id) ?? 0) + 1);
  return volumesOf(letters).filter(({ id }) => count.get(id)! > 1);
}

/** Addresses in authority files of what a pointer leads to: what the register says, or the pointer itself. */
export function authorityAddresses(pointer: string | undefined, unit: UnitInfo, edition: Edition): string[] {
  if (pointer === undefined) return [];
  const key = edition.entity?.(pointer, unit);
  const same = edition.entities?.find((entity) => entity.key === key)?.same ?? [];
  return [...webAddresses(pointer), ...same].filter((address) => authorityOf(address) !== undefined);
}

export interface Named {
  readonly element: 'persName' | 'orgName' | 'placeName';
  readonly ref: string;
  readonly text: string;
}

/** Correspondents; of an unknown one CMIF wants the word Unknown. */
export function named(agents: readonly Agent[], unit: UnitInfo, edition: Edition): Named[] {
  if (agents.length === 0) return [{ element: 'persName', ref: '', text: 'Unknown' }];
  return agents.map(({ kind, key, name }) => ({
    element: kind === 'organization' ? 'orgName' : 'persName',
    ref: authorityAddresses(key, unit, edition).join(' '),
    text: name.literal,
  }));
}

const inForm = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Attributes of a date that CMIF takes: years, months and days; empty where there is none. */
export function dating(date: DateFact = {}): Record<string, string> {
  const { when, from, to, notBefore, notAfter } = date;
  const good = (of: Record<string, string | undefined>): [string, string][] =>
    Object.entries(of).flatMap(([name, value]): [string, string][] => {
      const day = value?.replace(/T.*$/, '') ?? '';
      return inForm.test(day) ? [[name, day]] : [];
    });
  const sets = [good({ when }), good({ from, to }), good({ notBefore, notAfter })];
  return Object.fromEntries(sets.find((set) => set.length > 0) ?? []);
}
