import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModels } from '../../src/model/decides/processing-model.ts';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { newFolder } from '../harness/scratch.ts';

/** The Processing Model of an ODD as rows of the edition’s table. */

const odd = (specs: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><schemaSpec ident="x">${specs}</schemaSpec></body></text></TEI>`;
const spec = (element: string, models: string): string =>
  `<elementSpec ident="${element}" mode="change">${models}</elementSpec>`;

const header =
  '<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc></teiHeader>';
const tei = (body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text><body>${body}</body></text></TEI>`;

async function built(specs: string, body: string, elements?: object) {
  const settings = { processingModel: 'my.odd', ...(elements && { elements }) };
  const folder = newFolder({
    'a.xml': tei(body),
    'my.odd': odd(specs),
    'octavo.config.json': JSON.stringify(settings),
  });
  const out = join(newFolder(), 'dist');
  const { findings, summary } = await build({ path: folder, out, check: false });
  const proof = await verify({ path: folder, out });
  return { findings, summary, proof, text: readFileSync(join(out, 'text/a.txt'), 'utf8') };
}

describe('A Processing Model', () => {
  it('decides by the first model whose predicate is true, and nothing is lost', async () => {
    const { text, proof, findings, summary } = await built(
      spec('seg', `<model predicate="@type='own'" behaviour="inline"/><model behaviour="block" cssClass="tei-seg"/>`) +
        spec('fw', '<model output="print" behaviour="omit"/><model output="web" behaviour="block"/>') +
        spec('note', `<model predicate="parent::p and @type='x'" behaviour="omit"/>`),
      '<p>One<note type="x">two words</note>.</p><seg>Three</seg><seg>four</seg><p>five<seg type="own">six</seg></p><fw>A ij</fw>',
    );
    expect({ losses: proof.losses, findings }).toEqual({ losses: [], findings: [] });
    expect(text).toBe('One.\n\nThree\n\nfour\n\nfivesix\n\nA ij\n');
    expect(summary?.leftOut).toEqual({ "my.odd: note[parent::p and @type='x']": 2 });
    expect(proof.leftOut).toEqual(summary?.leftOut);
  });

  it('is weaker than a row of the settings', async () => {
    const { text, proof } = await built(
      spec('seg', '<model predicate="@n and text()" behaviour="omit"/>'),
      '<p>a <seg n="1">b</seg></p>',
      {
        seg: { kind: 'span' },
      },
    );
    expect(proof.result).toBe('nothing lost');
    expect(text).toBe('a b\n');
  });

  it('is followed up to a predicate that cannot be decided, which is reported at its place', async () => {
    const { findings, text } = await built(
      spec(
        'ab',
        `<model predicate="@n" behaviour="heading"/><model predicate="position() = 1" behaviour="omit"/><model behaviour="omit"/>`,
      ),
      '<div><ab n="1">Head</ab><ab>kept</ab></div>',
    );
    expect(findings).toMatchObject([{ code: 'model-not-followed', severity: 'note', span: { file: 'my.odd' } }]);
    expect(findings[0]!.message).toContain('its predicate has a test that cannot be read from “position() = 1”');
    expect(text).toContain('kept');
  });

  it.each([
    ['none.odd', 'cannot be read'],
    ['../my.odd', 'must be a path in the folder'],
    ['broken.odd', 'is not well-formed'],
  ])('that is %s is reported', async (path, message) => {
    const folder = newFolder({
      'a.xml': tei('<p>x</p>'),
      'broken.odd': '<a><b></a>',
      'octavo.config.json': JSON.stringify({ processingModel: path }),
    });
    const { findings, summary } = await build({ path: folder, out: join(newFolder(), 'dist'), check: false });
    expect(summary).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'wrong-setting', span: { file: 'octavo.config.json' } }]);
    expect(findings[0]!.message).toContain(message);
  });

  it('that changes is seen by the next build', async () => {
    const out = join(newFolder(), 'dist');
    const folder = newFolder({
      'a.xml': tei('<p>a <seg>b</seg></p>'),
      'my.odd': odd(spec('seg', '<model behaviour="inline"/>')),
      'octavo.config.json': JSON.stringify({ processingModel: 'my.odd' }),
    });
    await build({ path: folder, out, check: false });
    const settings = { 'my.odd': odd(spec('seg', '<model behaviour="omit"/>')) };
    const again = newFolder({
      'a.xml': readFileSync(join(folder, 'a.xml')),
      'octavo.config.json': JSON.stringify({ processingModel: 'my.odd' }),
      ...settings,
    });
    const { unchanged, summary } = await build({ path: again, out, check: false });
    expect({ unchanged, leftOut: summary?.leftOut }).toEqual({ unchanged: false, leftOut: { 'my.odd: seg': 1 } });
  });
});

const simplePrint = join(import.meta.dirname, '../../../shared/odd/tei_simplePrint.odd.xz');

it.skipIf(!existsSync(simplePrint))(
  `of tei_simplePrint all predicates but two are followed${existsSync(simplePrint) ? '' : ' (skipped: ../shared/odd is not here)'}`,
  () => {
    const text = execFileSync('xz', ['-dc', simplePrint], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    const { decisions, faults } = readModels({ file: 'simple.odd', text });
    expect(decisions.length).toBeGreaterThan(140);
    const named = [...new Set(faults.map(({ message }) => /“(\w+)”/.exec(message)![1]))];
    expect(named).toEqual(['body', 'corr', 'formula', 'ref', 'sic', 'title']);
    expect(decisions.find(({ row }) => row === 'simple.odd: fw')?.reading.as).toBe('ab');
    expect(decisions.find(({ row }) => row === 'simple.odd: salute[parent::closer]')?.reading.as).toBe('phr');
  },
);
