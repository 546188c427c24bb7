import { ruleOf } from '../tei/elements.ts';

/** What the streaming reader must know of dictionaries: which of their fields nothing parts, and what their quotations are. */

/** Elements of other groups that are fields of entries and of the quotations in them. */
const others = new Set('cit quote q bibl ref mentioned gloss term'.split(' '));

/** Whether an element is of dictionaries. */
export const isOfDictionary = (name: string | undefined): boolean =>
  name !== undefined && ruleOf(name)?.group === 'dictionary';

const isField = (name: string): boolean => isOfDictionary(name) || others.has(name);

/** A quotation with its translation and its source is of fields, too. */
const holdsFields = (name: string | undefined): boolean => isOfDictionary(name) || name === 'cit';

/** Knows where one field of an entry is directly behind another: their words are two, as on separate lines of a record. */
export class Fields {
  /** Nothing is between this place and the field before it. */
  isBehindField = false;

  /** Whether white space is before an element that opens, although the source has none. */
  open(name: string, parent: string | undefined): boolean {
    const isApart = this.isBehindField && isField(name) && holdsFields(parent);
    this.isBehindField = false;
    return isApart;
  }

  close(name: string): void {
    this.isBehindField = isField(name);
  }

  text(): void {
    this.isBehindField = false;
  }
}

/** Whether a `cit` is what its type says: an example or a translation in a dictionary, the translation of what is quoted. */
export const isDictionaryQuotation = (name: string, parent: string | undefined): boolean =>
  name === 'cit' && holdsFields(parent);
