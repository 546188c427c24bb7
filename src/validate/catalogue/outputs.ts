import type { Explanation } from './explanation.ts';

/** What a build and its proof have to say. */
export const outputs: readonly Explanation[] = [
  {
    code: 'element-without-rule',
    title: 'An element that the reading edition does not know',
    severity: 'note',
    why: 'Its words are kept as they stand, but no rule says how they should be shown.',
    fix: 'To decide how to show it: docs/how-to/add-an-element.md.',
  },
  {
    code: 'lost',
    title: 'Something in the source that is missing or changed in an output',
    severity: 'error',
    why: 'The edition promises that every word, page break, note call and note of the source is in every output.',
    fix: 'Build again; if it stays, please report it.',
  },
  {
    code: 'address-moved',
    title: 'A document that would move to another address',
    severity: 'error',
    why: 'Whoever has cited or linked its address would find nothing there, or another text.',
    fix: 'Give the new documents ids of their own, build them into a folder of their own, or accept it with --allow-removals.',
  },
  {
    code: 'address-gone',
    title: 'A document that was built and would vanish',
    severity: 'error',
    why: 'Whoever has cited or linked its address would find nothing there.',
    fix: 'Put the document back, with the id it had, or accept it with --allow-removals.',
  },
  {
    code: 'image-cleaned',
    title: 'An SVG image that can do more than show an image',
    severity: 'review',
    why: 'An SVG image that is opened by itself runs its scripts and loads what it points to, with the rights of the edition’s address. It is published without that.',
    fix: 'Your file is unchanged. Look at the image in the edition; to have no difference, remove these parts from the file.',
  },
  {
    code: 'image-refused',
    title: 'A file that is not published as an image',
    severity: 'review',
    why: 'It is not the image that its name says, cannot be read, or is too large. Pages show a placeholder for it: a file that is something else may be run by a browser.',
    fix: 'Put the image there; save an SVG as plain SVG (UTF-8, without a document type).',
  },
  {
    code: 'formula-as-source',
    title: 'Formulas that pages cannot set',
    severity: 'review',
    why: 'Pages show the source of a formula in TeX that is not understood, and the words of one in MathML that holds more than presentation markup.',
    fix: 'Correct the formula, or encode it as presentation MathML.',
  },
  {
    code: 'no-typesetter',
    title: 'The typesetter is not installed',
    severity: 'error',
    why: 'Printed books (PDF) are set by Typst, which is an optional part of the package because of its size.',
    fix: 'Install it with the command that the message names, or leave the format pdf out.',
  },
  {
    code: 'not-typeset',
    title: 'A printed book that cannot be set',
    severity: 'error',
    why: 'What the typesetter warns of may be words that are lost, so no file is written.',
    fix: 'If it is about a template of yours, correct it; if a character cannot be shown, put a font that has it into templates/print/ (docs/how-to/print.md).',
  },
  {
    code: 'note-elsewhere',
    title: 'A note that begins on another page than its call',
    severity: 'note',
    why: 'A reader looks for a note at the foot of the page.',
    fix: 'Nothing is lost. Another paper size or another size of type (docs/how-to/print.md) divides the pages in another way.',
  },
  {
    code: 'image-missing',
    title: 'Images that texts show and that are not there',
    severity: 'review',
    why: 'Pages show a placeholder with the description of the image.',
    fix: 'Put the files there, under the names that graphic/@url gives, relative to the file that names them.',
  },
  {
    code: 'image-kind',
    title: 'A picture of another kind than its name says',
    severity: 'review',
    why: 'Browsers show it all the same; other programs go by the name and may not.',
    fix: 'Give it the ending of what it is, and correct graphic/@url.',
  },
];
