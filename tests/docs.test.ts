import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedDocs, madeFolders } from '../scripts/docs/generated-docs.ts';
import { type CommandName, commandNames, publicOptions } from '../src/cli/command-table.ts';
import { settingKinds } from '../src/config/settings.ts';
import { formatNames } from '../src/formats/names.ts';
import { kinds, looks } from '../src/model/reading.ts';
import { anchorsOf, commandLinesOf, linksOf } from './docs/markdown.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What is tracked and there, new files included; without what a build leaves behind. */
function listFiles(): string[] {
  const options = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', options, { cwd: root, encoding: 'utf8' }).split('\n');
  return [...new Set(listed)].filter((path) => path !== '' && existsSync(join(root, path)));
}

const files = existsSync(join(root, '.git')) ? listFiles() : [];
/** Pages for people; what tests read is in folders of `tests`. */
const pages = files.filter((path) => path.endsWith('.md') && !/^tests\/.+\//.test(path));

describe('the documentation', () => {
  it('is as the program makes it today', () => {
    const made = generatedDocs(root);
    const stale = [...made].filter(([path, text]) => !existsSync(join(root, path)) || read(path) !== text);
    expect(
      stale.map(([path]) => path),
      'npm run docs',
    ).toEqual([]);
    const left = madeFolders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
    expect(
      left.filter((path) => !made.has(path)),
      'npm run docs',
    ).toEqual([]);
  });

  it('has a page for every command, and every command has its help', () => {
    const commands = readdirSync(join(root, 'src/cli/commands')).map((name) => name.replace(/\.ts$/, ''));
    expect(commands.toSorted()).toEqual([...commandNames].toSorted());
    for (const name of commandNames) expect(read('docs/commands/README.md')).toContain(`(${name}.md)`);
  });

  it('reports every setting, every format, every kind and every look', () => {
    for (const name of Object.keys(settingKinds)) expect(read('docs/how-to/settings.md')).toContain(`| \`${name}\` |`);
    for (const name of formatNames) expect(read('docs/contract.md')).toContain(`\`${name}\``);
    for (const name of [...kinds, ...looks]) expect(read('docs/reading-vocabulary.md')).toContain(`\`${name}\``);
  });

  it('has a page for every format, which names it', () => {
    const named = readdirSync(join(root, 'docs/formats')).flatMap((name) =>
      (/^In `formats`: (.*)$/m.exec(read(`docs/formats/${name}`))?.[1] ?? `\`none in ${name}\``)
        .split(', ')
        .map((each) => each.slice(1, -1)),
    );
    expect(named.toSorted()).toEqual([...formatNames].toSorted());
  });

  it('reports every mode of the stylesheets', () => {
    const modules = readdirSync(join(root, 'xslt'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.xsl'),
    );
    const modes = modules.flatMap((path) =>
      [...read(`xslt/${path}`).matchAll(/<xsl:mode name="([^"]*)"/g)].map((match) => match[1]!),
    );
    expect(modes.length).toBeGreaterThan(0);
    for (const mode of modes) expect(read('xslt/README.md')).toContain(`| \`${mode}\``);
  });

  it('gives examples of settings that are settings', () => {
    const example = /```json\n(.*?)```/s.exec(read('docs/how-to/settings.md'))![1]!;
    const known = Object.keys(settingKinds);
    expect(Object.keys(JSON.parse(example) as object).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe.skipIf(files.length === 0)('the pages of the repository (skipped outside a git checkout)', () => {
  it('have no link that leads nowhere', () => {
    const anchors = new Map(pages.map((path) => [path, anchorsOf(read(path))]));
    const dead = pages.flatMap((path) =>
      linksOf(read(path)).flatMap((link) => {
        if (/^[a-z][a-z+.-]*:/.test(link)) return [];
        const [file, anchor] = link.split('#') as [string, string?];
        const target = file === '' ? path : relative(root, resolve(root, dirname(path), decodeURI(file)));
        const there = file === '' || existsSync(join(root, target));
        const known = anchor === undefined || anchors.get(target)?.has(anchor) !== false;
        return there && known ? [] : [`${path}: ${link}`];
      }),
    );
    expect(dead).toEqual([]);
  });

  it('show only command lines that the program takes', () => {
    const wrong = pages.flatMap((path) =>
      commandLinesOf(read(path)).flatMap(([name = '', ...words]) => {
        if (!/^[a-z-]/.test(name) || ['help', '--help', '--version'].includes(name)) return [];
        if (!(commandNames as readonly string[]).includes(name)) return [`${path}: there is no command ${name}`];
        const known = ['--help', ...publicOptions(name as CommandName).map((option) => `--${option.name}`)];
        const options = words.filter((word) => word.startsWith('--')).map((word) => word.replace(/[=\]].*$/, ''));
        const unknown = options.filter((option) => !known.includes(option));
        return unknown.map((option) => `${path}: octavo ${name} knows no ${option}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('name no npm script that does not exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((path) =>
      [...read(path).matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map((match) => match[1]!),
    );
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });

  it('have small pictures', () => {
    const pictures = files.filter((path) => /\.(png|jpe?g|gif|webp)$/.test(path));
    expect(pictures.filter((path) => readFileSync(join(root, path)).length > 150_000)).toEqual([]);
  });
});

describe.skipIf(files.length === 0)('the files of the repository (skipped outside a git checkout)', () => {
  const texts = files.filter((path) => !/\.(png|jpe?g|gif|webp|docx|zip|gz)$/.test(path));
  const found = (pattern: RegExp, except: readonly string[] = []): string[] =>
    texts
      .filter((path) => !except.includes(path))
      .flatMap((path) => {
        const match = pattern.exec(read(path));
        return match ? [`${path}: ${match[0].trim()}`] : [];
      });

  it('hold no path of somebody’s machine', () => {
    const folders = ['home', 'root', 'Users', 'work', 'mnt', 'tmp'].join('|');
    expect(found(new RegExp(`(?<![\\w.~>}*)-])/(?:${folders})/\\w`))).toEqual([]);
    expect(found(/\b[A-Z]:\\\\?(?:Users|Documents)/)).toEqual([]);
  });

  it('hold no address from which packages were fetched', () => {
    const lock = read('package-lock.json');
    expect(/"resolved": "https?:[^"]*"/.exec(lock)?.[0]).toBeUndefined();
    expect(found(/\bhttps?:\/\/(?:\d{1,3}\.){3}\d{1,3}\b/)).toEqual([]);
    if (files.includes('.npmrc')) expect(read('.npmrc')).not.toMatch(/registry\s*=|_auth|proxy/);
  });
});
