import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The rules of the house, as src/README.md tells them: whoever breaks one is named with file and line. */

const src = resolve(import.meta.dirname, '../src');
const map = readFileSync(join(src, 'README.md'), 'utf8');

interface Import {
  readonly target: string;
  readonly line: number;
}
interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

function readSource(path: string): SourceFile {
  const text = readFileSync(join(src, path), 'utf8');
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    target: fileName.startsWith('.') ? relative(src, resolve(src, dirname(path), fileName)) : fileName,
    line: lineAt(text, pos),
  }));
  return { path, text, imports };
}

const files: readonly SourceFile[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map(readSource);

/** The rooms in their order; those of one step do not import each other. */
const steps: readonly (readonly string[])[] = (/^diagnostics → .+$/m.exec(map)?.[0] ?? '')
  .split(' → ')
  .map((step) => step.split(', '));
const roomOf = (path: string): string => path.split('/')[0]!;
const stepOf = (room: string): number => steps.findIndex((step) => step.includes(room));

const isOutside = ({ target }: Import): boolean => target.startsWith('node:') || !target.endsWith('.ts');

/** `formats/html/page.ts` → `html`; files directly in the room belong to no format. */
const formatOf = (path: string): string | undefined => /^formats\/([^/]+)\//.exec(path)?.[1];

/** The modules that a file loads, and those that these load; types are nothing when the program runs. */
function reachedFrom(first: string): string[] {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    const { text } = readSource(path);
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
    for (const one of tree.statements) if (loads(one)) visit(relative(src, resolve(src, dirname(path), loads(one)!)));
  };
  visit(first);
  return [...reached].sort();
}

/** The file of our own that a statement imports values from. */
function loads(statement: ts.Statement): string | undefined {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined;
  const { moduleSpecifier } = statement;
  const isType = ts.isImportDeclaration(statement) ? statement.importClause?.isTypeOnly : statement.isTypeOnly;
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier) || isType === true) return undefined;
  return moduleSpecifier.text.startsWith('.') ? moduleSpecifier.text : undefined;
}

describe('imports', () => {
  it('flow one way between the rooms', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter((one) => !isOutside(one))
        .filter(({ target }) => {
          const [from, to] = [roomOf(path), roomOf(target)];
          return from !== to && from !== 'index.ts' && stepOf(to) >= stepOf(from);
        })
        .map(({ target, line }) => `src/${path}:${line} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of the room relaxng go through its door', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => roomOf(path) !== 'relaxng' && roomOf(target) === 'relaxng')
        .filter(({ target }) => target !== 'relaxng/index.ts')
        .map(({ target, line }) => `src/${path}:${line} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('come only from rooms that are on the map', () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)).filter((room) => room !== 'index.ts'));
    expect([...rooms].filter((room) => stepOf(room) < 0)).toEqual([]);
    expect(steps.length).toBeGreaterThan(5);
  });

  it('make no circle', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (done.has(path) || way.includes(path)) return;
      for (const { target } of byPath.get(path)?.imports ?? []) visit(target, [...way, path]);
      done.add(path);
    };
    for (const { path } of files) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('of a format never lead to another format', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => formatOf(path) && formatOf(target) && formatOf(target) !== formatOf(path))
        .map(({ target, line }) => `src/${path}:${line} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of the proof lead neither to phase 1 nor to what a build makes of facts', () => {
    const reached = reachedFrom('verify/run.ts');
    expect(reached).toContain('verify/facts/source-units.ts');
    expect(reached.filter((path) => /^(?:transform\/|edition\/(?:facts|edition|prepare)\.ts)/.test(path))).toEqual([]);
    expect(reachedFrom('verify/against-rebuild.ts')).toContain('transform/engine.ts');
  });

  it('of checks and editors do not lead to stylesheets of editions', () => {
    const runs = 'transform/overlay/ask.ts';
    expect(reachedFrom('publish/write-edition.ts')).toContain(runs);
    for (const entry of ['validate/run.ts', 'lsp/server.ts', 'lsp/checker-thread.ts', 'verify/run.ts'])
      expect(reachedFrom(entry), entry).not.toContain(runs);
  });

  it('of Saxon are in transform/engine.ts alone', () => {
    const users = files.filter(({ text }) => /['"](?:saxon-js|xslt3)['"]/.test(text)).map(({ path }) => path);
    expect(users).toEqual(['transform/engine.ts']);
  });
});

describe('the label of a page', () => {
  it('is written and read with the word of model/page-label.ts, and spelt nowhere else in outputs and proof', () => {
    const outputs = files.filter(({ path }) => /^(?:formats|verify)\//.test(path));
    const spelt = outputs.flatMap(({ path, text }) => {
      const code = text.replace(/\/\*[^]*?\*\/|\/\/.*/g, (comment) => comment.replace(/[^\n]/g, ' '));
      const at = code.search(/\[Page\b/);
      return at < 0 ? [] : [`src/${path}:${lineAt(code, at)}`];
    });
    expect(outputs.length).toBeGreaterThan(40);
    expect(spelt).toEqual([]);
  });
});

const powers: Readonly<Record<string, RegExp>> = {
  disk: /['"]node:fs(?:\/promises)?['"]/,
  programs: /['"]node:(?:child_process|worker_threads)['"]/,
  network: /['"]node:(?:https?|net|tls|dgram|dns)['"]|\bfetch\(/,
  clock: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
  terminal: /\bprocess\.std(?:out|err)\.write\(|\bconsole\.\w+\(/,
  environment: /\bprocess\.env\b/,
  chance: /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/,
  locale: /\.toLocale\w+\(|\bIntl\.|\.localeCompare\(/,
};

/** Which files may touch what: the last table of the map. */
const allowed = new Map(
  [...map.matchAll(/^\| `([^`]+\.ts)` \| ([^|]+) \|$/gm)].map((row): [string, string] => [row[1]!, row[2]!]),
);

