/**
 * Every command with its options, once: `main.ts` finds the commands here, `arguments.ts` accepts exactly these options, `help.ts` prints
 * them, and `scripts/write-docs.ts` makes docs/commands from them. No imports: help must not load anything.
 */

export interface Option {
  readonly name: string;
  /** What the value is called in help: `FILE`. Absent for a flag. */
  readonly argument?: string;
  /** The only values allowed. */
  readonly values?: readonly string[];
  /** The value where the option is not given. */
  readonly default?: string;
  readonly meaning: string;
  /** Used between processes of the program itself; not for people and not in help. */
  readonly internal?: true;
}

export interface CommandEntry {
  readonly summary: string;
  /** The words after the name of the command. */
  readonly usage: string;
  readonly about: string;
  /** How many paths at most. */
  readonly paths: number;
  readonly options: readonly Option[];
}

const out = { name: 'out', argument: 'DIR', default: 'dist' } as const;
const level = {
  name: 'level',
  argument: 'LEVEL',
  values: ['exchange', 'edition'],
  meaning: 'our own schema: exchange (default) or edition (strict, for documentary editions)',
} as const;

const debug = { name: 'debug', meaning: "show the program's own stack trace when it fails" } as const;
const quiet = { name: 'quiet', meaning: 'print errors only' } as const;
const printed = 'how findings and results are printed';
const common = [
  { name: 'format', argument: 'human|json', values: ['human', 'json'], default: 'human', meaning: printed },
  quiet,
  debug,
] as const;

