/**
 * Cells of tables that spreadsheet programs open. A cell that begins like a formula would be computed there, and a formula can call out or start
 * programs (OWASP, “CSV Injection”). Such a cell gets an apostrophe before it, which spreadsheets know as the mark of plain text. Reversible:
 * `plainCell(safeCell(text)) === text` for every text.
 */

/** A sign that begins a formula, in its full-width form too, behind any white space, quotation marks and apostrophes. */
const formula = /^[\s\u00a0\ufeff'"]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|^'*[\t\r\n]/u;

const negativeNumber = /^-\d+(?:\.\d+)?$/;

/** The text as a cell may hold it. In a column of numbers a negative number stays one. */
export function safeCell(text: string, numeric = false): string {
  return formula.test(text) && !(numeric && negativeNumber.test(text)) ? `'${text}` : text;
}

/** The text of a cell that `safeCell` made. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
