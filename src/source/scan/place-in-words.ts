/** Where in a text something is to be put, as a person finds it: `before <item>`, `after “the end”`. */
export function placeInWords(text: string, at: number): string {
  const next = /^\s*(<\/?[^\s<>/]+)/.exec(text.slice(at, at + 200))?.[1];
  if (next !== undefined) return `before ${next}>`;
  const before = /(\S+\s+)?\S+\s*$/.exec(text.slice(Math.max(0, at - 60), at).replace(/^[^]*[<>]/, ''))?.[0].trim();
  return before === undefined ? 'there' : `after “${before}”`;
}
