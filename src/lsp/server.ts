import type {
  CodeActionParams,
  CompletionParams,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  DocumentSymbolParams,
  ExecuteCommandParams,
  InitializeParams,
  InitializeResult,
  TextDocumentPositionParams,
} from 'vscode-languageserver-protocol';
import { version } from '../source/version.ts';
import type { SchemaWishes } from '../validate/schemas/choose-schemas.ts';
import { startChecker } from './checker-thread.ts';
import { type Checked, Checks, shownOf, type Surroundings } from './checks.ts';
import { type Asked, complete } from './complete.ts';
import type { AskEditor, Methods, Notify } from './connection.ts';
import { cures, fixAll, toDiagnostics } from './diagnostics.ts';
import { definitionOf, hoverAt } from './hover.ts';
import { emptyMemory, neighboursOf } from './neighbours.ts';
import { changeFile, openFile, type OpenFile, sourceOf } from './open-file.ts';
import { offsetAt } from './positions.ts';
import { openSchemas } from './schemas.ts';
import { symbolsOf } from './symbols.ts';
import { cursorAt } from './tag-at.ts';
import { foldersOf, startTrust, type Trust, trustCommand } from './trust.ts';

/** What the server can do, told in the words of the protocol (LSP 3.17, “Server Capabilities”). */
const capabilities: InitializeResult = {
  capabilities: {
    // Every client can do this one, and it is how our texts count.
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2, save: true },
    completionProvider: { triggerCharacters: ['<', '/', ' ', '"', "'", '#'] },
    hoverProvider: true,
    definitionProvider: true,
    documentSymbolProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll'] },
    executeCommandProvider: { commands: [trustCommand] },
  },
  serverInfo: { name: 'octavo', version: version() },
};

class NotOpen extends Error {}

interface Session {
  readonly trust: Trust;
  readonly checks: Checks;
  readonly asked: (params: TextDocumentPositionParams) => Asked;
  readonly checkedOf: (uri: string) => Checked;
  readonly open: Map<string, OpenFile>;
}

function requests({ checks, asked, checkedOf, open, trust }: Session): Methods['requests'] {
  return {
    'textDocument/completion': (params: CompletionParams) => {
      const question = asked(params);
      const sign = params.context?.triggerCharacter;
      const { kind } = cursorAt(question.file.text, question.offset);
      // A space or a quote in running text asks for nothing.
      return sign !== undefined && kind === 'text' ? null : complete(question);
    },
    'textDocument/hover': (params: TextDocumentPositionParams) => hoverAt(asked(params)),
    'textDocument/definition': (params: TextDocumentPositionParams) => definitionOf(asked(params), open),
    'textDocument/documentSymbol': ({ textDocument }: DocumentSymbolParams) =>
      symbolsOf(checkedOf(textDocument.uri).file),
    'workspace/executeCommand': ({ command, arguments: given }: ExecuteCommandParams) => {
      if (command !== trustCommand) throw new Error(`There is no command “${command}” here.`);
      const folders = foldersOf(given);
      if (folders.length === 0) trust.give();
      for (const folder of folders) trust.give(folder);
      return null;
    },
    'textDocument/codeAction': ({ textDocument, range, context }: CodeActionParams) => {
      const checked = checks.get(textDocument.uri);
      if (!checked) return [];
      const wants = (...kinds: readonly string[]): boolean =>
        context.only?.some((kind) => kinds.includes(kind)) === true;
      const findings = shownOf(checked);
      return [
        ...(context.only === undefined || wants('', 'quickfix')
          ? cures(findings, checked.file, checked.name, range)
          : []),
        // Asked for by name only: to find out which changes are harmless the whole file is read.
        ...(wants('source', 'source.fixAll', 'source.fixAll.octavo')
          ? fixAll(findings, checked.file, checked.name)
          : []),
      ];
    },
  };
}

function notifications({ checks, open }: Session): Methods['notifications'] {
  return {
    'textDocument/didOpen': ({ textDocument: { uri, version: number, text } }: DidOpenTextDocumentParams) => {
      const file = openFile(uri, number, text);
      open.set(file.path, file);
      checks.opened(file);
    },
    'textDocument/didChange': ({ textDocument, contentChanges }: DidChangeTextDocumentParams) => {
      const known = checks.get(textDocument.uri);
      if (!known) return;
      const { file, edits } = changeFile(known.file, textDocument.version, contentChanges);
      open.set(file.path, file);
      checks.changed(file, edits);
    },
    'textDocument/didClose': ({ textDocument: { uri } }: DidCloseTextDocumentParams) => {
      const path = checks.get(uri)?.file.path;
      if (path !== undefined) open.delete(path);
      checks.closed(uri);
    },
    'textDocument/didSave': ({ textDocument: { uri } }: DidSaveTextDocumentParams) => checks.checkAgain(uri),
  };
}

/** Shows the editor what is known of a file. */
const showing =
  (notify: Notify): Surroundings['show'] =>
  ({ file, name }, findings) =>
    notify('textDocument/publishDiagnostics', {
      uri: file.uri,
      version: file.version,
      diagnostics: toDiagnostics(findings, file, name),
    });

function openIn(checks: Checks, uri: string): Checked {
  const checked = checks.get(uri);
  if (!checked) throw new NotOpen(`The file is not open: ${uri}`);
  return checked;
}

/** Begins to serve an editor; answers what to do when it is gone as `end`. */
export function serve(notify: Notify, ask: AskEditor, wishes: SchemaWishes): { methods: Methods; end: () => void } {
  const log = (message: string): void => notify('window/logMessage', { type: 2, message: `octavo: ${message}` });
  const schemas = openSchemas(wishes);
  const trust = startTrust(ask, () => checks.checkAll());
  const checks = new Checks({ schemas, trust, checker: startChecker(log), wishes, log, show: showing(notify) });
  const open = new Map<string, OpenFile>();
  const memory = emptyMemory();
  let snippets = false;
  const checkedOf = (uri: string): Checked => openIn(checks, uri);
  const asked = ({ textDocument, position }: TextDocumentPositionParams): Asked => {
    const { file, name, folder } = checkedOf(textDocument.uri);
    return {
      file,
      offset: offsetAt(file.text, file.starts, position),
      schema: schemas.of(sourceOf(file, name), folder),
      neighbours: neighboursOf(memory, file, open),
      snippets,
    };
  };
  const session = { checks, asked, checkedOf, open, trust };
  const initialize = (params: InitializeParams): InitializeResult => {
    snippets = params.capabilities?.textDocument?.completion?.completionItem?.snippetSupport === true;
    trust.begin(params.initializationOptions);
    return capabilities;
  };
  return {
    methods: { requests: { initialize, ...requests(session) }, notifications: notifications(session) },
    end: () => checks.end(),
  };
}
