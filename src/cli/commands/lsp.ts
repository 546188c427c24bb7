import { converse } from '../../lsp/connection.ts';
import { serveChecks } from '../../lsp/checker-thread.ts';
import { serve } from '../../lsp/server.ts';
import { WrongSchema } from '../../validate/schemas/choose-schemas.ts';
import { say } from '../terminal.ts';
import { readArguments, UsageFault } from '../arguments.ts';

/** Serves an editor on stdin and stdout until it says `exit`. */
export async function run(args: readonly string[]): Promise<number> {
  // Editors add `--stdio` by custom; `--checker` is the word for the thread that checks whole editions.
  const given = readArguments('lsp', args);
  if (given.flag('checker')) return serveChecks();
  const wishes = {
    schemas: given.values('schema'),
    schematrons: given.values('schematron'),
    level: given.value('level'),
  };
  if (process.stdin.isTTY)
    say('octavo lsp talks to an editor, not to a person. How to set it up: docs/how-to/editors.md. Ctrl-C ends it.\n');
  let end = (): void => undefined;
  try {
    return await converse(process.stdin, process.stdout, (notify, ask) => {
      const server = serve(notify, ask, wishes);
      end = server.end;
      return server.methods;
    });
  } catch (error) {
    if (error instanceof WrongSchema) throw new UsageFault(error.message);
    throw error;
  } finally {
    end();
    process.stdin.destroy();
  }
}
