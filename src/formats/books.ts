import { volumesOf } from '../model/common-volume.ts';
import type { Edition, EditionContext, UnitInfo } from '../model/edition.ts';
import type { VolumeFacts } from '../model/facts.ts';
import { freeName } from '../model/file-key.ts';
import { fileNameOf } from '../model/unit-ids.ts';
import type { Book } from './format.ts';

/** Which units are bound in which book: each volume is one; texts of one unit each, letters for instance, are one together. */

const keyOf = ({ id, title }: VolumeFacts): string => `${id}\n${title}`;

/** An edition that has no id of its own has that of its first text, which another may become. */
const editionName = ({ id, units }: Edition): string => (id === units[0]?.volume.id ? 'edition' : id);

/** The books of an edition, in reading order of their first units. `ending`: of their files, and the folder that they are in. */
export function booksOf(edition: Edition, ending: 'epub' | 'pdf' = 'epub'): Book[] {
  const sizes = new Map<string, number>();
  for (const { volume, facts } of edition.units) {
    const key = keyOf(volume);
    sizes.set(key, (sizes.get(key) ?? 0) + (facts.kind === 'record' ? 0 : 1));
  }
  const isVolume = ({ volume }: UnitInfo): boolean => sizes.size === 1 || sizes.get(keyOf(volume))! > 1;
  const byKey = new Map<string, UnitInfo[]>();
  for (const unit of edition.units) {
    const key = isVolume(unit) ? keyOf(unit.volume) : '';
    const same = byKey.get(key);
    if (same) same.push(unit);
    else byKey.set(key, [unit]);
  }
  const taken = new Set<string>();
  return [...byKey.values()].map((units) => {
    const volume = volumesOf(units).length === 1 ? units[0]!.volume : undefined;
    const path = freeName(`${ending}/${fileNameOf(volume?.id ?? editionName(edition))}`, `.${ending}`, taken);
    return { path, units, ...(volume && { volume }) };
  });
}

/** The edition as it is seen from a book: a book of another volume is another file, to which no link leads. */
export function fromBook(edition: EditionContext, units: ReadonlySet<string>): EditionContext {
  return {
    ...edition,
    resolve: (target, from) => {
      const found = edition.resolve(target, from);
      return found && units.has(found.unit) ? found : undefined;
    },
  };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A unit without its other views, which no book has. */
export function inOneView<T extends UnitInfo>(unit: T): T {
  const one: T = { ...unit };
  for (const view of ['hasDiplomatic', 'witnessTexts'] as const) delete (one as Partial<Writable<UnitInfo>>)[view];
  return one;
}
