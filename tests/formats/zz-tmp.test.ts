import fs from 'node:fs';
import { it } from 'vitest';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { chance } from '../harness/chance.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
import { randomDivision } from '../harness/random-tei.ts';
const formats = await allFormats();
it('x', () => {
  const luck = chance(Number(process.env.SEED ?? 7));
  const src = Array.from({ length: 500 }, () => randomDivision(luck));
  const { units, edition } = readFiles({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${src.map((s, i) => `<div type="document" xml:id="d${i}">${s}</div>`).join('')}</body></text></TEI>`,
  });
  for (const name of ['html', 'text', 'text (web)']) {
    const format = formats.get(name)!;
    const bad = units.flatMap((unit, i) => {
      const content = format.write(unit, edition);
      const losses = checkUnit(format, unit, unit, edition, content).map((l) => l.message);
      return losses.length ? [{ tei: src[i]!, losses, content }] : [];
    }).sort((a, b) => a.tei.length - b.tei.length);
    console.log(name, bad.length);
    bad.slice(0, 3).forEach((b, k) => {
      console.log(b.losses.slice(0, 4));
      fs.writeFileSync(`/tmp/x/${name.replace(/\W/g, '')}${k}.txt`, b.tei + '\n\n' + b.losses.join('\n') + '\n' + b.content);
    });
  }
});
