import { inTei, isFormula, isHidden } from '../model/read-tei/elements.ts';
import { FormulaReader } from '../model/read-tei/formulas.ts';
import { ruleOf } from '../model/tei/elements.ts';
import type { XmlHandler, XmlTag } from '../source/xml.ts';

/**
 * Elements in texts that the table of elements does not have: those of a customization of TEI, and those of other namespaces. Their words are
 * text and are proven; that nothing else of them is, the proof says with their names and numbers.
 */

/** Examples of markup are meant to be read as they are. */
const examples = 'http://www.tei-c.org/ns/Examples';

/** How often each element occurs, by the name that the source gives it, in the order of names. */
export type KeptAsWords = Readonly<Record<string, number>>;

export class KeptAsWordsCounter {
  private readonly counts = new Map<string, number>();

  /** Counts in one file. */
  handler(): XmlHandler {
    let inText = 0;
    let notText = 0;
    const formula = new OpenFormula();
    return {
      open: (tag) => {
        const { local } = inTei(tag);
        if (inText === 0 && local !== 'text' && local !== 'sourceDoc') return;
        inText++;
        if (formula.open(tag)) return;
        if (notText > 0 || isHidden(local)) notText++;
        else this.count(tag, local);
      },
      text: (value) => formula.text(value),
      close: () => {
        const words = formula.close();
        for (const { name } of words ?? []) this.add(name);
        if (inText > 0) inText--;
        if (!words && notText > 0) notText--;
      },
    };
  }

  /** Undefined where there are none. */
  found(): KeptAsWords | undefined {
    const names = [...this.counts.keys()].sort();
    return names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, this.counts.get(name)!]));
  }

  private count({ name, uri }: XmlTag, local: string): void {
    if (uri === examples || ruleOf(local) !== undefined) return;
    this.add(name);
  }

  private add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}

/** The elements of a formula, which are words where it cannot be shown as a formula. */
class OpenFormula {
  private readonly reader = new FormulaReader();
  private elements: XmlTag[] = [];
  private depth = 0;

  /** Whether an element is a formula or in one. */
  open(tag: XmlTag): boolean {
    if (this.depth === 0 && !isFormula(inTei(tag).local)) return false;
    this.depth++;
    this.reader.open(tag, 0);
    this.elements.push(tag);
    return true;
  }

  text(value: string): void {
    this.reader.text(value);
  }

  /** An element closes: undefined where it is in no formula, else those that are kept as words. */
  close(): readonly XmlTag[] | undefined {
    if (this.depth === 0) return undefined;
    const isShown = this.reader.close() !== undefined;
    if (--this.depth > 0) return [];
    const { elements } = this;
    this.elements = [];
    return isShown ? [] : elements;
  }
}
