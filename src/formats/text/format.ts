import type { Carries } from '../../model/structure.ts';
import type { TextFormat } from '../format.ts';
import { promiseOctavo } from './promise.ts';
import { readOctavo, writeOctavo } from './octavo.ts';
import { promiseWeb, readWeb } from './web-proof.ts';
import { writeWeb } from './web.ts';

export interface TextOptions {
  /** `octavo`: everything can be read back; `web`: as archives publish it on the web. */
  readonly dialect: 'octavo' | 'web';
}

const plainWords = 'plain text has no sign for it';

const octavoAspects: Carries = {
  block: 'plain text shows blocks by line ends, which are not compared yet',
  cell: 'plain text shows a cell by a tab, which a first cell without words does not keep',
  look: plainWords,
  role: plainWords,
  language: plainWords,
  pointer: plainWords,
  id: plainWords,
  picture: true,
};

const webAspects: Carries = {
  block: 'the web dialect cannot be told from text that looks like its marks',
  cell: 'the web dialect cannot be told from text that looks like its marks',
  look: plainWords,
  role: plainWords,
  language: plainWords,
  pointer: plainWords,
  id: plainWords,
  picture: 'the web dialect does not show images',
};

/** Plain text: a format in one of two dialects. */
export function textFormat({ dialect }: TextOptions): TextFormat {
  const shared = { name: 'text', carries: 'text', path: (id: string) => `text/${id}.txt` } as const;
  return dialect === 'octavo'
    ? {
        ...shared,
        aspects: octavoAspects,
        write: writeOctavo,
        readBack: readOctavo,
        promise: promiseOctavo,
      }
    : { ...shared, aspects: webAspects, write: writeWeb, readBack: readWeb, promise: promiseWeb };
}
