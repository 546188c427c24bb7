import type { Format } from '../../src/formats/format.ts';
import { makeFormats } from '../../src/formats/index.ts';
import { formatNames } from '../../src/formats/names.ts';

/** All formats, the plain text in both its dialects. */
export async function allFormats(): Promise<ReadonlyMap<string, Format>> {
  const options = { generator: { name: 'octavo', version: '0' }, built: formatNames, templates: {} };
  const octavo = await makeFormats({ ...options, textDialect: 'octavo' });
  const web = await makeFormats({ ...options, built: ['text'], textDialect: 'web' });
  return new Map([
    ...octavo.map((format): [string, Format] => [format.name, format]),
    ...web.map((format): [string, Format] => [`${format.name} (web)`, format]),
  ]);
}
