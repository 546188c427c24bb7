/** The characters of a schema in compact syntax once its escapes are resolved (compact syntax, section 2), with their places in the file. */
export interface Characters {
  readonly text: string;
  /** Where a character of `text` begins in the file. */
  place(at: number): number;
}

/** Stands for a line end that was written as an escape: it does not end a comment or a literal. */
export const ESCAPED_LINE_END = '\u0000';
/** The same for a carriage return. */
export const ESCAPED_RETURN = '\u0001';

/** A mistake in a schema in compact syntax, with its place; thrown and caught within this folder. */
export class SyntaxProblem extends Error {
  readonly start: number;
  readonly end: number;
  readonly fix: string | undefined;

  constructor(message: string, start: number, end: number, fix?: string) {
    super(message);
    this.start = start;
    this.end = end;
    this.fix = fix;
  }
}

const escape = /\\(x+)\{([0-9a-fA-F]*)(\}?)|\r\n?/g;

/** Resolves `\x{…}` and makes every line end a line feed. */
export function resolveEscapes(source: string): Characters {
  if (!source.includes('\\x') && !source.includes('\r')) return { text: source, place: (at) => at };
  let text = '';
  let from = 0;
  // Where the text and the file begin to differ by another amount: [place in the text, place in the file] in turns.
  const shifts: [number, number][] = [];
  for (const match of source.matchAll(escape)) {
    text += source.slice(from, match.index) + meaning(match);
    from = match.index + match[0].length;
    shifts.push([text.length, from]);
  }
  text += source.slice(from);
  const place = (at: number): number => {
    const shift = shifts.findLast(([mine]) => mine <= at);
    return shift === undefined ? at : shift[1] + at - shift[0];
  };
  return { text, place };
}

function meaning(match: RegExpExecArray): string {
  const [written, , digits, closing] = match;
  if (digits === undefined) return '\n';
  const end = match.index + written.length;
  const code = Number.parseInt(digits, 16);
  if (digits === '' || closing === '') {
    throw new SyntaxProblem(`“${written}” is not a complete escape.`, match.index, end, 'Write it as \\x{2014}.');
  }
  const character = (code >= 32 || code === 9 || code === 10 || code === 13) && !(code >= 0xd800 && code < 0xe000);
  if (!character || code > 0x10ffff || (code & 0xfffe) === 0xfffe) {
    throw new SyntaxProblem(`“${written}” is not the number of a character.`, match.index, end);
  }
  return code === 10 ? ESCAPED_LINE_END : code === 13 ? ESCAPED_RETURN : String.fromCodePoint(code);
}
