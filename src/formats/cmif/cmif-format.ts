import type { WholeFormat } from '../format.ts';
import { readElements } from '../xml-elements.ts';
import { expectedElements } from './expected.ts';
import { cmifFile, cmifPath } from './write-cmif.ts';

const nothing = new Uint8Array();

/** Letters for aggregators (correspSearch): CMIF 1.1. `date`: of this version of the edition. */
export const cmif = (date: string | undefined): WholeFormat => ({
  name: 'cmif',
  path: cmifPath,
  part: () => nothing,
  files: (edition) => {
    const content = cmifFile(edition, date);
    return content === undefined ? [] : [{ path: cmifPath, content }];
  },
  prove: (edition) => ({
    unit: () => undefined,
    files: () => {
      const records = expectedElements(edition, date);
      return records.length === 0 ? [] : [{ path: cmifPath, records, readBack: readElements }];
    },
  }),
});
