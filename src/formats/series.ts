import type { VolumeFacts } from '../model/facts.ts';

/** The series with its part: `Foreign Relations of the United States, 1969–1976`; empty where there is none. */
export const seriesOf = (volume: VolumeFacts): string =>
  [volume.series, volume.subseries].filter((part) => part !== undefined).join(', ');
