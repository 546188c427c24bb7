import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  createMessageConnection,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type InitializeResult,
  type Location,
  type Position,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { positionAt } from '../../src/lsp/positions.ts';
import { lineStarts } from '../../src/source/line-starts.ts';

/** An editor that starts `octavo lsp` and talks with it as real ones do, through the client library of VS Code. */

export const program = resolve(import.meta.dirname, '../../bin/octavo.js');

/** The server as a program of its own. */
export const startServer = (args: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, [program, 'lsp', '--stdio', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });

export const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => {
    if (child.exitCode !== null) done(child.exitCode);
    else child.on('exit', (code) => done(code));
  });

/** The place of the first `|` in a text, and the text without it. */
export function atCursor(marked: string): { text: string; position: Position } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error('The text has no cursor: put a | into it');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, position: positionAt(lineStarts(text), offset) };
}

export async function startEditor(args: readonly string[] = [], capabilities: object = {}) {
  const child = startServer(args);
  const link = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  const shown: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  const logs: string[] = [];
  link.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    shown.push(params);
    for (const look of waiting) look();
  });
  link.onNotification('window/logMessage', ({ message }: { message: string }) => void logs.push(message));
  link.listen();
  const ask = <T>(method: string, params: object): Promise<T> => link.sendRequest(method, params);
  const started = await ask<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } }, ...capabilities },
  });
  await link.sendNotification('initialized', {});

  /** Waits until diagnostics of a file are as wanted; those of older versions count for nothing. */
  const diagnostics = (
    uri: string,
    version: number,
    wanted: (all: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<Diagnostic[]> =>
    new Promise((done) => {
      const look = (): void => {
        const found = shown.findLast((one) => one.uri === uri);
        if (found?.version !== version || !wanted(found.diagnostics)) return;
        waiting.delete(look);
        done(found.diagnostics);
      };
      waiting.add(look);
      look();
    });
  const at = (uri: string, position: Position): object => ({ textDocument: { uri }, position });
  return {
    started,
    child,
    link,
    logs,
    ask,
    diagnostics,
    open: async (path: string, text = readFileSync(path, 'utf8')): Promise<string> => {
      const uri = path.startsWith('untitled:') ? path : pathToFileURL(path).href;
      await link.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'xml', version: 1, text },
      });
      return uri;
    },
    change: (uri: string, version: number, contentChanges: object[]) =>
      link.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    close: (uri: string) => link.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    complete: async (
      uri: string,
      position: Position,
      context: object = { triggerKind: 1 },
    ): Promise<CompletionItem[]> =>
      (await ask<CompletionList | null>('textDocument/completion', { ...at(uri, position), context }))?.items ?? [],
    hover: async (uri: string, position: Position): Promise<string | undefined> => {
      const found = await ask<Hover | null>('textDocument/hover', at(uri, position));
      return found ? (found.contents as { value: string }).value : undefined;
    },
    definition: (uri: string, position: Position) => ask<Location | null>('textDocument/definition', at(uri, position)),
    symbols: (uri: string) => ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } }),
    actions: (uri: string, { range }: Diagnostic, only?: string[]) =>
      ask<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      }),
    leave: async (): Promise<number | null> => {
      await ask<null>('shutdown', {});
      await link.sendNotification('exit');
      return exitOf(child);
    },
  };
}

export type Editor = Awaited<ReturnType<typeof startEditor>>;
