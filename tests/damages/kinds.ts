import { fileKinds } from './files.ts';
import { finerKinds } from './finer.ts';
import type { Kind } from './kind.ts';
import { pageKinds } from './pages.ts';
import { structureKinds } from './structure.ts';
import { wordKinds } from './words.ts';

/** All kinds of damage. */
export const damageKinds: readonly Kind[] = [
  ...wordKinds,
  ...structureKinds,
  ...pageKinds,
  ...fileKinds,
  ...finerKinds,
];