describe('the world', () => {
  it('is touched in the files that the map names, and nowhere else', () => {
    const wrong = files.flatMap(({ path, text }) =>
      Object.entries(powers).flatMap(([power, pattern]) => {
        const found = pattern.exec(text);
        if (!found || allowed.get(path)?.includes(power)) return [];
        return [`src/${path}:${lineAt(text, found.index)} touches the ${power}: ${found[0]}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('is touched by all that the map names', () => {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const stale = [...allowed].filter(([path, touches]) => {
      const text = texts.get(path);
      const named = Object.keys(powers).filter((power) => touches.includes(power));
      return text === undefined || named.length === 0 || !named.every((power) => powers[power]!.test(text));
    });
    expect(stale).toEqual([]);
  });
});

const longestFile = 250;
const longestFunction = 40;

/** Functions that are too long, from their first line to their last: functions inside them count, since who reads the one reads the others. */
function longFunctions({ path, text }: SourceFile): string[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lineOf = (offset: number): number => tree.getLineAndCharacterOfPosition(offset).line + 1;
  const long: string[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return;
    const first = lineOf(node.getStart());
    const lines = lineOf(node.end) - first + 1;
    if (lines > longestFunction) long.push(`src/${path}:${first} has a function of ${lines} lines`);
  };
  visit(tree);
  return long;
}

describe('what one person can hold in mind', () => {
  it(`no file is longer than ${longestFile} lines`, () => {
    const lengths = files.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
    const long = lengths.filter(({ lines }) => lines > longestFile).map(({ path, lines }) => `src/${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  it(`no function is longer than ${longestFunction} lines`, () => {
    expect(files.flatMap(longFunctions)).toEqual([]);
  });

  it('a function is as long as all that is written in it', () => {
    const inner = `  const inner = () => {\n${'    step();\n'.repeat(longestFunction - 4)}  };\n`;
    const within = (body: string): SourceFile => ({
      path: 'a.ts',
      text: `\nfunction outer() {\n${body}}\n`,
      imports: [],
    });
    expect(longFunctions(within(inner))).toEqual([]);
    expect(longFunctions(within(`${inner}  inner();\n`))).toEqual(['src/a.ts:2 has a function of 41 lines']);
  });
});

const xslt = resolve(src, '../xslt');
const stylesheets = readdirSync(xslt, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.xsl'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(xslt, path), 'utf8') }));

describe('Stylesheets', () => {
  const breaking = (isWrong: (text: string, path: string) => boolean): string[] =>
    stylesheets.filter(({ text, path }) => isWrong(text, path)).map(({ path }) => `xslt/${path}`);

  it('have one concern each, told in their first comment, on a few screens', () => {
    expect(breaking((text) => text.trimEnd().split('\n').length > 120)).toEqual([]);
    expect(breaking((text) => !/^<\?xml[^>]*>\s*<!--/.test(text))).toEqual([]);
  });

  it('are put together by their entry alone', () => {
    expect(breaking((text, path) => path.includes('/') && /<xsl:(?:include|import)\b/.test(text))).toEqual([]);
  });

  it('never rely on what the engine passes over', () => {
    expect(breaking((text) => /<xsl:assert\b|<xsl:use-package\b/.test(text))).toEqual([]);
  });

  it('let no two templates claim one node: what is ambiguous is an error', () => {
    const modes = stylesheets.flatMap(({ text, path }) =>
      [...text.matchAll(/<xsl:mode\b[^>]*>/g)].map(([mode]) => `xslt/${path}: ${mode}`),
    );
    expect(modes.length).toBeGreaterThan(3);
    expect(modes.filter((mode) => !mode.includes('on-multiple-match="fail"'))).toEqual([]);
  });

  it('have no template that could be a row of the table of elements', () => {
    const row =
      /<xsl:template match="([\w| ]+)">\s*<(\w[\w-]*) tei="(?:\{local-name\(\)\}|\w+)"(?: role="(?:[\w-]+|\{local-name\(\)\})")?>\s*<xsl:copy-of select="@\*"\/>\s*(?:<xsl:apply-templates\/>\s*)?<\/\2>\s*<\/xsl:template>/;
    const byHand = (path: string): boolean => path.startsWith('1-reading/') && path !== '1-reading/table.xsl';
    expect(breaking((text, path) => byHand(path) && row.test(text))).toEqual([]);
  });

  it('say of every function and parameter what it is', () => {
    expect(breaking((text) => /<xsl:(?:function|param)\b(?![^>]*\bas=)/.test(text))).toEqual([]);
  });
});
