import { isNCName } from '../datatypes/strings.ts';
import { ESCAPED_LINE_END, ESCAPED_RETURN, SyntaxProblem } from './characters.ts';
import type { Characters } from './characters.ts';

/**
 * A word of the compact syntax. `name`: a bare name, perhaps a keyword; `escaped`: a name with a backslash, never a keyword;
 * `prefixed`: `a:b`; `wildcard`: `a:*`; `documentation`: lines that begin with `##`.
 */
export interface Token {
  readonly kind: 'name' | 'escaped' | 'prefixed' | 'wildcard' | 'literal' | 'documentation' | 'symbol' | 'end';
  readonly text: string;
  /** Places in the file. */
  readonly start: number;
  readonly end: number;
  /** The comments between the token before and this one. */
  readonly comments: string[];
}

const word =
  /([ \t\n]+)|(#[^\n]*)|("""[^]*?"""|'''[^]*?'''|"[^"\n]*"|'[^'\n]*')|(\\?[^\s\0\x01"'#=|&,?*+{}()[\]~\->:\\][^\s\0\x01"'#=|&,?*+{}()[\]~>:\\]*(?::(?:\*|[^\s\0\x01"'#=|&,?*+{}()[\]~\->:\\][^\s\0\x01"'#=|&,?*+{}()[\]~>:\\]*))?)|(\|=|&=|>>|[=|&,?*+{}()[\]~-])/y;

/** Splits a schema into words. */
export function tokenize(characters: Characters): Token[] {
  const { text } = characters;
  const place = (at: number): number => characters.place(at);
  const tokens: Token[] = [];
  let comments: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    word.lastIndex = at;
    const match = word.exec(text);
    if (match === null) throw unreadable(text, at, place);
    const end = word.lastIndex;
    if (match[2]?.startsWith('##')) addDocumentation(tokens, text.slice(at, end), place(at), place(end), comments);
    else if (match[2] !== undefined) addComment(comments, match[2].slice(1), text, at);
    else if (match[1] === undefined) tokens.push(makeToken(match, place(at), place(end), comments));
    if (match[1] === undefined && tokens.at(-1)?.comments === comments) comments = [];
    at = end;
  }
  tokens.push({ kind: 'end', text: '', start: place(at), end: place(at), comments });
  return tokens;
}

/** Comments on lines that follow each other are one. */
function addComment(comments: string[], line: string, text: string, at: number): void {
  const before = text.slice(0, at).replace(/[ \t]+$/, '');
  const last = comments.at(-1);
  const follows = last !== undefined && before.endsWith(`#${last.slice(last.lastIndexOf('\n') + 1)}\n`);
  if (follows) comments[comments.length - 1] = `${last}\n${line}`;
  else comments.push(line);
}

/** Lines of documentation that follow each other are one. */
function addDocumentation(tokens: Token[], line: string, start: number, end: number, comments: string[]): void {
  const text = line.replace(/^#+ ?/, '').replaceAll(ESCAPED_LINE_END, '\n');
  const last = tokens.at(-1);
  if (last?.kind === 'documentation' && comments.length === 0) {
    tokens[tokens.length - 1] = { ...last, text: `${last.text}\n${text}`, end };
  } else tokens.push({ kind: 'documentation', text, start, end, comments });
}

function makeToken(match: RegExpExecArray, start: number, end: number, comments: string[]): Token {
  const [written, , , literal, name] = match;
  if (literal !== undefined) return { kind: 'literal', text: unquote(literal), start, end, comments };
  if (name === undefined) return { kind: 'symbol', text: written, start, end, comments };
  const escaped = name.startsWith('\\');
  const bare = escaped ? name.slice(1) : name;
  const [prefix, local] = bare.split(':') as [string, string | undefined];
  if (!isNCName(prefix) || (local !== undefined && local !== '*' && !isNCName(local)) || (escaped && local)) {
    throw new SyntaxProblem(`“${name}” is not a possible name.`, start, end);
  }
  const kind = local === '*' ? 'wildcard' : local !== undefined ? 'prefixed' : escaped ? 'escaped' : 'name';
  return { kind, text: kind === 'wildcard' ? prefix : bare, start, end, comments };
}

function unquote(literal: string): string {
  const quotes = literal.length >= 6 && /^("""|''')/.test(literal) ? 3 : 1;
  return literal.slice(quotes, -quotes).replaceAll(ESCAPED_LINE_END, '\n').replaceAll(ESCAPED_RETURN, '\r');
}

function unreadable(text: string, at: number, place: Characters['place']): SyntaxProblem {
  const sign = text.charAt(at);
  const message =
    sign === '"' || sign === "'"
      ? 'The literal that begins here does not end on its line.'
      : `“${sign}” has no meaning here.`;
  const fix = sign === '"' || sign === "'" ? 'Close it, or put it into three quotes.' : undefined;
  return new SyntaxProblem(message, place(at), place(at + 1), fix);
}
