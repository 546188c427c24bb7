import fs from 'node:fs';
import { confine } from '../../transform/confine.ts';
import { confineEngine, loadStylesheet, transformText } from '../../transform/engine.ts';
import { type Answer, frame, type Given, type Load, longestAnswer, type Question } from './messages.ts';

/**
 * The process in which Schematron rules of users run (`lib/rules-process.js`, an entry of its own): confined, one question after the other, each
 * answered before the next is read. Documents that rules ask for are handed over by the parent; this process opens nothing.
 */

const read = fs.readSync;
const write = fs.writeSync;

/** A pipe that has nothing for us yet says so, on some systems, instead of waiting. */
function patiently(step: () => number): number {
  for (;;) {
    try {
      return step();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

/** So many bytes of the parent's; undefined where it has gone. */
function take(length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length;) {
    const count = patiently(() => read(0, bytes, at, length - at, null));
    if (count === 0) return undefined;
    at += count;
  }
  return bytes;
}

function hear<Message>(): Message | undefined {
  const length = take(4)?.readUInt32BE(0);
  const body = length === undefined ? undefined : take(length);
  return body && (JSON.parse(body.toString('utf8')) as Message);
}

function say(message: Answer): void {
  const bytes = frame(message);
  for (let at = 0; at < bytes.length;) at += patiently(() => write(1, bytes, at, bytes.length - at));
}

function documentAt(address: string): string {
  say({ wanted: address });
  const text = hear<Given>()?.document;
  if (text === undefined) throw new Error('it is not there, or out of reach');
  return text;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function answerOf(stylesheet: object, schema: string, { xml, source }: Question): Answer {
  try {
    const result = transformText(stylesheet, xml, { source, stylesheet: schema });
    return result.length > longestAnswer / 4 ? { error: 'it has more to say than can be shown' } : { result };
  } catch (error) {
    return { error: messageOf(error) };
  }
}

function work(): void {
  confineEngine(documentAt);
  confine();
  const loaded = hear<Load>();
  if (!loaded) return;
  const stylesheet = loadStylesheet(loaded.sef);
  for (let question = hear<Question>(); question; question = hear<Question>())
    say(answerOf(stylesheet, loaded.schema, question));
}

work();
