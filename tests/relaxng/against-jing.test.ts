import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';
import { loadSchema, validator } from '../../src/relaxng/index.ts';
import type { Schema } from '../../src/relaxng/index.ts';
import { shared } from './suite.ts';

function isInstalled(): boolean {
  try {
    execFileSync('jing', [], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // Without files it ends with an error of its own.
    return (error as { code?: string }).code !== 'ENOENT';
  }
}

const corpus = path.join(shared, 'corpus');
const ready = existsSync(corpus) && isInstalled();
const files = ready
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .map((name) => path.join(corpus, name))
      // Some builds of jing resolve inclusions, and end at the first that leads nowhere.
      .filter((file) => !readFileSync(file, 'utf8').includes('<xi:include'))
      .sort()
  : [];

/** The tag that ends at a place: jing points after start tags and end tags. */
function tagBefore(lines: readonly string[], line: number, column: number): string {
  const before = [...lines.slice(Math.max(0, line - 6), line - 1), lines[line - 1]!.slice(0, column - 1)].join('\n');
  return before.slice(before.lastIndexOf('<'));
}

const startsTag = (tag: string, name: string): boolean => new RegExp(`^<${name}[\\s/>]`).test(tag);

/**
 * Is what the message names there? Inside an element that the schema does not know, jing repeats its last message at the end of every
 * element that it does know: at `</name>` it says once more that the `<funder>` around it is not allowed. Such a line has no mistake.
 */
function isThere(message: string, tag: string): boolean {
  const element = /element "([^"]+)"/.exec(message)?.[1] ?? '';
  if (/^error: (value of )?attribute /.test(message)) {
    const attribute = /attribute "([^"]+)"/.exec(message)![1]!;
    return !tag.startsWith('</') && new RegExp(`\\s${attribute}\\s*=`).test(tag);
  }
  if (message.includes('incomplete')) return tag.startsWith(`</${element}`) || startsTag(tag, element);
  return element === '' || !message.startsWith('error: element ') || startsTag(tag, element);
}

interface Lines {
  /** `file:line` of every error. */
  readonly all: Set<string>;
  /** Without those lines on which only a message of another place is repeated. */
  readonly own: Set<string>;
}

function linesOfJing(schema: string, documents: readonly string[]): Lines {
  let output: string;
  try {
    output = execFileSync('jing', [schema, ...documents], { encoding: 'utf8', maxBuffer: 1e9 });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const texts = new Map(documents.map((file) => [file, readFileSync(file, 'utf8').split(/\r\n|\n/)]));
  const lines: Lines = { all: new Set(), own: new Set() };
  for (const error of output.split('\n')) {
    const [, file, line, column, message] = /^(.*\.xml):(\d+):(\d+): (.*)$/.exec(error) ?? [];
    if (message === undefined || message.includes('first occurrence of ID')) continue;
    lines.all.add(`${file}:${line}`);
    const tag = tagBefore(texts.get(file!)!, Number(line), Number(column));
    if (isThere(message, tag)) lines.own.add(`${file}:${line}`);
  }
  return lines;
}

function linesOfOurs(schema: Schema, documents: readonly string[]): Set<string> {
  const lines = new Set<string>();
  for (const file of documents) {
    const source = sourceText(file, readFileSync(file, 'utf8'));
    const found: Finding[] = [];
    found.push(
      ...scanXml(
        source,
        validator(schema, source, (finding) => found.push(finding)),
      ),
    );
    for (const { span } of found) lines.add(`${file}:${span!.start.line}`);
  }
  return lines;
}

const filesOf = (lines: ReadonlySet<string>): string[] =>
  [...new Set([...lines].map((line) => line.replace(/:\d+$/, '')))].sort();

const schemas: readonly (readonly [name: string, file: string])[] = [
  ['tei_all', path.join(shared, 'standards/tei_all.rng')],
  ['frus-2015', path.join(shared, 'standards/frus-2015.rng')],
  ['our exchange schema', path.resolve(import.meta.dirname, '../../schema/octavo-exchange.rng')],
  ['our edition schema', path.resolve(import.meta.dirname, '../../schema/octavo-edition.rng')],
];

describe.skipIf(!ready)('jing and we (skipped where jing or ../shared/corpus is missing)', () => {
  let theirs = 0;
  let common = 0;

  it.each(schemas)('agree about every file under %s', { timeout: 120_000 }, (_, file) => {
    const { schema } = loadSchema(sourceText(file, readFileSync(file, 'utf8')), () => undefined);
    const jing = linesOfJing(file, files);
    const ours = linesOfOurs(schema!, files);
    expect(filesOf(ours)).toEqual(filesOf(jing.all));
    // Files of other kinds of TEI break a narrow schema at nearly every line: there we report causes, not each line.
    const own = [...jing.own].filter((line) => !line.startsWith(path.join(corpus, 'any-tei')));
    const found = own.filter((line) => ours.has(line)).length;
    // A schema with a handful of errors cannot be measured by hundredths: then two lines may differ.
    expect(own.length - found).toBeLessThanOrEqual(Math.max(2, own.length / 100));
    theirs += own.length;
    common += found;
  });

  it('agree about 99 of 100 lines', () => {
    expect(theirs).toBeGreaterThan(8000);
    expect(common / theirs).toBeGreaterThanOrEqual(0.99);
  });
});
