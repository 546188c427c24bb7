import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, type BuildResult } from '../../src/publish/run.ts';
import { type Proof, verify } from '../../src/verify/run.ts';
import { leftOutInWords } from '../../src/cli/left-out.ts';
import { contentsOf, differences } from '../harness/folder-state.ts';
import { newFolder } from '../harness/scratch.ts';

/** Editions with a table of their own, built and proven. */

const page = readFileSync(join(import.meta.dirname, '../../docs/how-to/decide-about-elements.md'), 'utf8');
const shown = (language: string): string => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(page)![1]!;

const header =
  '<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc></teiHeader>';
const tei = (body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">${header}<text><body>${body}</body></text></TEI>`;

interface Built {
  readonly built: BuildResult;
  readonly proof: Proof;
  readonly out: string;
  readonly path: string;
  readonly read: (path: string) => string;
}

async function builtWith(elements: object | undefined, body: string, path = newFolder()): Promise<Built> {
  const folder = newFolder({
    'a.xml': tei(body),
    ...(elements && { 'octavo.config.json': JSON.stringify({ elements }) }),
  });
  const out = join(path, 'dist');
  const built = await build({ path: folder, out, check: false });
  return {
    built,
    proof: await verify({ path: folder, out }),
    out,
    path: folder,
    read: (file) => readFileSync(join(out, file), 'utf8'),
  };
}

describe('The example of the documentation', () => {
  let example: Built;
  beforeAll(async () => {
    const { elements } = JSON.parse(shown('json')) as { elements: object };
    example = await builtWith(elements, shown('xml'));
  });

  it('reads as the documentation says, and nothing is lost', () => {
    expect({ losses: example.proof.losses, findings: example.built.findings }).toEqual({ losses: [], findings: [] });
    expect(example.read('text/a.txt')).toBe(shown('text'));
    expect(example.read('documents/a.html')).toContain('data-rend="letterhead"');
  });

  it('says how many words are left out, in the build, the manifest and the proof', () => {
    const leftOut = { "note[@type='internal']": 4 };
    expect(example.built.summary).toMatchObject({ leftOut });
    expect(JSON.parse(example.read('manifest.json'))).toMatchObject({ edition: { leftOut } });
    expect(JSON.parse(example.read('proof.json'))).toMatchObject({ leftOut });
    expect(page).toContain(`say “${leftOutInWords(leftOut)}”`);
  });

  it('has the TEI of the source, as it is written', () => {
    expect(example.read('tei/a.xml')).toContain(shown('xml').trim());
  });
});

const letter =
  '<div type="document" xml:id="d1"><head>One</head><p>Dear <seg type="x">old</seg> friend.</p></div><div type="document" xml:id="d2"><p>Two <hi>words</hi>.</p></div>';

describe('A table', () => {
  it('that is empty changes no byte', async () => {
    const [without, empty] = [await builtWith(undefined, letter), await builtWith({}, letter)];
    expect(differences(contentsOf(without.out), contentsOf(empty.out))).toEqual([]);
  });

  it('that changes is seen by the next build, whose cache knows the text', async () => {
    const place = newFolder();
    const before = await builtWith({}, letter, place);
    const now = await builtWith({ seg: { status: 'supplied' } }, letter, place);
    const clean = await builtWith({ seg: { status: 'supplied' } }, letter);
    expect(before.built.unchanged || now.built.unchanged).toBe(false);
    expect(now.proof.result).toBe('nothing lost');
    expect(differences(contentsOf(now.out), contentsOf(clean.out))).toEqual([]);
  });

  it('cannot hide a loss: an edition that was built without it is not proven by it', async () => {
    const { out, path } = await builtWith({}, letter);
    const folder = newFolder({
      'a.xml': readFileSync(join(path, 'a.xml')),
      'octavo.config.json': '{"elements":{"seg":{"counted":"no"}}}',
    });
    const { result, losses } = await verify({ path: folder, out });
    expect(result).toBe('something lost');
    expect(losses.map(({ message }) => message).join()).toContain('old');
  });

  it('of which a row is wrong stops the build, and says where and how to put it right', async () => {
    const folder = newFolder({
      'a.xml': tei(letter),
      'octavo.config.json': '{\n  "elements": {\n    "seg[count(hi)=1]": { "kind": "block" }\n  }\n}',
    });
    const { findings, summary } = await build({ path: folder, out: join(newFolder(), 'dist'), check: false });
    expect(summary).toBeUndefined();
    expect(findings).toMatchObject([
      {
        code: 'wrong-setting',
        severity: 'error',
        span: { file: 'octavo.config.json', start: { line: 3 } },
        fix: expect.stringContaining('attributes'),
      },
    ]);
  });

  it('of which a row does nothing says so, and why', async () => {
    const { built } = await builtWith(
      { sge: { kind: 'block' }, 'p//seg': { kind: 'block' }, seg: { status: 'supplied' } },
      letter,
    );
    expect(built.findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'unused-row: In the setting “elements”, the row “sge” leads to no element of the texts.',
      expect.stringMatching(/^unused-row: .*the row “seg” decides nothing: a row with more tests/),
    ]);
  });

  it('counts words once, not those of what would be no text in any case, and not in the header', async () => {
    const body =
      '<p>a <note type="x">one <hi>t</hi>wo<note type="x">three</note> <fw>head</fw></note> b<fw>again</fw></p>';
    const { proof, read } = await builtWith(
      { "note[@type='x']": { counted: 'no' }, title: { counted: 'no' }, fw: { counted: 'no' } },
      body,
    );
    expect(proof).toMatchObject({ result: 'nothing lost', leftOut: { "note[@type='x']": 3 } });
    expect(read('text/a.txt').trim()).toBe('a b');
    expect(JSON.parse(read('manifest.json'))).toMatchObject({ edition: { title: 'T' } });
  });
});
