import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../src/config/settings.ts';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { runInProcess } from '../harness/in-process.ts';
import { newFolder } from '../harness/scratch.ts';

/** The witness that is in the text where entries of an apparatus have no lemma: by the header, by the settings; built, proven and said. */

const header =
  '<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><listWit><witness xml:id="A">London</witness><witness xml:id="B">Paris</witness></listWit></sourceDesc></fileDesc></teiHeader>';
const entry = '<app><rdg wit="#A">quick</rdg><rdg wit="#B">slow</rdg></app>';
const body = `<p>The ${entry} <app><lem wit="#A">brown</lem><rdg wit="#B">red</rdg></app> <app><rdg wit="#C">fox</rdg><rdg wit="#A">cat</rdg></app></p>`;
const file = `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text><body>${body}</body></text></TEI>`;

async function built(settings: object, files: Readonly<Record<string, string>> = { 'a.xml': file }) {
  const path = newFolder({ ...files, 'octavo.config.json': JSON.stringify(settings) });
  const out = join(newFolder(), 'dist');
  const { summary } = await build({ path, out, check: false });
  const texts = Object.keys(files).map((name) => readFileSync(join(out, 'text', name.replace('xml', 'txt')), 'utf8'));
  return { path, out, summary, texts, proof: (await verify({ path, out })).result };
}

describe('An entry without a lemma', () => {
  it('has the reading of the first witness in the text', async () => {
    const { texts, summary, proof } = await built({});
    expect(texts[0]).toContain('The quick[°1] brown[°2] cat[°3]');
    expect(summary?.bases).toEqual([{ base: 'A', isSet: false, entries: 2, none: 0 }]);
    expect(proof).toBe('nothing lost');
  });

  it('has the reading of the witness that the settings name, and where that has none its first', async () => {
    const { texts, summary, proof } = await built({ base: 'B' });
    expect(texts[0]).toContain('The slow[°1] brown[°2] fox[°3]');
    expect(texts[0]).toContain('[App 1] slow  B : quick  A\n[App 2] brown  A : red  B\n[App 3] fox  C : cat  A');
    expect(summary?.bases).toEqual([{ base: 'B', isSet: true, entries: 2, none: 1 }]);
    expect(proof).toBe('nothing lost');
  });

  it('has the reading that the settings name for its file', async () => {
    const { texts, summary, proof } = await built({ base: { 'b*.xml': 'B' } }, { 'a.xml': file, 'b.xml': file });
    expect(texts.map((text) => text.split('\n')[0])).toEqual([
      'The quick[°1] brown[°2] cat[°3]',
      'The slow[°1] brown[°2] fox[°3]',
    ]);
    expect(summary?.bases).toEqual([
      { base: 'A', isSet: false, entries: 2, none: 0 },
      { base: 'B', isSet: true, entries: 2, none: 1 },
    ]);
    expect(proof).toBe('nothing lost');
  });

  it('has another reading after the settings have changed, and none of the old build', async () => {
    const { path, out } = await built({ base: 'A' });
    writeFileSync(join(path, 'octavo.config.json'), '{"base": "B"}');
    expect((await verify({ path, out })).result).not.toBe('nothing lost');
    await build({ path, out, check: false });
    expect(readFileSync(join(out, 'text/a.txt'), 'utf8')).toContain('The slow[°1]');
    expect((await verify({ path, out })).result).toBe('nothing lost');
  });

  it('that is lost in the TEI of a document is found', async () => {
    const { path, out } = await built({ base: 'B' });
    const tei = join(out, 'tei/a.xml');
    writeFileSync(tei, readFileSync(tei, 'utf8').replace('<rdg wit="#B">slow', '<rdg wit="#C">slow'));
    expect((await verify({ path, out })).result).not.toBe('nothing lost');
  });
});

it.each(['#A', 'a b', '', 7, ['A'], { 'a.xml': 7 }])('%j is not a base', (base) => {
  const folder = newFolder({ 'octavo.config.json': JSON.stringify({ base }) });
  expect(loadSettings(folder).findings.map(({ code }) => code)).toEqual(['wrong-setting']);
  expect(loadSettings(newFolder({ 'octavo.config.json': '{"base": "A"}' })).findings).toEqual([]);
});

it('The build says which witness is the base, for how many entries, and how many have no reading of it', async () => {
  const path = newFolder({ 'a.xml': file, 'octavo.config.json': '{"base": "B"}' });
  const { said } = await runInProcess(['build', path, '--out', join(newFolder(), 'dist')]);
  expect(said).toContain('\nBase: B for 2 entries without a lemma; 1 of them without a reading of it');
});
