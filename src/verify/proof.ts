import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJson } from '../edition/manifest.ts';
import type { BookFormat, Format } from '../formats/format.ts';
import type { LeftOut } from '../model/decides/sums.ts';
import type { ChangeCounts } from '../model/sheet-changes.ts';
import type { UnitInfo } from '../model/edition.ts';
import { OutputFault } from '../publish/output-folder.ts';
import type { RebuildProof } from './against-rebuild.ts';
import type { Loss } from './check-unit.ts';
import type { KeptAsWords } from './kept-as-words.ts';

/** `proof.json`: what a proof says, and how it is kept. */

/** Of a format: how many files were read back and how many of them agree with the source. */
export interface FormatProof {
  readonly files: number;
  readonly proven: number;
  readonly proof: 'text' | 'fields';
  /** What this format does not carry of what is on the words, each aspect with the reason; of books also what else they do not have. Absent: it carries all of it, or is a record. */
  readonly notCarried?: Readonly<Record<string, string>>;
}

/** What a format does not carry, as the proof says it. */
export function notCarried(format: Format): Pick<FormatProof, 'notCarried'> {
  if (format.carries !== 'text') return {};
  return reasonsIn(format.aspects);
}

/** What books do not carry. */
export const notInBooks = (format: BookFormat, units: readonly UnitInfo[]): Pick<FormatProof, 'notCarried'> =>
  reasonsIn({ ...format.chapter.aspects, ...format.notCarried(units) });

function reasonsIn(aspects: Readonly<Record<string, string | true>>): Pick<FormatProof, 'notCarried'> {
  const reasons = Object.entries(aspects).filter(([, carried]) => carried !== true);
  return reasons.length === 0 ? {} : { notCarried: Object.fromEntries(reasons) as Record<string, string> };
}

export interface Proof {
  readonly edition: string;
  readonly result: 'nothing lost' | 'something lost';
  readonly documents: number;
  readonly sections: number;
  /** Records of texts; absent: there are none. */
  readonly records?: number;
  readonly words: number;
  readonly pages: number;
  readonly notes: number;
  readonly formats: Readonly<Record<string, FormatProof>>;
  /** Elements that no rule knows, by name, and how often they occur: their words are proven, and what they mean is not. Absent where there are none. */
  readonly keptAsWords?: KeptAsWords;
  /** Words that the edition’s own table leaves out, by the selector of the row. Absent: none. */
  readonly leftOut?: LeftOut;
  /** What stylesheets of the edition changed: looks and roles that are not those of the source. Absent: there are none. */
  readonly changedByStylesheets?: ChangeCounts;
  /** Outputs of which only is proven that they are there, by name, with the reason. Absent: there are none. */
  readonly notProven?: Readonly<Record<string, string>>;
  /** Only where the edition was built again to compare every byte. */
  readonly rebuilt?: RebuildProof;
  /** Only where it was asked for: what is to be seen on the pages of printed books, by the paths of the books. */
  readonly remarks?: Readonly<Record<string, readonly string[]>>;
  readonly losses: readonly Loss[];
}

/** A proof of an edition of which nothing can be proven. */
export const unreadable: Omit<Proof, 'losses'> = {
  edition: '', result: 'something lost', documents: 0, sections: 0, words: 0, pages: 0, notes: 0, formats: {},
}; // prettier-ignore

/** Writes `proof.json` into the edition. Throws `OutputFault` where that cannot be done. */
export function writeProof(out: string, proof: Proof): Proof {
  // Never through what is there: it may be a link to a file elsewhere, or a pipe that waits for a reader.
  const draft = join(out, '.proof.json.new');
  try {
    rmSync(draft, { force: true });
    writeFileSync(draft, toJson(proof), { flag: 'wx' });
    renameSync(draft, join(out, 'proof.json'));
  } catch (error) {
    throw new OutputFault(`proof.json: ${(error as Error).message}`);
  }
  return proof;
}
