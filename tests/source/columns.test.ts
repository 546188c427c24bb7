import { expect, it } from 'vitest';
import { sourceText } from '../../src/source/text.ts';

it('columns count characters, wide ones once, from the start of their line', () => {
  const text = '😀a\r\n𝒳😀b\rc😀';
  const source = sourceText('a.xml', text);
  const at = (offset: number): string => `${source.locate(offset).line}:${source.locate(offset).column}`;
  expect([0, 2, 3, 5, 7, 9, 10, 11, 12, 14].map(at)).toEqual([
    '1:1', '1:2', '1:3', '2:1', '2:2', '2:3', '2:4', '3:1', '3:2', '3:3',
  ]); // prettier-ignore
});
