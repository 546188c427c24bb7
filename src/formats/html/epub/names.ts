/** Where things are in a book, and what places in it are called. */

/** The folder of the book in the archive. */
export const folder = 'EPUB/';

/** Where the text of a unit is. */
export const chapterPath = (id: string): string => `text/${id}.xhtml`;

/** Where the text of a unit is, as a link from another text has it: names of units and ids of a book have only characters that a link may have. */
export const chapterAddress = (id: string): string => `${id}.xhtml`;

/**
 * Ids of our pages as XML wants them in a book: names without colons that do not begin with a digit (Namespaces in XML 1.0, section 7). What is not allowed
 * is written as in ISO 9075-14: `call:3` is `call_x003A_3`. No two ids become one, since a `_x` of their own is escaped as well.
 */
const notAllowed = /^[^\p{L}_]|(?<!^)[^\p{L}\p{N}\p{M}._-]|_(?=x[0-9A-F]{4,6}_)/gu;

export const bookId = (id: string): string =>
  id.replace(notAllowed, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `_x${code}_`;
  });
