import type { Position, Span } from '../../diagnostics/finding.ts';
import type { Origin, SourceText } from '../text.ts';
import { type Pieced, pieceAt, placeOf } from './pieced.ts';

/** A text that was put together, as the rooms below read it: one text under the name of the file that was asked for. */
export function composedText(
  asked: SourceText,
  pieced: Pieced,
  { parts, absent }: Pick<Origin, 'parts' | 'absent'>,
): SourceText {
  const { file } = asked;
  const { text } = pieced;
  const files = [...new Set([asked, ...pieced.pieces.map(({ source }) => source)])];
  /** Lines and columns are those of the file, since messages name them; the offset is that of this text. */
  const locate = (wanted: number): Position => {
    const offset = Math.max(0, Math.min(wanted, text.length));
    const piece = pieceAt(pieced, offset);
    if (!piece) return { line: 1, column: 1, offset };
    const there = piece.written ? piece.from + (offset - piece.start) : piece.from;
    return { ...piece.source.locate(there), offset };
  };
  const span = (start: number, end: number): Span => ({ file, start: locate(start), end: locate(end) });
  const at: Origin['at'] = (start, end) => {
    const last = Math.min(Math.max(start, end), text.length);
    const first = Math.max(0, Math.min(start, last));
    const { source, from, to, written } = placeOf(pieced, first, last);
    return { span: source.span(from, to), written };
  };
  return { file, text, locate, span, origin: { at, files, parts, absent } };
}
