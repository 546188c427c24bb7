import type { FileReading } from '../model/read-tei/read-file.ts';
import type { Loss } from './check-unit.ts';
import { Op } from '../model/read-tei/ops.ts';

/** Every word, page break and note of a file's text belongs to exactly one unit. */

/** Words, page breaks and notes of a file that belong to no unit or to several. */
export function coverageLosses(file: FileReading): Loss[] {
  const { tape, units, source } = file;
  const owners = new Uint8Array(tape.ops.length);
  for (const unit of units) for (const [from, to] of unit.ops) for (let i = from; i < to; i++) owners[i]!++;
  for (let i = 0; i < tape.ops.length; i++) {
    const counts =
      tape.ops[i] === Op.page ||
      tape.ops[i] === Op.startNote ||
      (tape.ops[i] === Op.text && tape.values[i]!.trim() !== '');
    if (!counts || owners[i] === 1) continue;
    const { line } = source.locate(tape.offsets[i]!);
    const how = owners[i] === 0 ? 'no document or section' : 'more than one document or section';
    return [
      {
        document: source.file,
        format: 'source',
        message: `line ${line}: “${tape.values[i]!.trim().slice(0, 60)}” belongs to ${how}`,
      },
    ];
  }
  return [];
}
