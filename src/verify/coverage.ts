import type { FileReading } from '../model/read-tei/read-file.ts';
import type { Loss } from './check-unit.ts';
import { calledOn } from '../model/read-tei/brought-notes.ts';
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
  return noteLosses(file);
}

/** Notes that are called elsewhere than they are written belong to one unit as well. */
function noteLosses({ tape, units, source }: FileReading): Loss[] {
  const called = new Map<number, number>();
  for (const unit of units) for (const note of calledOn(tape, unit.ops)) called.set(note, (called.get(note) ?? 0) + 1);
  for (const note of tape.apart.keys()) {
    const count = called.get(note) ?? 0;
    if (count === 1) continue;
    const how = count === 0 ? 'in no document or section' : 'more than once';
    const { line } = source.locate(note);
    return [{ document: source.file, format: 'source', message: `line ${line}: a note is called ${how}` }];
  }
  return [];
}
