/** Files in, files out: what is written, what is never overwritten, and what one odd file does to the others. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runImport, UnknownKind } from '../../src/import/run.ts';
import { MissingPath } from '../../src/source/files.ts';
import { ownText } from './reading.ts';

let folder = '';
const at = (...parts: string[]): string => path.join(folder, ...parts);
const put = (name: string, content: string | Buffer): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const codes = (report: { findings: readonly { severity: string; code: string }[] }): string[] =>
  report.findings.filter((f) => f.severity === 'error').map((f) => f.code);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'octavo-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an import', () => {
  it('writes a TEI file and a file of decisions for each text, and leaves the text alone', async () => {
    const file = put('letter.txt', ownText('letter.txt'));
    const report = await runImport({ files: [file], to: at('tei') });
    expect(readdirSync(at('tei')).sort()).toEqual(['letter.decisions.json', 'letter.xml']);
    expect(report.imported).toEqual([
      { file, output: at('tei', 'letter.xml'), decisions: at('tei', 'letter.decisions.json'), open: 3 },
    ]);
    expect(readFileSync(file, 'utf8')).toBe(ownText('letter.txt'));
  });

  it('takes the texts of a folder', async () => {
    mkdirSync(at('in'));
    put('in/a.txt', ownText('letter.txt'));
    put('in/b.txt', ownText('minutes.txt'));
    put('in/picture.jpg', 'x');
    const report = await runImport({ files: [at('in')], to: at('tei') });
    expect(report.imported.map((f) => path.basename(f.output))).toEqual(['a.xml', 'b.xml']);
  });

  it('of a folder says which of its documents it passed over', async () => {
    mkdirSync(at('in'));
    for (const name of ['scan.pdf', 'old.doc', 'notes.odt', 'more.rtf', 'a.decisions.json', 'b.xml'])
      put(`in/${name}`, 'x');
    put('in/a.txt', ownText('letter.txt'));
    const report = await runImport({ files: [at('in')], to: at('tei') });
    const beside = report.findings.filter((f) => f.code === 'import-beside');
    expect(beside.map((f) => f.message)).toEqual([
      `Not imported from ${at('in')}: more.rtf, notes.odt, old.doc and 1 more.`,
    ]);
    expect(codes(report)).toEqual([]);
  });

  it('of forty files with an odd one imports thirty-nine and says one thing', async () => {
    const files = Array.from({ length: 39 }, (_, i) =>
      put(`d${i + 1}.txt`, ownText('letter.txt').replace('7. ', `${i + 1}. `)),
    );
    const odd = put('odd.txt', '%PDF-1.7 not a text');
    const report = await runImport({ files: [...files.slice(0, 20), odd, ...files.slice(20)], to: at('tei') });
    expect(report.imported).toHaveLength(39);
    expect(report.refused).toEqual([odd]);
    expect(codes(report)).toEqual(['import-kind']);
  });

  it('of a file that is not there is wrong use, and writes nothing', async () => {
    const file = put('letter.txt', ownText('letter.txt'));
    await expect(runImport({ files: [file, at('gone.txt')], to: at('tei') })).rejects.toThrow(MissingPath);
    expect(existsSync(at('tei'))).toBe(false);
  });

  it('from a kind that does not exist is wrong use', async () => {
    const file = put('letter.txt', ownText('letter.txt'));
    await expect(runImport({ files: [file], from: 'papyrus' })).rejects.toThrow(UnknownKind);
  });
});

describe('an output that exists', () => {
  const twice = async (change: () => void, options = {}): Promise<string[]> => {
    const file = put('letter.txt', ownText('letter.txt'));
    await runImport({ files: [file], to: at('tei') });
    change();
    return codes(await runImport({ files: [file], to: at('tei'), ...options }));
  };
  const edit = (): void =>
    writeFileSync(
      at('tei', 'letter.xml'),
      readFileSync(at('tei', 'letter.xml'), 'utf8').replace('boat', 'ship').concat('\n'),
    );

  it('is written again while nobody has edited it', async () => {
    expect(await twice(() => undefined)).toEqual([]);
  });

  it('is not overwritten when it was edited', async () => {
    expect(await twice(edit)).toEqual(['import-would-overwrite']);
    expect(readFileSync(at('tei', 'letter.xml'), 'utf8').endsWith('\n\n')).toBe(true);
  });

  it('is overwritten with force', async () => {
    expect(await twice(edit, { force: true })).toEqual([]);
    expect(readFileSync(at('tei', 'letter.xml'), 'utf8').endsWith('\n\n')).toBe(false);
  });

  it('is not overwritten when Octavo did not write it', async () => {
    const file = put('letter.txt', ownText('letter.txt'));
    writeFileSync(at('letter.xml'), '<TEI/>');
    expect(codes(await runImport({ files: [file] }))).toEqual(['import-would-overwrite']);
    expect(readFileSync(at('letter.xml'), 'utf8')).toBe('<TEI/>');
  });

  it('is kept with its decisions while they hold answers that are not replayed', async () => {
    const answers = at('tei', 'letter.decisions.json');
    const answer = (): void =>
      writeFileSync(answers, readFileSync(answers, 'utf8').replace('"answer": ""', '"answer": "salute"'));
    expect(await twice(answer)).toEqual(['import-would-overwrite']);
    expect(await twice(answer, { answers, force: false })).toEqual([]);
    expect(readFileSync(at('tei', 'letter.xml'), 'utf8')).toContain('<salute>Dear Mr. President:</salute>');
    expect(readFileSync(answers, 'utf8')).toContain('"answer": "salute"');
  });

  it('of another text of the same name is not overwritten in one run', async () => {
    mkdirSync(at('x'));
    const files = [put('letter.txt', ownText('letter.txt')), put('x/letter.txt', ownText('minutes.txt'))];
    const report = await runImport({ files, to: at('tei') });
    expect(report.imported).toHaveLength(1);
    expect(codes(report)).toEqual(['import-would-overwrite']);
  });
});
