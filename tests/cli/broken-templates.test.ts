import { writeFileSync, mkdirSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { letters } from '../harness/letters.ts';
import { newFolder } from '../harness/scratch.ts';

/** Templates of an edition that are not as they should be: a finding at the place, and nothing is built. */

async function saidOf(templates: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const files = Object.entries(templates).map(([name, content]) => [`templates/${name}`, content] as const);
  const path = newFolder({ 'a.xml': letters(1), ...Object.fromEntries(files) });
  const out = join(newFolder(), 'dist');
  const { findings } = await build({ path, out });
  if (findings.some(({ severity }) => severity === 'error')) expect(existsSync(out)).toBe(false);
  return findings.map(
    ({ code, message, span }) => `${span?.file}:${span?.start.line}:${span?.start.column} ${code} ${message}`,
  );
}

const page = (inside: string): string => `<html><head></head><body>${inside}</body></html>`;

describe('A template', () => {
  it.each([
    ['{{{tex}}', '1:7'],
    ['{{#if title}}x{{/each}}', '1:4'],
    ['a\n{{#each contents}}', '2:19'],
    ['{{title', '1:3'],
    ['{{shout title}}', '1:1'],
  ])('that cannot be read has its place: %s', async (template, place) => {
    expect(await saidOf({ 'page.hbs': template })).toEqual([
      expect.stringContaining(`templates/page.hbs:${place} broken-template`),
    ]);
  });

  it('that uses what does not exist has its place', async () => {
    expect(await saidOf({ 'page.hbs': page('\n{{nosuch}}') })).toEqual([
      'templates/page.hbs:2:3 template-variable There is no “nosuch” for templates.',
    ]);
    expect(await saidOf({ 'head.hbs': '{{#if constructor}}x{{/if}}' })).toEqual([
      expect.stringContaining('“constructor”'),
    ]);
    expect(await saidOf({ 'head.hbs': '{{> nosuch}}' })).toEqual([expect.stringContaining('“nosuch.hbs”')]);
  });

  it('with a name that no page knows is named', async () => {
    expect(await saidOf({ 'pages.hbs': page('') })).toEqual([
      expect.stringContaining('unused-template templates/pages.hbs is used by no page'),
    ]);
    expect(await saidOf({ 'page.html': page('') })).toEqual([
      expect.stringContaining('unused-template templates/page.html'),
    ]);
    expect(await saidOf({ 'style.css': 'p {}' })).toEqual([
      expect.stringContaining('unused-template templates/style.css'),
    ]);
  });

  it('that calls itself without end, or makes no head, is a finding', async () => {
    expect(await saidOf({ 'head.hbs': '{{> head}}' })).toEqual([expect.stringContaining('broken-template')]);
    expect(await saidOf({ 'page.hbs': '<p>{{title}}</p>' })).toEqual([expect.stringContaining('without a <head>')]);
  });

  it('that is no text, or a folder, or a file in place of the folder, is a finding', async () => {
    expect(await saidOf({ 'page.hbs': Uint8Array.of(0xff, 0xfe, 0x00) })).toEqual([
      expect.stringContaining('is not a text in UTF-8'),
    ]);
    expect(await saidOf({ 'page.hbs/x': '' })).toEqual([
      expect.stringContaining('templates/page.hbs cannot be read: it is a folder'),
    ]);
    const path = newFolder({ 'a.xml': letters(1), templates: 'x' });
    const { findings } = await build({ path, out: join(newFolder(), 'dist') });
    expect(findings).toMatchObject([
      { code: 'broken-template', message: 'templates cannot be read: it must be a folder.' },
    ]);
  });

  it('of the edition with parts of its own is right, and its pages keep the content policy', async () => {
    const path = newFolder({ 'a.xml': letters(1) });
    mkdirSync(join(path, 'templates'));
    writeFileSync(join(path, 'templates/page.hbs'), page('{{> mine word="w"}}{{{text}}}'));
    writeFileSync(
      join(path, 'templates/mine.hbs'),
      '<p>{{word}} {{@root.title}} {{#each contents as |c|}}{{c.text}}{{/each}}</p>',
    );
    const out = join(newFolder(), 'dist');
    expect((await build({ path, out })).findings).toEqual([]);
    for (const name of ['documents/d1.html', 'index.html'])
      expect(readFileSync(join(out, name), 'utf8')).toMatch(
        /<head>\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; (?:script-src 'self' file:; )?style-src/,
      );
  });
});
