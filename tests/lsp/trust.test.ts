import { join } from 'node:path';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { expect, test } from 'vitest';
import { exampleFile } from '../../src/validate/example.ts';
import { newFolder } from '../harness/scratch.ts';
import { startEditor } from './editor.ts';

/** Rules that come with files run in an editor only after somebody has said that the files are trusted. */

const rules = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:sqf="http://www.schematron-quickfix.com/validator/process" queryBinding="xslt3">
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern><rule context="t:ab"><assert test="@n" sqf:fix="add del ren">No n.</assert>
<sqf:fix id="add"><sqf:description><sqf:title>Add n</sqf:title></sqf:description><sqf:add node-type="attribute" target="n" select="'3'"/></sqf:fix>
<sqf:fix id="del"><sqf:description><sqf:title>Delete</sqf:title></sqf:description><sqf:delete/></sqf:fix>
<sqf:fix id="ren"><sqf:description><sqf:title>Make p</sqf:title></sqf:description><sqf:replace node-type="keep" target="t:p" select="node()"/></sqf:fix>
</rule></pattern></schema>`;

const named = exampleFile('<ab>words</ab>').replace(
  '<TEI',
  '<?xml-model href="r.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>\n<TEI',
);

test('rules wait until the folder is trusted, then offer their quick fixes by their titles', async () => {
  const folder = newFolder({ 'octavo.config.json': '{}', 'a.xml': named, 'r.sch': rules });
  const editor = await startEditor();
  const asked: string[] = [];
  editor.link.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
    asked.push(message);
    return null;
  });
  const uri = await editor.open(join(folder, 'a.xml'));
  const waiting = await editor.diagnostics(uri, 1, (all) => all.some(({ code }) => code === 'schematron-untrusted'));
  expect(waiting.map(({ code }) => code)).not.toContain('schematron');
  expect(asked).toEqual([expect.stringContaining(folder)]);
  await editor.ask('workspace/executeCommand', { command: 'octavo.trustWorkspace', arguments: [folder] });
  const found = await editor.diagnostics(uri, 1, (all) => all.some(({ code }) => code === 'schematron'));
  expect(found.map(({ code }) => code)).not.toContain('schematron-untrusted');
  const actions: CodeAction[] = await editor.actions(
    uri,
    found.find(({ code }) => code === 'schematron')!,
  );
  expect(actions.map(({ title }) => title)).toEqual(['Add n', 'Delete', 'Make p']);
  expect(actions[2]!.edit!.changes![uri]!.map(({ newText }) => newText)).toEqual(['p', 'p']);
  expect(asked).toHaveLength(1);
  await editor.leave();
}, 90_000);
