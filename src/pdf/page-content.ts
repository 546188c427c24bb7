import type { Artifact, Content, FontInfo, Piece } from './document.ts';
import { type Font, readFont } from './fonts.ts';
import { endOfBytes, Lexer } from './lexer.ts';
import { MarkStack } from './marks.ts';
import { identity, times } from './matrix.ts';
import { matrixOf, number, operators, type TextMachine } from './operators.ts';
import type { PdfFile } from './pdf-file.ts';
import { showText, type TextBudget } from './show-text.ts';
import { firstState, type GraphicsState, TextPosition } from './text-state.ts';
import { skipInlineImage } from './inline-image.ts';
import { BadPdf, type Dict, Keyword, nameOf, Ref, Stream, type Value } from './values.ts';

/** The text of one page, by the marks around it (ISO 32000-1, 7.8, 8.10 and 14.6). */

/** Drawings in drawings; a drawing that draws itself ends here. */
const deepest = 20;

/** No operator has more operands; what is more is not an operator’s. */
const mostOperands = 1000;

/** To read a drawing costs as much as so many operators. */
const drawingCosts = 200;

/** What one file may do. Books have some thousand operators a page. */
export class OperatorBudget {
  private left = 30_000_000;

  spend(cost = 1): void {
    this.left -= cost;
    if (this.left < 0) throw new BadPdf('it draws more than any book');
  }
}

/** What is read once for all pages. */
export interface Shared {
  readonly file: PdfFile;
  readonly fonts: Map<Dict, Font>;
  readonly text: TextBudget;
  readonly operators: OperatorBudget;
}

/** The infos of all fonts that pages used, each once. */
export const fontsUsed = ({ fonts }: Shared): FontInfo[] => [...fonts.values()].map(({ info }) => info);

export interface PageText {
  /** By the ids of marks; those in a drawing of its own by `number of the drawing/id`. */
  readonly marked: Map<string, Piece[]>;
  readonly artifacts: Artifact[];
  readonly unmarked: Content[];
}

class ContentReader implements TextMachine {
  readonly file: PdfFile;
  private readonly shared: Shared;
  readonly marks = new MarkStack();
  readonly position = new TextPosition();
  readonly text: PageText;
  state = firstState(identity);
  resources: Dict;
  private readonly page: number;
  private readonly saved: GraphicsState[] = [];
  /** The drawing that is being read, by its number; empty for the page itself. */
  private drawing = '';
  private depth = 0;
  private openArtifact: { readonly mark: object; readonly artifact: Artifact & { pieces: Piece[] } } | undefined;

  constructor(shared: Shared, page: number, resources: Dict) {
    this.shared = shared;
    this.file = shared.file;
    this.page = page;
    this.resources = resources;
    this.text = { marked: new Map(), artifacts: [], unmarked: [] };
  }

  read(bytes: Uint8Array): void {
    const lexer = new Lexer(bytes);
    let values: Value[] = [];
    for (let value = lexer.next(false); value !== endOfBytes; value = lexer.next(false)) {
      if (!(value instanceof Keyword)) {
        if (values.length < mostOperands) values.push(value);
        continue;
      }
      this.shared.operators.spend();
      if (value.word === 'BI') skipInlineImage(lexer);
      else operators.get(value.word)?.(this, values);
      if (values.length > 0) values = [];
    }
  }

  save(): void {
    if (this.saved.length < 10_000) this.saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  setFont(values: readonly Value[]): void {
    this.state.size = number(values, 1);
    const { file } = this;
    const { fonts } = this.shared;
    const dict = file.dict(file.dict(this.resources.get('Font')).get(nameOf(values[0]) ?? ''));
    const font = fonts.get(dict) ?? readFont(file, dict);
    fonts.set(dict, font);
    this.state.font = font;
  }

  show(strings: readonly Value[]): void {
    const { marks } = this;
    const marked = { replaced: marks.replaced(), language: marks.language(), isReversed: marks.isReversed() };
    const piece = showText(strings, this.state, this.position, marked, this.shared.text);
    if (piece) this.put(piece);
  }

  private put(piece: Piece): void {
    const owner = this.marks.owner();
    if (owner?.artifact) {
      if (this.openArtifact?.mark !== owner) {
        const artifact = { kind: 'content' as const, page: this.page, pieces: [] as Piece[], ...owner.artifact };
        this.openArtifact = { mark: owner, artifact };
        this.text.artifacts.push(artifact);
      }
      this.openArtifact.artifact.pieces.push(piece);
      return;
    }
    if (owner?.id === undefined) {
      this.text.unmarked.push({ kind: 'content', page: this.page, pieces: [piece] });
      return;
    }
    const key = `${this.drawing}${owner.id}`;
    const known = this.text.marked.get(key);
    if (known) known.push(piece);
    else this.text.marked.set(key, [piece]);
  }

  /** A text that no glyph showed (of a picture) is text nevertheless. */
  endMark(): void {
    const text = this.marks.replaced()?.actualText ?? '';
    if (text !== '') this.show([]);
    this.marks.close();
  }

  /** Draws a form (8.10), whose text is that of the page. */
  draw(name: string): void {
    const { file } = this;
    const value = file.dict(this.resources.get('XObject')).get(name);
    const form = file.resolve(value);
    if (!(form instanceof Stream) || nameOf(file.resolve(form.dict.get('Subtype'))) !== 'Form') return;
    if (this.depth >= deepest) throw new BadPdf('a drawing in it draws itself');
    this.shared.operators.spend(drawingCosts);
    const { resources, drawing, state } = this;
    const open = this.marks.depth;
    const matrix = file.array(form.dict.get('Matrix'));
    this.state = { ...state, ...(matrix.length === 6 && { page: times(matrixOf(matrix), state.page) }) };
    if (form.dict.has('Resources')) this.resources = file.dict(form.dict.get('Resources'));
    this.drawing = value instanceof Ref ? `${value.number}/` : drawing;
    this.depth++;
    this.read(file.unpacked(form));
    this.depth--;
    while (this.marks.depth > open) this.endMark();
    Object.assign(this, { resources, drawing, state });
  }
}

/** The bytes of a page; several streams are one, and a line end is between them. */
function contentOf(file: PdfFile, value: Value | undefined): Uint8Array {
  const found = file.resolve(value);
  const streams = found instanceof Stream ? [found] : file.array(found).map((one) => file.resolve(one));
  const parts = streams.flatMap((one) => (one instanceof Stream ? [file.unpacked(one), Uint8Array.of(10)] : []));
  return parts.length === 2 ? parts[0]! : Buffer.concat(parts);
}

/** The text of a page; `origin`: the corner of the page from which places are counted. */
export function readPageText(shared: Shared, index: number, page: Dict, origin: readonly [number, number]): PageText {
  const { file } = shared;
  const reader = new ContentReader(shared, index, file.dict(page.get('Resources')));
  reader.state = firstState([1, 0, 0, 1, -origin[0], -origin[1]]);
  reader.read(contentOf(file, page.get('Contents')));
  return reader.text;
}
