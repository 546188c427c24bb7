import { expect, it, vi } from 'vitest';
import type * as Engine from '../../src/transform/engine.ts';
import { readFiles } from '../harness/edition.ts';

let calls = 0;

vi.mock('../../src/transform/engine.ts', async (original) => {
  const engine = await original<typeof Engine>();
  const transform: typeof Engine.transform = (...given) => {
    calls++;
    return engine.transform(...given);
  };
  return { ...engine, transform };
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
