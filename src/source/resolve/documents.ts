import type { Finding } from '../../diagnostics/finding.ts';
import { decode } from '../decode.ts';
import type { SourceFile } from '../files.ts';
import type { SourceText } from '../text.ts';
import type { XmlLimits } from '../xml.ts';
import { composedText } from './composed.ts';
import { expandEntities } from './expand-entities.ts';
import { type IncludeElements, includeElements } from './include-elements.ts';
import type { ResolveLimits } from './limits.ts';
import { type PartFile, readPart } from './part-files.ts';
import { type Pieced, piecedFile } from './pieced.ts';

/** The files of a folder as those see them that include them: each is read once, however often it is included. */

export interface Document {
  readonly path: string;
  /** As it is on the disk. */
  readonly file: SourceText;
  /** With its entities expanded, and the places in the file. */
  readonly pieced: Pieced;
  readonly source: SourceText;
  /** What is wrong with its declarations or its bytes. */
  readonly findings: readonly Finding[];
  /** Its entities were expanded, so that it is not as it is on the disk. */
  readonly changed: boolean;
  readonly elements: IncludeElements;
}

export interface PlainText {
  readonly source: SourceText;
  readonly pieced: Pieced;
  readonly findings: readonly Finding[];
}

type Trouble = Extract<PartFile, { trouble: string }>;

export interface DocumentOptions {
  readonly folder: string;
  /** Files that are read already; they are not looked for on the disk. */
  readonly files: readonly SourceFile[];
  readonly limits: ResolveLimits;
  readonly reading: Partial<XmlLimits>;
}

export class Documents {
  readonly #options: DocumentOptions;
  readonly #files: Map<string, PartFile>;
  readonly #documents = new Map<string, Document>();
  readonly #loaded: SourceFile[] = [];

  constructor(options: DocumentOptions) {
    this.#options = options;
    this.#files = new Map(options.files.map((file) => [file.path, file]));
  }

  /** Files that were read from the disk because others include them. */
  get loaded(): readonly SourceFile[] {
    return this.#loaded;
  }

  /** A file that is decoded already, as it is to be resolved. */
  of(source: SourceText, findings: readonly Finding[] = []): Document {
    const known = this.#documents.get(source.file);
    if (known?.file.text === source.text) return known;
    const { limits, reading } = this.#options;
    const expanded = expandEntities(source, limits);
    const pieced = expanded?.pieced ?? piecedFile(source);
    const text = expanded ? composedText(source, pieced, { parts: [], absent: [] }) : source;
    let elements: IncludeElements | undefined;
    const document: Document = {
      path: source.file,
      file: source,
      pieced,
      source: text,
      findings: [...findings, ...(expanded?.findings ?? [])],
      changed: expanded !== undefined,
      get elements() {
        return (elements ??= includeElements(text, reading));
      },
    };
    this.#documents.set(source.file, document);
    return document;
  }

  /** A file by its path in the folder. */
  xml(path: string): Document | Trouble {
    const known = this.#documents.get(path);
    if (known) return known;
    const file = this.#file(path);
    if ('trouble' in file) return file;
    const { source, findings } = decode(path, file.bytes);
    return this.of(source, findings);
  }

  /** The same as plain text; `encoding` is that of a file without a mark of its own. */
  text(path: string, encoding: string | undefined): PlainText | Trouble {
    const file = this.#file(path);
    if ('trouble' in file) return file;
    const { source, findings } = decode(path, file.bytes, encoding);
    return { source, pieced: piecedFile(source), findings };
  }

  #file(path: string): PartFile {
    const known = this.#files.get(path);
    if (known) return known;
    const { folder, limits } = this.#options;
    const file = readPart(folder, path, limits.length);
    this.#files.set(path, file);
    if (!('trouble' in file)) this.#loaded.push({ ...file, part: true });
    return file;
  }
}
