import { BadPdf, type Dict, sizeIn } from './values.ts';

/** Tables are packed better as differences of neighbouring bytes; this makes bytes of the differences (ISO 32000-1, 7.4.4.4). */

/** The neighbour that PNG takes for a byte (filter 4). */
function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function undoRow(filter: number, row: Uint8Array, above: Uint8Array, size: number): void {
  for (let i = 0; i < row.length; i++) {
    const left = i >= size ? row[i - size]! : 0;
    const [up, corner] = [above[i]!, i >= size ? above[i - size]! : 0];
    if (filter === 1) row[i] = row[i]! + left;
    else if (filter === 2) row[i] = row[i]! + up;
    else if (filter === 3) row[i] = row[i]! + ((left + up) >> 1);
    else if (filter === 4) row[i] = row[i]! + paeth(left, up, corner);
  }
}

/** The bytes as they were before a predictor was applied. */
export function undoPredictor(bytes: Uint8Array, parameters: Dict): Uint8Array {
  const predictor = sizeIn(parameters, 'Predictor', 1);
  if (predictor < 10) {
    if (predictor > 1) throw new BadPdf('text in it is packed in a way that is not read here (TIFF predictor)');
    return bytes;
  }
  const bits = sizeIn(parameters, 'BitsPerComponent', 8) * sizeIn(parameters, 'Colors', 1);
  const width = Math.ceil((bits * sizeIn(parameters, 'Columns', 1)) / 8);
  if (width === 0 || width > bytes.length) return new Uint8Array();
  const rows = Math.floor(bytes.length / (width + 1));
  const found = new Uint8Array(rows * width);
  let above: Uint8Array = new Uint8Array(width);
  for (let n = 0; n < rows; n++) {
    const from = n * (width + 1);
    const row = found.subarray(n * width, (n + 1) * width);
    row.set(bytes.subarray(from + 1, from + 1 + width));
    undoRow(bytes[from]!, row, above, Math.max(1, bits >> 3));
    above = row;
  }
  return found;
}
