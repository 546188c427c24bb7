import type { Example } from '../example.ts';
import { analysis } from './analysis.ts';
import { editorial } from './editorial.ts';
import { genres } from './genres.ts';
import { names } from './names.ts';
import { phrases } from './phrases.ts';
import { records } from './records.ts';
import { text } from './text.ts';

/** All examples. */
export const examples: readonly Example[] = [
  ...text,
  ...names,
  ...phrases,
  ...editorial,
  ...genres,
  ...analysis,
  ...records,
];

/** Elements that are around texts and never in one, and `egXML`, which is not in the namespace of TEI. */
export const neverInText: ReadonlySet<string> = new Set(['TEI', 'teiCorpus', 'teiHeader', 'egXML']);

/** The elements that an example has. */
export const elementsIn = ({ tei }: Example): Set<string> =>
  new Set([...tei.matchAll(/<([A-Za-z]\w*)/g)].map(([, name]) => name!));
