import { type MarkStack, readMark } from './marks.ts';
import { identity, type Matrix, times } from './matrix.ts';
import type { PdfFile } from './pdf-file.ts';
import type { GraphicsState, TextPosition } from './text-state.ts';
import { type Dict, nameOf, type Value } from './values.ts';

/** The operators of the content of a page that have to do with text (ISO 32000-1, annex A). Everything else draws something that is not text. */

/** What they work on. */
export interface TextMachine {
  readonly file: PdfFile;
  readonly resources: Dict;
  readonly marks: MarkStack;
  readonly position: TextPosition;
  readonly state: GraphicsState;
  save(): void;
  restore(): void;
  setFont(values: readonly Value[]): void;
  show(strings: readonly Value[]): void;
  endMark(): void;
  draw(name: string): void;
}

export const number = (values: readonly Value[], i: number): number => {
  const value = values[i];
  return typeof value === 'number' ? value : 0;
};

export const matrixOf = (values: readonly Value[]): Matrix =>
  [0, 1, 2, 3, 4, 5].map((i) => number(values, i)) as unknown as Matrix;

type Operator = (reader: TextMachine, values: readonly Value[]) => void;

export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['q', (reader) => reader.save()],
  ['Q', (reader) => reader.restore()],
  ['cm', ({ state }, values) => (state.page = times(matrixOf(values), state.page))],
  ['BT', ({ position }) => position.set(identity)],
  ['Tf', (reader, values) => reader.setFont(values)],
  ['Tc', ({ state }, values) => (state.characterSpace = number(values, 0))],
  ['Tw', ({ state }, values) => (state.wordSpace = number(values, 0))],
  ['Tz', ({ state }, values) => (state.scale = number(values, 0) / 100)],
  ['TL', ({ state }, values) => (state.leading = number(values, 0))],
  ['Ts', ({ state }, values) => (state.rise = number(values, 0))],
  ['Tr', ({ state }, values) => (state.mode = number(values, 0))],
  ['Tm', ({ position }, values) => position.set(matrixOf(values))],
  ['Td', ({ position }, values) => position.newLine(number(values, 0), number(values, 1))],
  [
    'TD',
    ({ position, state }, values) => {
      state.leading = -number(values, 1);
      position.newLine(number(values, 0), number(values, 1));
    },
  ],
  ['T*', ({ position, state }) => position.newLine(0, -state.leading)],
  ['Tj', (reader, values) => reader.show(values)],
  ['TJ', (reader, values) => reader.show(reader.file.array(values[0]))],
  [
    "'",
    (reader, values) => {
      reader.position.newLine(0, -reader.state.leading);
      reader.show(values);
    },
  ],
  [
    '"',
    (reader, values) => {
      reader.state.wordSpace = number(values, 0);
      reader.state.characterSpace = number(values, 1);
      reader.position.newLine(0, -reader.state.leading);
      reader.show(values.slice(2));
    },
  ],
  ['BMC', (reader, values) => reader.marks.open(readMark(reader.file, values, reader.resources))],
  ['BDC', (reader, values) => reader.marks.open(readMark(reader.file, values, reader.resources))],
  ['EMC', (reader) => reader.endMark()],
  ['Do', (reader, values) => reader.draw(nameOf(values[0]) ?? '')],
]);
