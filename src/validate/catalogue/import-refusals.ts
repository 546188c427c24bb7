import type { Explanation } from './explanation.ts';

/** Why an import writes nothing. */
export const refusals: readonly Explanation[] = [
  {
    code: 'import-unreadable',
    title: 'A source that cannot be read, or TEI that cannot be written',
    severity: 'error',
    why: 'Nothing of the source would reach the edition.',
    fix: 'Give the file itself, in a folder that can be read and written.',
  },
  {
    code: 'import-nothing',
    title: 'A folder with nothing to import',
    severity: 'error',
    why: 'An import that does nothing would pass for one that went well.',
    fix: 'Check the name of the folder, or name the files.',
  },
  {
    code: 'import-other-text',
    title: 'TEI of another text in the same place',
    severity: 'error',
    why: 'The TEI of one text would replace that of another.',
    fix: 'Import into another folder with --to, or use --force.',
  },
  {
    code: 'import-too-deep',
    title: 'A text that is nested too deep',
    severity: 'error',
    why: 'Hundreds of quotations, lists or elements inside each other are a mistake of the program that wrote the text.',
    fix: 'Remove the levels that say nothing, and import again.',
  },
  {
    code: 'import-too-many',
    title: 'A text with too many signs of emphasis or quotations',
    severity: 'error',
    why: 'The time that it takes to read them grows with the square of their number.',
    fix: 'Split the place by blank lines, or the text into several files, and import again.',
  },
  {
    code: 'import-failed',
    title: 'An import that failed',
    severity: 'error',
    why: 'This is a fault of Octavo, not of the text.',
    fix: 'Nothing was written for this file. Please report it with the file.',
  },
  {
    code: 'import-kind',
    title: 'A source of a kind that cannot be imported',
    severity: 'error',
    why: 'An import must know what the marks in a text mean.',
    fix: 'Name the kind with --from, or convert the file to one that is known.',
  },
  {
    code: 'import-would-overwrite',
    title: 'A file that would be overwritten',
    severity: 'error',
    why: 'A person’s work is never overwritten.',
    fix: 'Import into another folder with --to, replay answers with --answers, or use --force.',
  },
  {
    code: 'import-docx',
    title: 'A Word file that cannot be read',
    severity: 'error',
    why: 'None of it would reach the edition.',
    fix: 'Open it in a word processor, save it as .docx (Word 2007 and newer), and import it again.',
  },
  {
    code: 'import-too-large',
    title: 'A file that is larger than any document',
    severity: 'error',
    why: 'A file becomes one document. This one is a whole volume or more, and its notes could not be distinguished.',
    fix: 'Split it into one file for each document, with its notes at the end, and import the folder.',
  },
  {
    code: 'import-empty',
    title: 'A source without text',
    severity: 'error',
    why: 'There is nothing to make an edition from.',
    fix: 'Check whether the file was saved completely.',
  },
];
