/** `1 word`, `297,690 words`. */
export const count = (n: number, word: string): string =>
  `${String(n).replace(/\B(?=(\d{3})+$)/g, ',')} ${word}${n === 1 ? '' : 's'}`;
