/** One class of characters: a question that is put for every character of a text, so the answers are kept. */
export interface CharacterClass {
  has(codePoint: number): boolean;
}

/** Answers kept beyond ASCII: so many different characters hardly any text has. */
const MOST_KEPT = 4096;

/** The class that JavaScript writes so, with the flag `v`. */
export function characterClass(set: string): CharacterClass {
  const expression = new RegExp(`^${set}$`, 'v');
  const ask = (codePoint: number): boolean => expression.test(String.fromCodePoint(codePoint));
  const ascii = Array.from({ length: 128 }, (_, codePoint) => ask(codePoint));
  const others = new Map<number, boolean>();
  return {
    has: (codePoint) => {
      if (codePoint < 128) return ascii[codePoint]!;
      let known = others.get(codePoint);
      if (known === undefined) {
        known = ask(codePoint);
        if (others.size >= MOST_KEPT) others.clear();
        others.set(codePoint, known);
      }
      return known;
    },
  };
}
