import type { Finding } from '../diagnostics/finding.ts';
import type { Place } from '../source/files.ts';

/** A place without a text: what is wrong is usually the path, and a check that looked at nothing must not pass for a good one. */
export const noText = (place: Place, wish: 'build' | 'check'): Finding => ({
  code: 'no-text',
  severity: 'error',
  message: `There is ${wish === 'build' ? 'no text to build' : 'nothing to check'} in ${place.file ?? 'this folder'}: no XML file with a TEI ${wish === 'build' ? '“text” element' : 'root'} was found.`,
  why: 'A wrong path would pass for an edition without mistakes.',
  fix: 'Name a TEI file or a folder of TEI files; `octavo init` creates an example.',
});
