import { shown } from './addresses.ts';
import { attributeOf, type Node } from './include-elements.ts';
import type { PartFile } from './part-files.ts';

/** Why an include is not followed, in words. */

/** Why a file is not included, with the code of the finding. */
export const troubleOf = (
  file: Extract<PartFile, { trouble: string }>,
  path: string,
): ['include-missing' | 'include-refused', string] =>
  file.trouble === 'missing'
    ? ['include-missing', `The file ${shown(path)}, which is to be included here, is not there.`]
    : ['include-refused', `${shown(path)} ${file.why}`];

/** What is wrong with an include, whatever it includes. */
export function wrongIn(node: Node): string | undefined {
  const parse = attributeOf(node, 'parse');
  const href = attributeOf(node, 'href') ?? '';
  const xpointer = attributeOf(node, 'xpointer');
  if (parse !== undefined && parse !== 'xml' && parse !== 'text')
    return `parse is ${shown(parse)}; only “xml” and “text” are known.`;
  if (href.includes('#')) return 'href has a “#” in it; the element is named by xpointer.';
  if (href === '' && xpointer === undefined) return '<xi:include> has neither href nor xpointer.';
  if (parse === 'text' && (href === '' || xpointer !== undefined))
    return 'Text is included by href alone, without xpointer.';
  return undefined;
}
