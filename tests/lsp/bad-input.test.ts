import { describe, expect, it } from 'vitest';
import { exitOf, startEditor, startServer } from './editor.ts';
import { frame, messageReader } from '../../src/lsp/messages.ts';

/** A talk in bytes: what is sent, and all that is answered until the server ends. */
async function talk(
  send: readonly (object | string)[],
): Promise<{ code: number | null; said: Record<string, unknown>[] }> {
  const child = startServer();
  const said: Record<string, unknown>[] = [];
  const read = messageReader({ message: (one) => said.push(one as Record<string, unknown>), broken: () => undefined });
  child.stdout!.on('data', read);
  for (const one of send) child.stdin!.write(typeof one === 'string' ? one : frame(one));
  child.stdin!.end();
  return { code: await exitOf(child), said };
}

const initialize = { id: 1, method: 'initialize', params: { capabilities: {} } };
const leave = [{ id: 99, method: 'shutdown' }, { method: 'exit' }];
const codeOf = (one: Record<string, unknown> | undefined) => (one?.error as { code: number } | undefined)?.code;

describe('what a client may do wrong', () => {
  it('is reported: broken JSON, a message that is none, a header without length; the talk goes on', async () => {
    const { code, said } = await talk([
      'Content-Length: 9\r\n\r\n{"id": 1,',
      'Nonsense: 1\r\n\r\n',
      'Content-Length: 2\r\n\r\n[]',
      { id: 5 },
      initialize,
      ...leave,
    ]);
    expect(said.map(codeOf)).toEqual([-32700, -32700, -32700, -32600, undefined, undefined]);
    expect(code).toBe(0);
  });

  it('is reported: unknown methods, and requests before the beginning and after the end', async () => {
    const { code, said } = await talk([
      { id: 1, method: 'textDocument/hover', params: {} },
      { ...initialize, id: 2 },
      { id: 3, method: 'octavo/nothing' },
      { id: 4, method: 'toString' },
      { method: '$/cancelRequest', params: { id: 3 } },
      { method: 'octavo/nothing' },
      { id: 'five', method: 'shutdown' },
      { id: 6, method: 'textDocument/hover' },
      { method: 'exit' },
    ]);
    expect(said.map(({ id }) => id)).toEqual([1, 2, 3, 4, 'five', 6]);
    expect(said.map(codeOf)).toEqual([-32002, undefined, -32601, -32601, undefined, -32600]);
    expect(code).toBe(0);
  });

  it('ends with exit code 1 where “exit” or the end of the talk comes without “shutdown”', async () => {
    expect((await talk([initialize, { method: 'exit' }])).code).toBe(1);
    expect((await talk([initialize])).code).toBe(1);
    expect((await talk([])).code).toBe(1);
  });

  it('does no harm: files that are not open, parameters of another shape, places outside the text', async () => {
    const editor = await startEditor();
    const uri = 'file:///nowhere/a.xml';
    const position = { line: 99, character: 99 };
    await expect(editor.hover(uri, position)).rejects.toThrow('not open');
    expect(await editor.actions(uri, { range: { start: position, end: position }, message: '' })).toEqual([]);
    await expect(editor.ask('textDocument/completion', { nothing: true })).rejects.toThrow();
    await editor.change(uri, 2, [{ text: 'x' }]);
    await editor.close(uri);
    const open = await editor.open('untitled:x', '<TEI');
    for (const text of ['', '<', '</', '<a b', '<a b="', '<!-- ', '<?x', '&', '\ud83d', '<a>'.repeat(2000)]) {
      await editor.change(open, 3, [{ text }]);
      for (const place of [position, { line: 0, character: text.length }, { line: -1, character: -5 }]) {
        await editor.complete(open, place);
        await editor.hover(open, place);
        await editor.definition(open, place);
      }
      await editor.symbols(open);
    }
    await editor.diagnostics(open, 3, (all) => all.length > 0);
    expect(await editor.leave()).toBe(0);
  });

  it('reads messages that come byte by byte, or several at once', () => {
    const bytes = Buffer.concat([frame({ id: 1, method: 'a' }), frame({ id: 2, method: 'ä😀' })]);
    for (const step of [1, 7, 1000]) {
      const heard: unknown[] = [];
      const read = messageReader({ message: ({ method }) => heard.push(method), broken: (why) => heard.push(why) });
      for (let at = 0; at < bytes.length; at += step) read(bytes.subarray(at, at + step));
      expect(heard).toEqual(['a', 'ä😀']);
    }
  });
});