export const commandTable = {
  init: {
    summary: 'create an edition to start from',
    usage: '[DIR]',
    about: `Turns DIR (default: this folder) into an edition: settings, one sample document, a README.
Nothing that is already there is overwritten.`,
    paths: 1,
    options: common,
  },
  import: {
    summary: 'turn other people’s text into TEI, and list what a person must decide',
    usage: 'FILE… [--to DIR]',
    about: `Makes one valid TEI file from each text, NAME.xml, and a list of uncertain places, NAME.decisions.json.
The texts stay as they are; TEI that was edited since is not overwritten.`,
    paths: Infinity,
    options: [
      { name: 'from', argument: 'KIND', meaning: 'what the texts are; guessed when left out' },
      { name: 'to', argument: 'DIR', meaning: 'where the TEI goes (default: next to each text)' },
      { name: 'metadata', argument: 'FILE', meaning: 'title, volume, editor … of each file, as CSV or JSON' },
      { name: 'answers', argument: 'FILE', meaning: 'your answers to the questions listed before' },
      { name: 'learn', meaning: 'write what the texts of a folder mark pages and notes with into its import.yaml' },
      { name: 'force', meaning: 'overwrite TEI that was edited' },
      ...common,
    ],
  },
  validate: {
    summary: 'check TEI files and say what is wrong, where, and how to fix it',
    usage: '[PATH…] [--schema FILE]…',
    about: `Checks files, folders or an edition (default: this folder): XML, schema, ids, pointers, notes, pages.`,
    paths: 1000,
    options: [
      {
        name: 'schema',
        argument: 'FILE',
        meaning: 'a schema (.rng, .rnc, .xsd) instead of our own: a file or an address; may be given several times',
      },
      {
        name: 'schematron',
        argument: 'FILE',
        meaning: 'a Schematron schema (.sch) in addition; may be given several times',
      },
      {
        name: 'phase',
        argument: 'NAME',
        meaning: "the phase of the Schematron schemas, #ALL for all patterns (default: the schema's own)",
      },
      level,
      {
        name: 'allow-network',
        meaning: 'fetch schemas from the web that are not available here; they are kept for later',
      },
      { name: 'fix', meaning: 'fix in the files what is certain; markup only, never the text' },
      {
        name: 'format',
        argument: 'human|json|sarif|github',
        values: ['human', 'json', 'sarif', 'github'],
        default: 'human',
        meaning: printed,
      },
      quiet,
      debug,
    ],
  },
  build: {
    summary: 'build the edition in every format',
    usage: '[PATH] [--out DIR]',
    about: `Builds a TEI file, a folder of TEI files or an edition (default: this folder).
Errors in the sources stop the build before anything is written.`,
    paths: 1,
    options: [
      { ...out, meaning: 'the folder to build into; replaced completely or not at all' },
      {
        name: 'formats',
        argument: 'A,B',
        meaning: 'html,text,tei,csl-json,bibtex,ris,epub,pdf,data-package,cmif,rdf,dts,standoff,search',
      },
      {
        name: 'text-dialect',
        argument: 'NAME',
        values: ['octavo', 'web'],
        default: 'octavo',
        meaning: 'octavo, or web (as archives publish text on the web)',
      },
      {
        name: 'allow-removals',
        meaning: 'let documents of the edition that is there vanish or move to other addresses',
      },
      { name: 'keep-going', meaning: 'build what can be built in spite of errors; the exit code is still 1' },
      ...common,
    ],
  },
  verify: {
    summary: 'read every output back and prove that nothing was lost',
    usage: '[PATH] [--out DIR] [--rebuild] [--report]',
    about: `Reads every file of the built edition back and compares it with the sources of PATH (default: this folder):
words, page breaks, note calls and note bodies, in order. Writes DIR/proof.json.
With --report, what a person who reads proofs looks for in printed books: notes that begin on another page than their
calls, lines and headings alone, lines that are too loose or too long, pages that end early.`,
    paths: 1,
    options: [
      { ...out, meaning: 'the built edition' },
      {
        name: 'rebuild',
        meaning: 'also build again, without the cache, and compare every byte; nothing else is written',
      },
      {
        name: 'report',
        meaning: 'also list, page by page, what to look at in printed books',
      },
      ...common,
    ],
  },
  serve: {
    summary: 'serve a built edition: its files, and a text service for programs (DTS)',
    usage: '[DIR]',
    about: `Serves the edition in DIR (default: dist) until Ctrl-C: its pages and files, and at /api/dts the Distributed
Text Services 1.0 with ranges. It only reads, and only files that the build has written.`,
    paths: 1,
    options: [
      { name: 'port', argument: 'NUMBER', default: '8080', meaning: 'the port; 0 for any that is free' },
      {
        name: 'host',
        argument: 'NAME',
        default: '127.0.0.1',
        meaning: 'the address to listen at; 0.0.0.0 lets others in',
      },
      {
        name: 'address',
        argument: 'URL',
        meaning: 'the address at which readers see it, where it is behind another server',
      },
      debug,
    ],
  },
  explain: {
    summary: 'say what a finding means, with a good and a bad example',
    usage: 'CODE',
    about: `Explains a finding by its code, for example: octavo explain page-order`,
    paths: 1,
    options: common,
  },
  lsp: {
    summary: 'serve an editor: findings while you type, completion, documentation on hover',
    usage: '',
    about: `A language server on stdin and stdout: an editor starts it. Findings and fixes while you type,
completion of elements, attributes, values and ids, what an element means, where a pointer leads, the outline of a file.
Schematron rules that a file names run only in folders that you trust: see “Trust” in docs/how-to/editors.md.`,
    paths: 0,
    options: [
      {
        name: 'schema',
        argument: 'FILE',
        meaning: 'a RELAX NG schema (.rng, .rnc) instead of our own; may be given several times',
      },
      {
        name: 'schematron',
        argument: 'FILE',
        meaning: 'Schematron rules (.sch), checked when you pause; may be given several times',
      },
      level,
      { name: 'stdio', meaning: 'what editors pass by convention; changes nothing' },
      debug,
      { name: 'checker', meaning: 'the thread that checks whole editions', internal: true },
    ],
  },
} as const satisfies Readonly<Record<string, CommandEntry>>;

export type CommandName = keyof typeof commandTable;

export const commandNames = Object.keys(commandTable) as readonly CommandName[];

/** The options that people may give to a command. */
export const publicOptions = (name: CommandName): readonly Option[] =>
  (commandTable[name].options as readonly Option[]).filter(({ internal }) => internal !== true);

/** An option as it is typed: `--out DIR`. */
export const typed = ({ name, argument }: Option): string => `--${name}${argument === undefined ? '' : ` ${argument}`}`;
