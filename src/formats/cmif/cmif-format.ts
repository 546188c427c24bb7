import type { WholeFormat } from '../format.ts';
import { readElements } from '../xml-elements.ts';
import { expectedElements } from './expected.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { lettersOf } from './letters.ts';
import { cmifFile, cmifPath } from './write-cmif.ts';

const nothing = new Uint8Array();

const noLicence: Finding = {
  code: 'no-licence',
  severity: 'review',
  message: 'cmif.xml is not written: the edition has letters, but no licence with an address.',
  why: 'CMIF requires one, and aggregators may not take metadata without it.',
  fix: 'Set “licence” to the address of a licence, e.g. https://creativecommons.org/licenses/by/4.0/, or give it in licence/@target of the header.',
};

/** Letters for aggregators (correspSearch): CMIF 1.1. `date`: of this version of the edition. */
export const cmif = (date: string | undefined): WholeFormat => ({
  name: 'cmif',
  path: cmifPath,
  part: () => nothing,
  files: (edition) => {
    const content = cmifFile(edition, date);
    return content === undefined ? [] : [{ path: cmifPath, content }];
  },
  findings: (edition) => (lettersOf(edition).length > 0 && edition.licence?.url === undefined ? [noLicence] : []),
  prove: (edition) => ({
    unit: () => undefined,
    files: () => {
      const records = expectedElements(edition, date);
      return records.length === 0 ? [] : [{ path: cmifPath, records, readBack: readElements }];
    },
  }),
});
