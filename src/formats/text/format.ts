import type { TextFormat } from '../format.ts';
import { readOctavo, writeOctavo } from './octavo.ts';
import { promiseWeb, readWeb } from './web-proof.ts';
import { writeWeb } from './web.ts';

export interface TextOptions {
  /** `octavo`: everything can be read back; `web`: as archives publish it on the web. */
  readonly dialect: 'octavo' | 'web';
}

/** Plain text: a format in one of two dialects. */
export function textFormat({ dialect }: TextOptions): TextFormat {
  const shared = { name: 'text', carries: 'text', path: (id: string) => `text/${id}.txt` } as const;
  return dialect === 'octavo'
    ? { ...shared, write: writeOctavo, readBack: readOctavo }
    : { ...shared, write: writeWeb, readBack: readWeb, promise: promiseWeb };
}
