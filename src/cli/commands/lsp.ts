import { converse } from '../../lsp/connection.ts';
import { serveChecks } from '../../lsp/checker-thread.ts';
import { serve } from '../../lsp/server.ts';
import { WrongSchema } from '../../validate/schemas/choose-schemas.ts';
import { say } from '../terminal.ts';
import { oneOf, readArguments, UsageFault } from '../arguments.ts';

const levels = ['exchange', 'edition'] as const;

/** Serves an editor on stdin and stdout until it says `exit`. */
export async function run(args: readonly string[]): Promise<number> {
  // Editors add `--stdio` by custom; `--checker` is the word for the thread that checks whole editions.
  const given = readArguments(args, {
    texts: ['schema', 'schematron', 'level'],
    flags: ['stdio', 'checker'],
    paths: 0,
  });
  if (given.flag('checker')) return serveChecks();
  const level = given.text('level');
  const wishes = {
    schemas: given.texts('schema'),
    schematrons: given.texts('schematron'),
    level: level === undefined ? undefined : oneOf(level, 'level', levels, 'exchange'),
  };
  if (process.stdin.isTTY)
    say(
      'octavo lsp speaks with an editor, not with a person. How to set it up: docs/how-to/editors.md. Ctrl-C ends it.\n',
    );
  let end = (): void => undefined;
  try {
    return await converse(process.stdin, process.stdout, (notify) => {
      const server = serve(notify, wishes);
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
