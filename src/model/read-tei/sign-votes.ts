import type { XmlTag } from '../../source/xml.ts';
import { enoughVotes } from '../signs.ts';

/**
 * What an encoding says of the field it is from, so that its signs are those of that field: inscriptions and papyri number the lines of their texts
 * (EpiDoc), critical editions have lemmas and readings, genetic editions say how a text was changed.
 */

const inNumberedLines = new Set(['supplied', 'gap', 'unclear', 'surplus']);
const genetic = new Set(['subst', 'mod', 'metamark', 'retrace', 'addSpan', 'delSpan']);

export class SignVoteCounter {
  private expansions = 0;
  private states = 0;
  private isNumbered = false;
  private readings = 0;
  private changes = 0;

  /** An element of a text opens inside these. */
  open({ local, attributes }: XmlTag, around: readonly { readonly name: string }[]): void {
    if (local === 'ex') this.expansions++;
    else if (inNumberedLines.has(local)) this.states++;
    else if (local === 'lem' || local === 'rdg') this.readings++;
    else if (genetic.has(local)) this.changes++;
    else if ((local === 'add' || local === 'del') && attributes.some(({ name }) => name === 'change')) this.changes++;
    else if (local === 'lb' && !this.isNumbered)
      this.isNumbered = attributes.some(({ name }) => name === 'n') && around.some(({ name }) => name === 'ab');
  }

  votes(): { readonly leiden: number; readonly critical: number; readonly genetic: number } {
    const found = this.expansions + (this.isNumbered ? this.states : 0);
    // A short inscription has few of them, and there is nothing else that it could be.
    const leiden = this.isNumbered && found > 0 ? found + enoughVotes : found;
    return { leiden, critical: this.readings, genetic: this.changes };
  }
}
