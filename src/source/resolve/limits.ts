/** What resolving a file may cost. Beyond it the file is refused with a finding. */
export interface ResolveLimits {
  /** Characters of the text that is put together. */
  readonly length: number;
  /** How often as long as the files that it consists of a text may be, unless it is shorter than `short`. */
  readonly growth: number;
  readonly short: number;
  /** Files inside one another. */
  readonly includeDepth: number;
  /** Includes of one text, those of its parts counted. */
  readonly includes: number;
  /** Entities inside one another. */
  readonly entityDepth: number;
  /** Characters that entities and defaults of attributes may add to one file. */
  readonly entityLength: number;
  /** Entities and defaults of attributes that one file may use. */
  readonly entityUses: number;
  /** Declarations of one document type. */
  readonly declarations: number;
}

export const resolveLimits: Omit<ResolveLimits, 'length'> = {
  growth: 8,
  short: 10_000_000,
  includeDepth: 40,
  includes: 20_000,
  entityDepth: 20,
  entityLength: 4_000_000,
  entityUses: 500_000,
  declarations: 10_000,
};
