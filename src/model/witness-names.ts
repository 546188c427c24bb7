import { siglumOf } from './apparatus.ts';
import { freeName } from './file-key.ts';
import type { FileReading } from './read-tei/read-file.ts';
import { fileNameOf } from './unit-ids.ts';

/** A witness whose text can be read. */
export interface NamedWitness {
  readonly id: string;
  /** As it is shown; of several files that of the first. */
  readonly siglum: string;
  /** Its part of the names of files: the id made fit for one, unique in the edition without regard to case. */
  readonly name: string;
}

/** The witnesses of an edition that have texts, in the order of its files and of their lists. */
export function nameWitnesses(files: readonly FileReading[]): NamedWitness[] {
  const found = new Map<string, NamedWitness>();
  const taken = new Set<string>();
  for (const { witnessTexts, witnesses } of files)
    for (const id of witnessTexts)
      if (!found.has(id))
        found.set(id, { id, siglum: siglumOf(`#${id}`, witnesses), name: freeName(fileNameOf(id), '', taken) });
  return [...found.values()];
}
