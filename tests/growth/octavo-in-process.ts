import { sourceText } from '../../src/source/text.ts';
import { importText } from '../../src/import/import-text.ts';
import { validate } from '../../src/validate/run.ts';

/** The program in this process, where its work can be counted; imported when counting has begun. */

export const check = (path: string): Promise<unknown> => validate({ paths: [path], schemas: [] });

export const importFrom = (from: string, text: string): unknown => importText(sourceText('a.html', text), { from });
