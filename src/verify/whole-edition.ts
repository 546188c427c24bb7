import type { BookInEdition, Format } from '../formats/format.ts';
import type { FormatOptions } from '../formats/index.ts';
import type { Addresses } from '../model/addresses.ts';
import type { Edition } from '../model/edition.ts';
import type { BuiltFiles } from './built-files.ts';
import type { WholeChecker } from './check-whole.ts';
import type { BuiltSheets } from './sheets.ts';

/** What an edition was built in. */
export interface Outputs {
  readonly formats: readonly Format[];
  readonly books: readonly BookInEdition[];
  /** What checks the formats of the whole edition. */
  readonly wholes: WholeChecker;
}

/** A built edition, as far as it is proven. */
export interface WholeEdition extends Outputs {
  readonly edition: Edition;
  readonly options: FormatOptions;
  readonly at: Addresses;
  readonly out: string;
  readonly files: BuiltFiles;
  /** Stylesheets of the edition: what they changed, and what they make, whose files must be there; what is in these nobody proves. */
  readonly sheets: BuiltSheets;
}
