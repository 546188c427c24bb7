/** Which place belongs to which note: all at once, since the calls follow each other as the notes do. */
import type { CallPlace } from './call-places.ts';

/** What a note without a place costs. */
const penalty = 1.5;

/** A note at a place, and the best chain of earlier notes at earlier places that it continues. */
interface Link {
  readonly note: number;
  readonly at: number;
  /** Of the whole chain, in tenths: sums of fractions would not be equal where they should be. */
  readonly worth: number;
  readonly before: Link | undefined;
}

/** The better chain: worth more, or else ending earlier in the text, or else with an earlier note. */
function better(a: Link | undefined, b: Link | undefined): Link | undefined {
  if (!a || !b) return a ?? b;
  if (a.worth !== b.worth) return a.worth > b.worth ? a : b;
  if (a.at !== b.at) return a.at < b.at ? a : b;
  return a.note <= b.note ? a : b;
}

/** The best chains by the note they end with, kept so that asking and adding cost a few steps however many notes there are. */
class Chains {
  /** A binary indexed tree: the entry i holds the best of the i & -i notes up to the i-th. */
  readonly #best: (Link | undefined)[] = [];
  readonly #notes: number;

  constructor(notes: number) {
    this.#notes = notes;
  }

  add(link: Link): void {
    for (let i = link.note + 1; i <= this.#notes; i += i & -i) this.#best[i] = better(this.#best[i], link);
  }

  /** The best that ends with one of the first `notes` notes. */
  among(notes: number): Link | undefined {
    let best: Link | undefined;
    for (let i = notes; i > 0; i -= i & -i) best = better(best, this.#best[i]);
    return best;
  }
}

/** The best place for each symbol, in the order of the symbols; a symbol may have none. */
export function assign(labels: readonly string[], places: readonly CallPlace[]): (CallPlace | undefined)[] {
  const notes = new Map<string, number[]>();
  labels.forEach((label, i) => {
    const same = notes.get(label);
    if (same) same.push(i);
    else notes.set(label, [i]);
  });
  const chains = new Chains(labels.length);
  places.forEach(({ label, worth }, at) => {
    const links = (notes.get(label) ?? []).map((note): Link => {
      const before = chains.among(note);
      return { note, at, worth: (before?.worth ?? 0) + Math.round((worth + penalty) * 10), before };
    });
    for (const link of links) chains.add(link);
  });
  const out = new Array<CallPlace | undefined>(labels.length).fill(undefined);
  for (let link = chains.among(labels.length); link; link = link.before) out[link.note] = places[link.at];
  return out;
}
