import { join } from 'node:path';
import { octavo } from './octavo.ts';
import { corpus } from './places.ts';
import { sharedFolder } from './scratch.ts';

/** A part of the corpus, built once in a run by the program as users have it: the folder that holds `dist`. Nobody may write into it. */
export const builtCorpus = (path: string): Promise<string> =>
  sharedFolder(path.replace(/[^\w.-]/g, '-'), (folder) => {
    const { code, said } = octavo(['build', join(corpus, path), '--out', 'dist', '--keep-going', '--quiet'], {
      cwd: folder,
    });
    if (code !== 0 && code !== 1) throw new Error(said);
  });
