/** An explanation as it is in the schema, and the example in it. */

/** What an explanation says, and its example if it has one. */
export interface Explanation {
  words: string;
  example: string | undefined;
}

/** Parts an explanation into its words and its example (the line that begins with “Example: ”). */
export function explanation(doc: string): Explanation {
  const lines = doc.split('\n').map((line) => line.trim());
  const example = lines.find((line) => line.startsWith('Example: '))?.slice('Example: '.length);
  const words = lines.filter((line) => line !== '' && !line.startsWith('Example: ')).join(' ');
  return { words, example };
}

/** The first sentence of an explanation, for lists. */
export function firstSentence(words: string): string {
  return /^.*?[^A-Z0-9][.?!:](?= [A-Z]|$)/.exec(words)?.[0].replace(/:$/, '.') ?? words;
}
