import type { Piece } from './document.ts';
import type { Mark } from './marks.ts';
import { moved, times } from './matrix.ts';
import { glyphsInOrder } from './right-to-left.ts';
import { BadPdf, Bytes, type Value } from './values.ts';
import type { GraphicsState, TextPosition } from './text-state.ts';

/** Shows strings of a font (ISO 32000-1, 9.4.3 and 9.4.4): their text, where they begin and end, how wide their spaces are. */

/** What one file may show; 1,500 pages have six million characters. */
export class TextBudget {
  private left = 200_000_000;

  spend(characters: number): void {
    this.left -= characters;
    if (this.left < 0) throw new BadPdf('it shows more text than any book');
  }
}

export interface Marked {
  /** The innermost mark that says what the text is. */
  readonly replaced: Mark | undefined;
  readonly language: string | undefined;
  readonly isReversed: boolean;
}

interface Run {
  readonly texts: string[];
  readonly stretches: number[];
  /** In the space of the text. */
  width: number;
  hasWidth: boolean;
  /** Of the spaces behind the last word. */
  spaceAtEnd: number;
}

const isSpace = (text: string): boolean => text === ' ' || text === '\u00a0';

/**
 * A glyph without a width is drawn over another one. Programs that draw dots and vowels apart from the body of a letter say of each of these glyphs
 * that it is the letter with all that is on it; what the body says is enough.
 */
const alone = (text: string): string => (/\p{L}/u.test(text) ? '' : text);

function addGlyphs({ bytes }: Bytes, state: GraphicsState, run: Run): void {
  const font = state.font!;
  const { codeLength } = font;
  for (let i = 0; i + codeLength <= bytes.length; i += codeLength) {
    let code = bytes[i]!;
    for (let k = 1; k < codeLength; k++) code = code * 256 + bytes[i + k]!;
    const width = font.width(code);
    const text = width === 0 ? alone(font.text(code)) : font.text(code);
    const word = codeLength === 1 && code === 32 ? state.wordSpace : 0;
    const more = state.characterSpace + word;
    run.texts.push(text);
    run.hasWidth ||= width !== 0;
    const advance = ((width / 1000) * state.size + more) * state.scale;
    run.width += advance;
    run.spaceAtEnd = isSpace(text) ? run.spaceAtEnd + advance : 0;
    if (isSpace(text)) run.stretches.push(state.size === 0 ? 0 : (1000 * more) / state.size);
  }
}

/** A number between strings moves what follows; behind a space it makes the space wider. */
function addMove(thousandths: number, state: GraphicsState, run: Run): void {
  run.width -= (thousandths / 1000) * state.size * state.scale;
  const last = run.texts.at(-1);
  if (last !== undefined && isSpace(last)) run.stretches[run.stretches.length - 1]! -= thousandths;
}

/** A text of a mark is that of everything in it; the first that is shown gets it. */
function replacement(mark: Mark): string {
  const text = mark.actualText!;
  mark.actualText = '';
  return text;
}

/** Undefined where nothing is shown. */
export function showText(
  strings: readonly Value[],
  state: GraphicsState,
  position: TextPosition,
  marked: Marked,
  budget: TextBudget,
): Piece | undefined {
  if (!state.font) return undefined;
  const from = times(position.matrix, state.page);
  const [x0, y] = moved(from, 0, state.rise);
  const run: Run = { texts: [], stretches: [], width: 0, hasWidth: false, spaceAtEnd: 0 };
  for (const one of strings) {
    if (one instanceof Bytes) addGlyphs(one, state, run);
    else if (typeof one === 'number') addMove(one, state, run);
  }
  position.advance(run.width);
  const shown = (marked.isReversed ? run.texts.toReversed() : glyphsInOrder(run.texts)).join('');
  const said = marked.replaced ? replacement(marked.replaced) : shown;
  const text = marked.replaced && run.texts.length > 0 && !run.hasWidth ? alone(said) : said;
  budget.spend(run.texts.length + text.length + 1);
  if (text === '') return undefined;
  // The space behind the last word of a piece is as wide as what follows lets it be.
  if (isSpace(run.texts.at(-1) ?? '')) run.stretches.pop();
  const [x1] = moved(times(position.matrix, state.page), 0, state.rise);
  return {
    text,
    x0,
    x1,
    y,
    size: Math.abs(state.size) * Math.hypot(from[2], from[3]),
    stretches: run.stretches,
    ...(run.spaceAtEnd > 0 && { spaceAtEnd: run.spaceAtEnd * Math.hypot(from[0], from[1]) }),
    ...(marked.language !== undefined && { language: marked.language }),
    ...(state.mode === 3 && { isInvisible: true }),
  };
}
