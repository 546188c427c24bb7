import type { ExpectedFile, UnitInPlace, WholeFormat, WholeProof } from '../formats/format.ts';
import type { Edition } from '../model/edition.ts';
import type { UnitContent } from '../model/unit-content.ts';
import { UnreadableFile } from '../source/regular-file.ts';
import type { BuiltFiles } from './built-files.ts';
import { type Loss, recordLosses } from './check-unit.ts';
import type { FormatProof } from './proof.ts';

/** Checks the formats of which no unit has a file of its own: their files are read back and compared with what the sources say, record by record. */

/** Of one file, so many differences are named. */
const mostNamed = 3;

interface Checking {
  readonly format: WholeFormat;
  readonly proof: WholeProof;
  files: readonly ExpectedFile[];
}

export class WholeChecker {
  private readonly all: readonly Checking[];

  constructor(formats: readonly WholeFormat[], edition: Edition) {
    this.all = formats.map((format) => ({ format, proof: format.prove(edition), files: [] }));
  }

  unit(unit: UnitInPlace, content: UnitContent): void {
    for (const { proof } of this.all) proof.unit(unit, content);
  }

  /** To be called when all units have been shown. */
  check(files: BuiltFiles): {
    readonly losses: readonly Loss[];
    readonly formats: Readonly<Record<string, FormatProof>>;
  } {
    const losses: Loss[] = [];
    const formats: Record<string, FormatProof> = {};
    for (const one of this.all) {
      const { format, proof } = one;
      one.files = proof.files(readable(files));
      let proven = 0;
      for (const file of one.files) {
        const faults = faultsOf(file, files);
        if (faults.length === 0) proven++;
        losses.push(...faults.map((message) => ({ document: '', format: format.name, message })));
      }
      formats[format.name] = { files: one.files.length, proven, proof: 'fields' };
    }
    return { losses, formats };
  }

  /** The files that must be there; known when all has been checked. */
  paths(): string[] {
    return this.all.flatMap(({ files }) => files.map(({ path }) => path));
  }

  /** What the manifest must name. */
  outputs(): Record<string, string> {
    const named = this.all.filter(({ format, files }) => files.some(({ path }) => path === format.path));
    return Object.fromEntries(named.map(({ format }) => [format.name, format.path]));
  }
}

/** What of the files can be read: why one cannot is said where it is checked. */
const readable =
  (files: BuiltFiles) =>
  (path: string): Uint8Array | undefined => {
    try {
      return files.bytes(path);
    } catch (error) {
      if (error instanceof UnreadableFile) return undefined;
      throw error;
    }
  };

function faultsOf({ path, records, readBack }: ExpectedFile, files: BuiltFiles): string[] {
  try {
    const found = files.bytes(path);
    if (!found) return [`${path} is missing`];
    const faults = recordLosses(records, readBack(found.toString('utf8')));
    const more = faults.length - mostNamed;
    const named = [...faults.slice(0, mostNamed), ...(more > 0 ? [`and ${more} more differences`] : [])];
    return named.map((fault) => `${path}: ${fault}`);
  } catch (error) {
    const why = error instanceof UnreadableFile ? error.trouble : (error as Error).message;
    return [`${path} cannot be read: ${why}`];
  }
}
