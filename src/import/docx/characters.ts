/**
 * The characters that elements of a run stand for: text, tabs, hyphens, and the symbols of fonts that have none but
 * symbols.
 */
import { textOf, type XmlNode } from './xml-tree.ts';

/** Signs of the font Symbol (its codes are those of the Greek alphabet and of mathematics). */
const symbol =
  'a α b β c χ d δ e ε f φ g γ h η i ι j ϕ k κ l λ m μ n ν o ο p π q θ r ρ s σ t τ u υ w ω x ξ y ψ z ζ A Α B Β C Χ D Δ E Ε F Φ G Γ H Η I Ι K Κ L Λ M Μ N Ν O Ο P Π Q Θ R Ρ S Σ T Τ U Υ W Ω X Ξ Y Ψ Z Ζ ¢ ′ £ ≤ ¤ ⁄ ¥ ∞ § ♣ ¨ ♦ © ♥ ª ♠ « ↔ ¬ ← ­ ↑ ® → ¯ ↓ ° ° ± ± ² ″ ³ ≥ ´ × µ ∝ ¶ ∂ · • ¸ ÷ ¹ ≠ º ≡ » ≈ ¼ … à ℵ Å ∅ Ç ∩ È ∪ É ⊃ Ì ⊂ Î ∈ Ï ∉ Ð ∠ Ò ® Ó © Ô ™ Õ ∏ Ö √ ù ⌉';

/** Signs of Wingdings that people use for bullets, boxes and arrows. */
const wingdings =
  'l ● m ○ n ■ o □ q ❑ r ❒ s ⬧ t ⧫ u ◆ v ❖ § ▪ ¨ ◻ ü ✓ û ✗ þ ☑ ý ☒ à → ß ← á ↑ â ↓ Ø ➢ è ➔ J ☺ ( ☎ * ✉ · •';

const table = (text: string): ReadonlyMap<string, string> => {
  const signs = text.split(' ');
  return new Map(signs.flatMap((s, i) => (i % 2 === 0 ? [[s, signs[i + 1]!]] : [])));
};
const fonts: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  symbol: table(symbol),
  wingdings: table(wingdings),
};

/** A symbol of a font by its code; the code itself where we do not know it. */
function signOf({ attributes }: XmlNode): string {
  const code = parseInt(attributes['w:char'] ?? '', 16);
  if (Number.isNaN(code)) return '\ufffd';
  const plain = String.fromCharCode(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code);
  return fonts[(attributes['w:font'] ?? '').toLowerCase()]?.get(plain) ?? String.fromCharCode(code);
}

const ligatures: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'ſt', ﬆ: 'st' };

/** Text without the symbols of its layout: soft hyphens, ligatures of a typeface, spaces of no width. */
export const plainCharacters = (text: string): string =>
  text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/[\ufb00-\ufb06]/g, (c) => ligatures[c]!);

/** The characters of an element of a run; undefined where it is none that has characters. */
export function charactersOf(node: XmlNode): string | undefined {
  switch (node.name) {
    case 'w:t':
    case 'w:delText':
    case 'm:t':
      return plainCharacters(textOf(node));
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:sym':
      return signOf(node);
    default:
      return undefined;
  }
}
