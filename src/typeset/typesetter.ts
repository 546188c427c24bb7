/** What a document is set with and what comes of it: values only, whatever sets it and wherever. */

/** What Typst has to say: an error, or a warning, which is as bad since words may be missing. */
export interface Problem {
  readonly message: string;
  /** The file it is in, as it was given, and its line from 1. */
  readonly file: string;
  readonly line: number;
}

/** A document to be set: its files by name, of which `main.typ` is the first. */
export interface TypesetFiles {
  readonly sources: Readonly<Record<string, string>>;
  readonly data?: Readonly<Record<string, Uint8Array>>;
  /** Fonts of the edition’s own. */
  readonly fonts?: readonly Uint8Array[];
}

/** A document in pages. */
export interface SetDocument {
  readonly pages: number;
  /** What the document says in elements with this label: the values of `metadata`. */
  readonly query: (label: string) => Awaitable<unknown>;
  readonly pdf: (standard: Standard) => Awaitable<MadePdf>;
}

export type MadePdf = { readonly bytes: Uint8Array } | { readonly problems: readonly Problem[] };
export type Standard = 'ua-1' | 'a-2a';
type Awaitable<T> = T | Promise<T>;

export interface Typesetter {
  /** Sets the document. `inputs` are what the document reads as `sys.inputs`. */
  set(inputs: Readonly<Record<string, string>>): Awaitable<SetDocument | { readonly problems: readonly Problem[] }>;
  /** Forgets what earlier rounds have made, so that memory does not grow. */
  forget(): Promise<void>;
  /** Ends it. */
  close(): void;
}
