/**
 * Typst code as text. Words of a source come into it by `words` alone, as the value of a string: whatever they are, they are no code.
 */

/** A string of Typst with exactly this value. In strings only the backslash and the quotation mark mean anything. */
export function words(text: string): string {
  const escaped = text.replace(/["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '"' || character === '\\' ? `\\${character}` : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
  return `"${escaped}"`;
}

/** Content of several parts, one after the other; empty where all of them are. */
export const sequence = (parts: readonly string[]): string => {
  const full = parts.filter((part) => part !== '');
  return full.length > 1 ? `{${full.join(';')}}` : (full[0] ?? '');
};

/** Empty code is empty content. */
const content = (code: string): string => (code === '' ? '[]' : code);

/** An array. */
export const list = (items: readonly string[]): string => `(${items.map((item) => `${content(item)},`).join('')})`;

/** A call of a function of the template. */
export const call = (name: string, ...given: readonly string[]): string => `${name}(${given.map(content).join(',')})`;
