import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type * as Engine from '../../src/transform/engine.ts';
import type * as Edition from '../harness/edition.ts';

const engineFile = '../../src/transform/engine.ts';
let calls = 0;
let readFiles: typeof Edition.readFiles;

// Modules are loaded anew with an engine that counts, and forgotten again: tests that share a process share modules.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(engineFile, async (original) => {
    const engine = await original<typeof Engine>();
    const transform: typeof Engine.transform = (...given) => {
      calls++;
      return engine.transform(...given);
    };
    return { ...engine, transform };
  });
  ({ readFiles } = await import('../harness/edition.ts'));
});

afterAll(() => {
  vi.doUnmock(engineFile);
  vi.resetModules();
});

const letter = (i: number): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Letter ${i}</title></titleStmt><publicationStmt><p>p</p></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="document"><p>words ${i}</p></div></body></text></TEI>`;

it('forty letters with a header each cost one call of the engine for all headers, and one for all texts', () => {
  calls = 0;
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.xml`, letter(i)]));
  const { units } = readFiles(files);
  expect([units.length, new Set(units.map(({ volume }) => volume.title)).size]).toEqual([40, 40]);
  expect(calls).toBe(2);
});
