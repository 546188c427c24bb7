import type { Font } from './fonts.ts';
import { identity, type Matrix, times } from './matrix.ts';

/** How text is shown at one place of a page (ISO 32000-1, 9.3), and where. */
export interface GraphicsState {
  /** From the coordinates of the content to those of the page. */
  page: Matrix;
  font: Font | undefined;
  size: number;
  characterSpace: number;
  wordSpace: number;
  /** 1: as wide as the font is. */
  scale: number;
  leading: number;
  rise: number;
  /** 3: nothing is seen. */
  mode: number;
}

export const firstState = (page: Matrix): GraphicsState => ({
  page,
  font: undefined,
  size: 0,
  characterSpace: 0,
  wordSpace: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
});

/** Where the next glyph comes (9.4.1). */
export class TextPosition {
  matrix: Matrix = identity;
  private line: Matrix = identity;

  set(matrix: Matrix): void {
    this.matrix = matrix;
    this.line = matrix;
  }

  /** A new line, so far from where this one begins. */
  newLine(x: number, y: number): void {
    this.set(times([1, 0, 0, 1, x, y], this.line));
  }

  advance(x: number): void {
    this.matrix = times([1, 0, 0, 1, x, 0], this.matrix);
  }
}
