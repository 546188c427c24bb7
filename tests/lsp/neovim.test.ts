import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFile } from '../../src/validate/example.ts';
import { root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { program } from './editor.ts';

/** The documented way into Neovim, tried in the Neovim that is here: what the page says goes into `init.lua` as it is. */

const found = /^NVIM v(\d+)\.(\d+)/.exec(spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout ?? '');
const version = found ? Number(found[1]) * 1000 + Number(found[2]) : undefined;
if (version === undefined) console.warn('tests/lsp/neovim.test.ts is skipped: nvim is not here');

const page = readFileSync(join(root, 'docs/how-to/editors.md'), 'utf8');
const section = /^## Neovim\n([^]*?)^## /m.exec(page)![1]!;

/** What the page says for a version: its blocks, each after the versions it is for. */
const blocks = [...section.matchAll(/^Neovim (0\.\d+)[^]*?```lua\n([^]*?)```/gm)].map(([, first, lua]) => ({
  from: Number(first!.slice(2)),
  lua: lua!,
}));

const ask = `
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 100)
local said = { diagnostics = vim.diagnostic.get(0) }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', {
  textDocument = vim.lsp.util.make_text_document_params(), position = { line = 3, character = 10 },
}, 20000)
said.hover = vim.tbl_values(answers or {})
io.stdout:write(vim.fn.json_encode({ diagnostics = #said.diagnostics, first = (said.diagnostics[1] or {}).message, hover = vim.inspect(said.hover) }))
vim.cmd('qa!')
`;

describe('the page about editors', () => {
  it('has a way for each kind of Neovim', () => {
    expect(blocks.map(({ from }) => from)).toEqual([11, 8, 7]);
    expect(blocks.map(({ lua }) => /vim\.lsp\.(config|start_client|start)\(/.exec(lua)?.[1])).toEqual([
      'config',
      'start',
      'start_client',
    ]);
  });

  const skipped = version === undefined ? ' (skipped: nvim is not here)' : '';
  it.skipIf(version === undefined)(
    `shows a finding and explains an element in the Neovim that is here${skipped}`,
    () => {
      const { lua } = blocks.find(({ from }) => from <= version!)!;
      const folder = newFolder({
        'init.lua': lua,
        'ask.lua': ask,
        'a.xml': exampleFile('<p>To <persname>Ada</persname></p>'),
        'bin/octavo': `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
      });
      chmodSync(join(folder, 'bin/octavo'), 0o755);
      const session = spawnSync(
        'nvim',
        ['--headless', '-i', 'NONE', '-n', '-u', 'init.lua', 'a.xml', '-S', 'ask.lua'],
        {
          cwd: folder,
          env: { ...process.env, HOME: folder, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH ?? ''}` },
          encoding: 'utf8',
          timeout: 120_000,
        },
      );
      expect(session.stderr).not.toMatch(/Error|E\d+:/);
      const said = JSON.parse(session.stdout) as { diagnostics: number; first: string; hover: string };
      expect(said.diagnostics).toBe(1);
      expect(said.first).toContain('persname');
      expect(said.hover).toContain('contents');
    },
  );
});
