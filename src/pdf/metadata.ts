import { scanXml } from '../source/xml.ts';
import { sourceText } from '../source/text.ts';
import type { Metadata } from './document.ts';
import type { PdfFile } from './pdf-file.ts';
import { textOf } from './text-string.ts';
import { Stream } from './values.ts';

/** What a file says of itself (ISO 32000-1, 14.3; XMP, ISO 16684-1). */

function infoOf(file: PdfFile): Map<string, string> {
  const info = new Map<string, string>();
  for (const [key, value] of file.dict(file.trailer.get('Info'))) {
    const text = textOf(file.resolve(value));
    if (text !== undefined) info.set(key, text);
  }
  return info;
}

const lists = new Set(['rdf:Alt', 'rdf:Bag', 'rdf:Seq', 'rdf:li']);

/** Properties of the first level; a list has a value for each of its items. */
function readXmp(packet: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const open: { readonly name: string; text: string; hasItems: boolean }[] = [];
  const put = (name: string, value: string): void => {
    const values = found.get(name);
    if (values) values.push(value);
    else found.set(name, [value]);
  };
  scanXml(sourceText('metadata', packet), {
    open: ({ name, attributes }) => {
      if (name === 'rdf:Description')
        for (const one of attributes) if (!/^(?:xmlns|rdf)\b/.test(one.name)) put(one.name, one.value);
      open.push({ name, text: '', hasItems: false });
    },
    text: (value) => {
      const top = open.at(-1);
      if (top) top.text += value;
    },
    close: () => {
      const closed = open.pop();
      const property = open.findLast(({ name }) => !lists.has(name));
      if (!closed || !property) return;
      if (closed.name === 'rdf:li') {
        put(property.name, closed.text.trim());
        property.hasItems = true;
      } else if (!lists.has(closed.name) && property.name === 'rdf:Description' && !closed.hasItems)
        put(closed.name, closed.text.trim());
    },
  });
  return found;
}

export function readMetadata(file: PdfFile): Metadata {
  const { catalog } = file;
  const packet = file.resolve(catalog.get('Metadata'));
  const language = textOf(file.resolve(catalog.get('Lang')));
  const flag = (dict: string, key: string): boolean => file.resolve(file.dict(catalog.get(dict)).get(key)) === true;
  return {
    info: infoOf(file),
    xmp: packet instanceof Stream ? readXmp(Buffer.from(file.unpacked(packet)).toString('utf8')) : new Map(),
    ...(language !== undefined && { language }),
    isTagged: flag('MarkInfo', 'Marked'),
    showsTitle: flag('ViewerPreferences', 'DisplayDocTitle'),
  };
}
