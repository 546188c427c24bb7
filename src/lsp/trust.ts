import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AskEditor } from './connection.ts';

/**
 * Whether the rules that files name may run. They are programs that come with the files, and a file that is only looked at must not run any: so
 * none is run until the person, or the editor for them, has said that the folder is trusted.
 */

export interface Trust {
  readonly of: (folder: string) => boolean;
  /** Trusts a folder, or everything where none is given, for as long as the server lives. */
  readonly give: (folder?: string) => void;
  /** Takes what the editor says when it starts: `initializationOptions.trusted`, true or a list of folders. */
  readonly begin: (options: unknown) => void;
  /** Asks the person about a folder: once a session, however many files wait. */
  readonly ask: (folder: string) => void;
}

export const trustCommand = 'octavo.trustWorkspace';

const runThem = 'Run its rules';

/** The path of a folder as an editor writes it, or undefined. */
function folderOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  try {
    return value.startsWith('file:') ? fileURLToPath(value) : value;
  } catch {
    return undefined;
  }
}

/** `changed` is called whenever more is trusted than before. */
export function startTrust(askEditor: AskEditor, changed: () => void): Trust {
  const folders = new Set<string>();
  let everything = false;
  let asked = false;
  const give = (folder?: string): void => {
    if (folder === undefined) everything = true;
    else folders.add(folder);
    changed();
  };
  return {
    give,
    of: (folder) => everything || [...folders].some((one) => folder === one || folder.startsWith(one + sep)),
    begin: (options) => {
      const trusted = (options as { trusted?: unknown } | null | undefined)?.trusted;
      everything = trusted === true;
      if (Array.isArray(trusted)) for (const one of foldersOf(trusted)) folders.add(one);
    },
    ask: (folder) => {
      if (asked) return;
      asked = true;
      const message = `Octavo does not run the Schematron rules of ${folder} until you trust that folder.`;
      const actions = [{ title: runThem }, { title: 'Not now' }];
      askEditor('window/showMessageRequest', { type: 2, message, actions }, (result) => {
        if ((result as { title?: unknown } | null | undefined)?.title === runThem) give(folder);
      });
    },
  };
}

/** The folders that the arguments of `octavo.trustWorkspace` name, as paths or addresses; empty: everything that is open. */
export const foldersOf = (given: readonly unknown[] | undefined): string[] =>
  (given ?? []).flatMap((one) => folderOf(one) ?? []);
