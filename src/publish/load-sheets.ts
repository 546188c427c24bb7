import type { Finding } from '../diagnostics/finding.ts';
import { loadOutputs } from '../edition/overlay/outputs.ts';
import { loadOverlay } from '../edition/overlay/overlay.ts';
import type { Job } from './job.ts';
import type { LoadedSheets } from './write-edition.ts';

/** Makes the stylesheets of an edition ready to run; with findings they are wrong. */
export async function loadSheets({
  sheets,
  place: { folder },
  stamp,
}: Job): Promise<{ readonly loaded: LoadedSheets; readonly findings: readonly Finding[] }> {
  const { overlay, findings } = await loadOverlay(sheets, folder, stamp);
  const { outputs, findings: more } = await loadOutputs(sheets, folder, stamp);
  return { loaded: { overlay, outputs }, findings: [...findings, ...more] };
}
