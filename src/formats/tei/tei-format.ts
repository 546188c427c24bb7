import { type FileReading, readTeiFile } from '../../model/read-tei/read-file.ts';
import { attributeOf } from '../../model/read-tei/structure.ts';
import { noteLabels } from '../../model/read-tei/note-numbers.ts';
import { Numbers, play } from '../../model/read-tei/play.ts';
import { readingView } from '../../model/read-tei/tape-in-view.ts';
import { spineBuilder } from '../../model/spine.ts';
import { structureRecorder } from '../../model/structure-recorder.ts';
import { type Aspect, aspects } from '../../model/structure.ts';
import { madeLimits } from '../../source/scan/events.ts';
import { sourceText } from '../../source/text.ts';
import { pointersInFolder, promiseTei } from './pointers.ts';
import { writtenFaults } from '../tei-written.ts';
import type { ReadBack, TextFormat } from '../format.ts';

/** Of a file of which only the characters are compared. */
const nothingRead = { spine: { text: '', notes: [] }, structure: { items: [] } };

/** An element that cannot be in a document: the whole text is one unit. */
const noDocuments = { element: '' };

/** The spine of all `text` in a TEI file. `base`: the witness that is set as the base of its apparatus. Throws where the file is not well-formed. */
export function readTei(content: string, base?: string): ReadBack {
  const selector = { ...noDocuments, base: () => base };
  const file = readTeiFile(sourceText('', content), selector, [], madeLimits, 'structure');
  const { tape, structure, findings } = file;
  const fault = findings.find((finding) => finding.severity === 'error');
  if (fault) throw new Error(fault.message);
  const recorder = structureRecorder();
  const builder = spineBuilder(recorder);
  const language = structure.root && attributeOf(structure.root, 'xml:lang');
  if (language !== undefined) builder.open('language', language);
  const stretches = shown(file);
  const numbers = new Numbers(noteLabels(tape, stretches, readingView));
  for (const [from, to] of stretches) play(tape, from, to, builder, numbers);
  const spine = builder.finish();
  return {
    spine,
    structure: { items: pointersInFolder(recorder.structure().items) },
    faults: [],
    layout: ({ written }, unit, edition) => (written ? writtenFaults(content, written, unit, edition) : []),
  };
}

/** The stretches of the tape that are the unit: the record if the file has no text, otherwise everything but the record. */
function shown({ units, tape }: FileReading): readonly (readonly [from: number, to: number])[] {
  const record = units.find(({ kind }) => kind === 'record');
  if (!record) return [[0, tape.ops.length]];
  return record.beside ? [[record.ops[0]![1], tape.ops.length]] : record.ops;
}

/** Each unit as a valid TEI file of its own, with the header of its source. */
export const teiFormat: TextFormat = {
  name: 'tei',
  carries: 'text',
  isSource: true,
  aspects: {
    block: true,
    cell: true,
    look: true,
    role: true,
    status: true,
    mark: true,
    formula: true,
    gloss: true,
    speaker: true,
    line: true,
    number:
      'a number depends on the numbers around the unit, which are not in its file; its attributes are compared character for character',
    language: true,
    direction: true,
    pointer: true,
    id: true,
    picture: true,
    reading: true,
  },
  path: (id) => `tei/${id}.xml`,
  write: (unit) => unit.tei,
  readBack: readTei,
  promise: promiseTei,
};

const asWritten =
  'the edition decides about elements in a table of its own, which is not in the file; the file is compared with its source character for character';

/**
 * The same where the edition has a table of elements: a file is TEI as it is written, and what the table makes of it depends on elements around the unit. So
 * only its characters are compared.
 */
export const teiAsWritten: TextFormat = {
  ...teiFormat,
  aspects: Object.fromEntries(aspects.map((aspect) => [aspect, asWritten])) as Record<Aspect, string>,
  readBack: (content) => ({ ...readTei(content), ...nothingRead }),
  promise: () => nothingRead,
};
