import { inTei, isHidden } from '../model/read-tei/elements.ts';
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
    return {
      open: (tag) => {
        const { local } = inTei(tag);
        if (inText === 0 && local !== 'text' && local !== 'sourceDoc') return;
        inText++;
        if (notText > 0 || isHidden(local)) notText++;
        else this.count(tag, local);
      },
      close: () => {
        if (inText > 0) inText--;
        if (notText > 0) notText--;
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
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}
