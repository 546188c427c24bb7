import type { Finding } from '../diagnostics/finding.ts';
import { readPart } from '../source/resolve/part-files.ts';
import { sourceText } from '../source/text.ts';
import { scanXml } from '../source/xml.ts';

/** The ODD that the setting `processingModel` names. */

/** An ODD is never longer. */
const longest = 16 * 1024 * 1024;

/** The text of the ODD, or what is wrong with it, in words that complete “The ODD …”. */
export function modelIn(
  folder: string,
  path: string,
): { readonly file: string; readonly text: string } | { readonly wrong: string } {
  if (path === '' || path.startsWith('/') || path.includes('\\') || path.split('/').includes('..'))
    return { wrong: 'must be a path in the folder of the edition.' };
  const read = readPart(folder, path, longest);
  if (!('bytes' in read)) return { wrong: 'cannot be read: it must be a file in the folder of the edition.' };
  const text = new TextDecoder().decode(read.bytes);
  const [fault] = scanXml(sourceText(path, text), {});
  return fault ? { wrong: `is not well-formed XML. ${fault.message}` } : { file: path, text };
}

/** What is wrong with the ODD, as it is reported. */
export const wrongModel = (trouble: string, fix: string, span: Finding['span']): Finding => ({
  code: 'wrong-setting',
  severity: 'error',
  ...(span && { span }),
  message: `The ODD of the setting “processingModel” ${trouble}`,
  fix,
});
