import { it } from 'vitest';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
const formats = await allFormats();
it('x', () => {
  for (const src of ['<table><row><cell><table><row><cell>x</cell><cell><lb/> y</cell></row><pb n="7"/></table><table><row><cell><p></p></cell></row></table></cell><cell><space/>z</cell></row></table>', '<table><row><cell><table><row><cell>x</cell><cell> y</cell></row><pb n="7"/></table><table><row><cell><p></p></cell></row></table></cell><cell><space/>z</cell></row></table>', '<table><row><cell><table><row><cell>x</cell><cell> y</cell></row><pb n="7"/></table><table><row><cell><p></p></cell></row></table></cell><cell>z</cell></row></table>', '<table><row><cell><table><row><cell>x</cell><cell> y</cell></row></table><table><row><cell><p></p></cell></row></table></cell><cell><space/>z</cell></row></table>']) {
  const { units, edition } = readFiles({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${src}</body></text></TEI>`,
  });
  for (const name of ['text']) {
    const format = formats.get(name)!;
    for (const unit of units) {
      const content = format.write(unit, edition);
      console.log(content, checkUnit(format, unit, unit, edition, content), JSON.stringify(unit.spine), JSON.stringify(unit.structure.items));
    }
  }}
});
