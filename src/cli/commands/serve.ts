import { NoEdition, openEdition } from '../../serve/built-edition.ts';
import { serve } from '../../serve/server.ts';
import { readArguments, UsageFault } from '../arguments.ts';
import { say } from '../terminal.ts';

function portOf(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port < 65_536) return port;
  throw new UsageFault(`“${value}” is not a port: a number up to 65535, or 0 for any that is free`);
}

function open(folder: string) {
  try {
    return openEdition(folder);
  } catch (error) {
    if (error instanceof NoEdition) throw new UsageFault(error.message);
    throw error;
  }
}

async function start(edition: ReturnType<typeof openEdition>, host: string, port: number, address: string | undefined) {
  try {
    return await serve(edition, host, port, address);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new UsageFault(`port ${port} is in use; name another one with --port`);
    if (code === 'EACCES') throw new UsageFault(`port ${port} may not be used; name one above 1023 with --port`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new UsageFault(`this machine has no address “${host}”`);
    throw error;
  }
}

/** Serves a built edition until it is interrupted. */
export async function run(args: readonly string[]): Promise<number> {
  const given = readArguments('serve', args);
  const address = given.value('address');
  if (address !== undefined && !URL.canParse(address)) throw new UsageFault(`“${address}” is not an address`);
  const edition = open(given.paths[0] ?? 'dist');
  const { server, address: own } = await start(edition, given.value('host'), portOf(given.value('port')), address);
  const hasTexts =
    edition.manifest.documents.some(({ outputs }) => outputs['tei'] !== undefined) || edition.has('dts/index.jsonld');
  const service = hasTexts
    ? ` and its text service (DTS) at ${own}/api/dts`
    : '; it has no text service, which needs the format tei';
  say(`The edition is at ${own}/${service}. Ctrl-C ends it.\n`);
  return new Promise((resolve) => {
    const end = (): void => {
      server.close(() => resolve(0));
      server.closeAllConnections();
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}
