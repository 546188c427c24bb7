/** What a command said, without the lines that show the source and explain: those belong to the tests of the findings. */
export const brief = (said: string): string =>
  said
    .split('\n')
    .filter((line) => /^\S/.test(line))
    .join('\n');
