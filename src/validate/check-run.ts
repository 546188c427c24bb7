/** What files were checked by, so that nobody has to guess what “no errors” means. */

export interface CheckRun {
  /** Name of the schema file. */
  readonly schema: string;
  readonly kind: 'relaxng' | 'xsd' | 'schematron';
  /** How many files were checked by it. */
  readonly files: number;
  /** Of Schematron: how many assertions were active. */
  readonly assertions?: number;
  /** Of Schematron: the phase that was asked for. */
  readonly phase?: string;
  /** Schematron rules that are inside a grammar. */
  readonly embedded?: boolean;
}

/** The same schema used in several folders counts once. */
export function togetherOf(runs: readonly CheckRun[]): CheckRun[] {
  const found = new Map<string, CheckRun>();
  for (const run of runs) {
    const key = `${run.kind} ${run.schema}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, files: before.files + run.files } : run);
  }
  return [...found.values()];
}

const plural = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** What was run, in a sentence for people; empty where nothing was. */
export function checksInWords(runs: readonly CheckRun[]): string {
  const parts = runs.map(({ schema, kind, files, assertions, phase, embedded }) => {
    const rules =
      kind === 'schematron'
        ? `${plural(assertions ?? 0, 'Schematron assertion')} ${embedded ? 'in' : 'of'} ${schema}${phase === undefined ? '' : ` (phase ${phase})`}`
        : schema;
    return `${rules} (${plural(files, 'file')})`;
  });
  return parts.length === 0 ? '' : `Checked by ${parts.join(', ')}.`;
}
