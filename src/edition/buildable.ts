import type { FileReading } from '../model/read-tei/read-file.ts';
import type { EditionReading } from '../validate/check.ts';

/**
 * Files that can be built: of one that is not well-formed XML, or stops in the middle, words would be lost silently.
 */
export const buildable = (reading: EditionReading): FileReading[] =>
  reading.files.filter(
    (file) => !reading.broken.has(file) && !file.findings.some(({ severity }) => severity === 'error'),
  );
