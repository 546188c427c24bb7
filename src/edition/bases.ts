import type { FileReading } from '../model/read-tei/read-file.ts';
import type { BaseUse } from './record.ts';

/** Which witness is in the text where entries of an apparatus have no lemma, over all files, in their order. */
export function basesOf(files: readonly FileReading[]): BaseUse[] {
  const found = new Map<string, BaseUse>();
  for (const { witnesses, lemmas } of files) {
    const { base, isBaseSet = false } = witnesses;
    const entries = lemmas.ofBase + lemmas.others;
    if (entries === 0) continue;
    const key = `${isBaseSet} ${base ?? ''}`;
    const known = found.get(key) ?? { isSet: isBaseSet, ...(base !== undefined && { base }), entries: 0, none: 0 };
    found.set(key, { ...known, entries: known.entries + entries, none: known.none + lemmas.others });
  }
  return [...found.values()];
}
