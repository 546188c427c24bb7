import { expect, it } from 'vitest';
import { filesBeside } from '../../src/validate/beside.ts';
import { newFolder } from '../harness/scratch.ts';

it('ids of a file next to those that are checked are those of its tags, and no others', () => {
  const folder = newFolder({
    'volumes/v1.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><!-- <div xml:id="old"/> --><text>
      <div type="document" n="a > b" xml:id="d1"><p
        xml:id = 'p1'>1 <![CDATA[<div xml:id="shown"/>]]> <hi>x</hi></p></div></text></TEI>`,
  });
  const beside = filesBeside(folder);
  expect([...beside.idsBeside('v1', 'volumes/v2.xml')!]).toEqual(['d1', 'p1']);
  expect(beside.idsBeside('v3', 'volumes/v2.xml')).toBeUndefined();
});

it('a comment that never ends is the rest of such a file', () => {
  const folder = newFolder({ 'v1.xml': '<TEI><p xml:id="p1"/><!-- <!-- <p xml:id="p2"/>' });
  expect([...filesBeside(folder).idsBeside('v1', 'v2.xml')!]).toEqual(['p1']);
});
