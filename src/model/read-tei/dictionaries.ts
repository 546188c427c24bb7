import { ruleOf } from '../tei/elements.ts';

/** What the streaming reader must know of dictionaries: which of their fields nothing parts, and what their quotations are. */

const quotations = new Set('cit quote q bibl'.split(' '));

/** Whether an element is of dictionaries. */
export const isOfDictionary = (name: string | undefined): boolean =>
  name !== undefined && ruleOf(name)?.group === 'dictionary';

const isField = (name: string): boolean => isOfDictionary(name) || quotations.has(name);

/** Knows where one field of an entry is directly behind another: their words are two, as on separate lines of a record. */
export class Fields {
  private isBehindField = false;

  /** Whether white space is before an element that opens, although the source has none. */
  open(name: string, parent: string | undefined): boolean {
    const isApart = this.isBehindField && isField(name) && isOfDictionary(parent);
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

/** What a `cit` of a dictionary is: an example, a translation. */
export const isDictionaryQuotation = (name: string, parent: string | undefined): boolean =>
  name === 'cit' && isOfDictionary(parent);
