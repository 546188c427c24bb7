import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import type { Witnesses } from '../apparatus.ts';
import { oneLine } from '../spine.ts';
import { inTei } from './elements.ts';
import { attributeOf } from './structure.ts';

/**
 * The witnesses of a file and their sigla: `@n` of a witness, else its `abbr` or `idno` of the type “siglum”; without one the id is the siglum.
 * Editions and scholars from whom readings are (`bibl`, `person` …) may have such an `abbr` or `idno` as well. Lists of witnesses, and witnesses that have
 * others in them, are groups of these.
 */

/** `set`: the witness that the settings take as the base. */
export function witnessReader(set?: string): {
  handler: XmlHandler;
  witnesses: () => Witnesses;
  /** The base: as it is set, else the first witness that was listed so far. */
  base: () => string | undefined;
} {
  const handler = new WitnessReader(set);
  return {
    handler,
    base: () => handler.base,
    witnesses: () => ({
      sigla: handler.sigla,
      groups: handler.groups,
      ...(handler.base !== undefined && { base: handler.base }),
      ...(set !== undefined && { isBaseSet: true }),
    }),
  };
}

class WitnessReader implements XmlHandler {
  base: string | undefined;
  readonly sigla = new Map<string, string>();
  readonly groups = new Map<string, readonly string[]>();
  /** Open elements with an id, the innermost last, by their depth. */
  private readonly owners: { readonly id: string; readonly depth: number; readonly isGroup: boolean }[] = [];
  constructor(set: string | undefined) {
    this.base = set;
  }

  private depth = 0;
  private texts = 0;
  private siglum: { readonly depth: number; readonly owner: string } | undefined;
  private words = '';

  open(written: XmlTag): void {
    const tag = inTei(written);
    this.depth++;
    if (tag.local === 'text') this.texts++;
    const id = attributeOf(tag, 'xml:id');
    const isWitness = tag.local === 'witness';
    if (isWitness && id !== undefined) this.witness(id, attributeOf(tag, 'n'));
    const isSiglum = (tag.local === 'abbr' || tag.local === 'idno') && attributeOf(tag, 'type') === 'siglum';
    const owner = this.owners.at(-1)?.id;
    if (isSiglum && owner !== undefined && !this.siglum) {
      this.siglum = { depth: this.depth, owner };
      this.words = '';
    }
    if (id !== undefined) this.owners.push({ id, depth: this.depth, isGroup: isWitness || tag.local === 'listWit' });
  }

  private witness(id: string, n: string | undefined): void {
    // A list of witnesses in the text is not known yet where the text begins.
    if (this.texts === 0) this.base ??= id;
    const around = this.owners.filter(({ isGroup }) => isGroup).map((owner) => owner.id);
    if (!this.groups.has(id)) this.groups.set(id, around.toReversed());
    if (n !== undefined && oneLine(n) !== '') this.sigla.set(id, oneLine(n));
  }

  close(): void {
    if (this.siglum?.depth === this.depth) {
      const words = oneLine(this.words);
      if (words !== '' && !this.sigla.has(this.siglum.owner)) this.sigla.set(this.siglum.owner, words);
      this.siglum = undefined;
    }
    if (this.owners.at(-1)?.depth === this.depth) this.owners.pop();
    this.depth--;
  }

  text(value: string): void {
    if (this.siglum) this.words += value;
  }
}
