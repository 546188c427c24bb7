import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { keepSchema } from '../src/validate/schemas/load-schema.ts';
import { precompileShell } from '../src/formats/html/shell.ts';
import { readTemplates } from '../src/formats/templates.ts';

/**
 * Makes `lib/`: the program as one bundle in pieces that are loaded when they are needed, the stylesheets compiled to SEF, the templates
 * precompiled, and the code that V8 has made of the engine. Nothing is compiled when a user runs Octavo. Nothing is done where nothing has changed.
 */

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const lib = join(root, 'lib');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** Hash of all that `lib/` is made from. */
function buildId(): string {
  const hash = createHash('sha256');
  for (const path of ['src', 'client', 'xslt', 'templates', 'schema', 'scripts'].flatMap((name) =>
    filesBelow(join(root, name)),
  )) {
    hash.update(relative(root, path).split(sep).join('/')).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash
    .update(readFileSync(join(root, 'package.json')))
    .update(process.versions.node.split('.')[0]!)
    .digest('hex');
}

/** Compiles a stylesheet, without the place of its file in it. */
function compileStylesheet(source: string, to: string): void {
  const xslt3 = createRequire(import.meta.url).resolve('xslt3');
  const options = [`-xsl:${source}`, `-export:${to}`, '-nogo', '-relocate:on'];
  const out = execFileSync(process.execPath, [xslt3, ...options], { encoding: 'utf8', stdio: 'pipe' });
  if (out.trim() !== '') console.error(out);
}

/** Our stylesheets as those of an edition import them: their entry is a stylesheet, as a package cannot be imported. */
function stylesheetsAsText(folder: string): Record<string, string> {
  const sheets = filesBelow(folder).filter((path) => path.endsWith('.xsl'));
  return Object.fromEntries(
    sheets.map((path) => [
      relative(folder, path).split(sep).join('/'),
      readFileSync(path, 'utf8')
        .replace(/<xsl:package [^>]*?(?=\sxmlns)/, '<xsl:stylesheet version="3.0"')
        .replace('</xsl:package>', '</xsl:stylesheet>'),
    ]),
  );
}

/** Keeps the compiled code of the engine, which runs in a process with the flags of the commands. */
function keepEngineCode(to: string): void {
  const script = [join(root, 'scripts/engine-code.ts'), to, join(root, 'tei/d194.xml')];
  execFileSync(process.execPath, ['--import', 'tsx', ...script], { cwd: root, stdio: 'inherit' });
}

async function bundle(to: string): Promise<void> {
  await build({
    entryPoints: {
      cli: join(root, 'src/cli/main.ts'),
      index: join(root, 'src/index.ts'),
      relaxng: join(root, 'src/relaxng/index.ts'),
      'rules-process': join(root, 'src/validate/schematron/rules-process.ts'),
      'typeset-process': join(root, 'src/typeset/process.ts'),
      'overlay-process': join(root, 'src/transform/overlay/process.ts'),
      'confine-compiler': join(root, 'src/transform/confine-compiler.ts'),
    },
    outdir: to,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** What pages run, each script in one piece. */
async function clientScripts(): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    entryPoints: { search: join(root, 'client/search-page.ts'), page: join(root, 'client/page.ts') },
    outdir: root,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    write: false,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path, '.js'), text]));
}

async function compile(): Promise<void> {
  const id = buildId();
  const stamp = join(lib, 'build-id');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === id) return;
  const draft = mkdtempSync(join(root, '.lib-'));
  try {
    compileStylesheet(join(root, 'xslt/reading.xsl'), join(draft, 'reading.sef.json'));
    writeFileSync(join(draft, 'stylesheets.json'), JSON.stringify(stylesheetsAsText(join(root, 'xslt'))));
    writeFileSync(
      join(draft, 'shell.js'),
      await precompileShell(readTemplates(join(root, 'templates')), await clientScripts()),
    );
    for (const name of ['octavo-exchange.rng', 'octavo-edition.rng']) {
      writeFileSync(join(draft, `${name}.json`), JSON.stringify(keepSchema(join(root, 'schema', name))));
    }
    await bundle(draft);
    keepEngineCode(draft);
    writeFileSync(join(draft, 'build-id'), id);
    rmSync(lib, { recursive: true, force: true });
    renameSync(draft, lib);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

await compile();
