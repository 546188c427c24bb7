import { join } from 'node:path';
import { configName } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { readRegularFile, UnreadableFile } from '../source/regular-file.ts';
import { sourceText } from '../source/text.ts';

/** Findings about settings, with their place in `octavo.config.json`. */

/** The place of a key in the settings, by the way to it: keys, and numbers for the items of a list. */
function placeOf(text: string, way: readonly (string | number)[]): [number, number] {
  let at = 0;
  let end = 0;
  for (const step of way) {
    if (typeof step === 'string') {
      const key = JSON.stringify(step);
      at = Math.max(at, text.indexOf(key, at));
      end = at + key.length;
    } else {
      for (let i = 0; i <= step; i++) at = Math.max(at, text.indexOf('{', at + (i === 0 ? 0 : 1)));
      end = text.indexOf('}', at) + 1;
    }
  }
  return [at, end];
}

/** Adds its place to a finding about a setting. */
export function settingFinding(folder: string, way: readonly (string | number)[], finding: Finding): Finding {
  const path = join(folder, configName);
  try {
    const source = sourceText(
      configName,
      readRegularFile(path)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
    return { ...finding, span: source.span(...placeOf(source.text, way)) };
  } catch (error) {
    if (error instanceof UnreadableFile) return finding;
    throw error;
  }
}
