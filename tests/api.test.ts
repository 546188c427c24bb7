import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from './harness/places.ts';
import { newFolder } from './harness/scratch.ts';

/** The examples of docs/api.md, as a user would write them: in a folder that has the package in `node_modules` and nothing else. */

const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
const examples = [...page.matchAll(/^## (\S+)$|^```ts\n([^]*?)^```\n\n```text\n([^]*?)^```$/gm)]
  .reduce<{ name: string; code: string; prints: string }[]>((found, [, heading, code, prints]) => {
    const name = heading ?? found.at(-1)!.name;
    if (heading !== undefined) return [...found, { name, code: '', prints: '' }];
    return [...found.slice(0, -1), { name, code: code!, prints: prints! }];
  }, [])
  .filter(({ code }) => code !== '');

const letter = `<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>
<publicationStmt><p>Here.</p></publicationStmt><sourceDesc><p>Paper.</p></sourceDesc></fileDesc></teiHeader>
<text><body>
<p>Dear <choice><sic>Adda</sic></choice> <graphic/></p>
</body></text>
</TEI>
`;

/** The package as it is published, its `package.json` and its `lib` with declarations, and what it depends on. */
function installPackage(home: string): void {
  const to = join(home, 'node_modules/octavo');
  mkdirSync(join(to, 'lib'), { recursive: true });
  cpSync(join(root, 'package.json'), join(to, 'package.json'));
  for (const name of readdirSync(join(root, 'lib')).filter((each) => each !== 'types'))
    symlinkSync(join(root, 'lib', name), join(to, 'lib', name));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of Object.keys(dependencies))
    symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name));
  const { config } = ts.readConfigFile(join(root, 'tsconfig.types.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root, undefined, 'tsconfig.types.json');
  ts.createProgram(fileNames, { ...options, outDir: join(to, 'lib/types') }).emit();
}

let home = '';
beforeAll(() => {
  home = newFolder({ 'package.json': '{ "type": "module" }', 'letter.xml': letter });
  cpSync(join(root, 'tei'), join(home, 'edition'), { recursive: true });
  installPackage(home);
  for (const { name, code } of examples) writeFileSync(join(home, `${name}.ts`), code);
}, 300_000);

describe('The documented interface for programs', () => {
  it('has an example for each function', () => {
    expect(examples.map(({ name }) => name)).toEqual(['validate', 'build', 'verify', 'importText', 'Errors']);
  });

  it('has types that fit the examples', () => {
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
    };
    const program = ts.createProgram(
      examples.map(({ name }) => join(home, `${name}.ts`)),
      options,
    );
    const problems = ts.getPreEmitDiagnostics(program);
    expect(
      problems.map((one) => `${one.file?.fileName}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`),
    ).toEqual([]);
  });

  it.each(examples)('$name prints what the page says, and nothing of its own', ({ name, code, prints }) => {
    const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    writeFileSync(join(home, `${name}.js`), ts.transpileModule(code, { compilerOptions: options }).outputText);
    const env = { ...process.env, OCTAVO_CACHE: newFolder() };
    const { stdout, stderr, status } = spawnSync(process.execPath, [`${name}.js`], {
      cwd: home,
      env,
      encoding: 'utf8',
    });
    expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: '', stdout: prints });
  });
});
