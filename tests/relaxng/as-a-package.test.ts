import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** `octavo/relaxng` as the program of somebody else imports it: by its name, compiled, from a folder of its own. */

const letter = `start = element letter { attribute id { xsd:ID }?, element p { text }+ }\n`;

function project(files: Readonly<Record<string, string>>): string {
  const folder = newFolder({ 'package.json': '{ "type": "module", "private": true }', ...files });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/octavo'), 'dir');
  return folder;
}

const run = (folder: string, program = 'main.js'): unknown =>
  JSON.parse(execFileSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' }));

const startOf = `import { readSchema, readSchemaFile, validate, validateStream } from 'octavo/relaxng';
const show = (findings) => findings.map(({ code, span, expected }) => [code, span?.start.line, span?.start.column]);
`;

describe('octavo/relaxng, imported by its name,', () => {
  it('validates a text, bytes and a stream against a schema in the compact syntax', () => {
    const folder = project({
      'main.js': `${startOf}
const { schema, findings } = readSchema(${JSON.stringify(letter)}, { address: 'letter.rnc' });
const wrong = '<letter id="a">\\n  <p>Dear</p>\\n  <q/>\\n</letter>';
async function* pieces() { for (const letter of wrong) yield letter; }
console.log(JSON.stringify([
  findings,
  validate(schema, '<letter><p>Dear</p></letter>'),
  show(validate(schema, wrong)),
  show(validate(schema, Buffer.from(wrong))),
  show(await validateStream(schema, pieces())),
  show(await validateStream(schema, pieces(), { maxBytes: 10 })),
  show(validate(schema, '<letter><p>Dear</letter>')),
]));`,
    });
    const at = [['unknown-element', 3, 3]];
    expect(run(folder)).toEqual([[], [], at, at, at, [['file-too-large', 1, 1]], [['tag-mismatch', 1, 16]]]);
  });

  it('reads a schema in the XML syntax from a file with what it includes, and nothing from outside its folder', () => {
    const rng = (inside: string): string => `<grammar xmlns="http://relaxng.org/ns/structure/1.0">${inside}</grammar>`;
    const folder = project({
      'schema/main.rng': rng('<include href="p.rng"/><start><element name="letter"><ref name="p"/></element></start>'),
      'schema/p.rng': rng('<define name="p"><element name="p"><text/></element></define>'),
      'schema/greedy.rng': rng('<include href="../secret.rng"/><start><ref name="p"/></start>'),
      'secret.rng': rng('<define name="p"><element name="p"><text/></element></define>'),
      'main.js': `${startOf}
const { schema } = readSchemaFile('schema/main.rng');
console.log(JSON.stringify([
  show(validate(schema, '<letter><p/></letter>')),
  show(validate(schema, '<letter/>')),
  readSchemaFile('schema/greedy.rng').findings.map(({ code }) => code),
  readSchemaFile('schema/greedy.rng', { root: '.' }).findings.length,
]));`,
    });
    expect(run(folder)).toEqual([[], [['incomplete-element', 1, 1]], ['schema-file'], 0]);
  });

  it('says what is wrong with a schema, and where', () => {
    const folder = project({
      'main.js': `${startOf}
const { schema, findings } = readSchema('start = element a { b }\\nc = empty', { address: 'x.rnc' });
console.log(JSON.stringify([schema === undefined, findings.map(({ span }) => [span.file, span.start.line])]));`,
    });
    expect(run(folder)).toEqual([true, [['x.rnc', 1]]]);
  });

  it('brings neither an engine for XSLT nor any other package with it', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, target] of readFileSync(join(root, 'lib', file), 'utf8').matchAll(
        /(?:from|import)\s*\(?["']([^"']+)["']/g,
      )) {
        if (target!.startsWith('./')) visit(target!.slice(2));
        else if (!target!.startsWith('node:')) packages.add(target!);
      }
    };
    visit('relaxng.js');
    expect([...packages]).toEqual([]);
    expect(seen.size).toBeGreaterThan(1);
  });
});
