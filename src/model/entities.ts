import type { Entity, RegisterEntry } from './edition.ts';
import type { FileReading } from './read-tei/read-file.ts';
import { fileIdOf } from './unit-ids.ts';

/** What the registers of an edition have entries of, each once. */

export interface Entities {
  readonly list: readonly Entity[];
  /** The key of each entry. */
  readonly keys: ReadonlyMap<RegisterEntry, string>;
}

/**
 * The letters of one correspondence often have each their own copy of a register, and the volumes of a series the same ids for the same persons: what has
 * the same id, kind and name is one. What shares no more than the id is not: its key begins with the id of its file.
 */
export function entitiesOf(files: readonly FileReading[]): Entities {
  const byKey = new Map<string, Entity>();
  const keys = new Map<RegisterEntry, string>();
  const isSame = (one: Entity, { kind, name }: RegisterEntry): boolean => one.kind === kind && one.name === name;
  const keyOf = (entry: RegisterEntry, fileId: string): string => {
    const tries = [entry.id, `${fileId}.${entry.id}`];
    for (let n = 2; ; n++) {
      const key = tries.shift() ?? `${fileId}.${entry.id}-${n}`;
      const known = byKey.get(key);
      if (!known || isSame(known, entry)) return key;
    }
  };
  for (const file of files) {
    for (const entry of file.registers.values()) {
      const key = keyOf(entry, fileIdOf(file));
      const same = [...new Set([...(byKey.get(key)?.same ?? []), ...(entry.same ?? [])])];
      byKey.set(key, { ...entry, ...byKey.get(key), key, ...(same.length > 0 && { same }) });
      keys.set(entry, key);
    }
  }
  return { list: [...byKey.values()], keys };
}
