import type { VolumeFacts } from './facts.ts';

/** What all volumes of an edition say alike: only this can be said of the edition, whose first file is no more its title page than any other. */

/** The volumes of units, each once. Files in several folders may have one name, so the id alone does not distinguish them. */
export const volumesOf = (units: readonly { readonly volume: VolumeFacts }[]): VolumeFacts[] => [
  ...new Map(units.map(({ volume }) => [`${volume.id}\n${volume.title}`, volume])).values(),
];

/** The facts that are the same in all of several volumes; of one volume all of them. */
export function commonVolume(volumes: readonly VolumeFacts[]): VolumeFacts | undefined {
  const [first, ...others] = volumes;
  if (first === undefined || others.length === 0) return first;
  const isCommon = ([name, value]: [string, unknown]): boolean => {
    const written = JSON.stringify(value);
    return others.every((other) => JSON.stringify(other[name as keyof VolumeFacts]) === written);
  };
  const common = Object.fromEntries(Object.entries(first).filter(isCommon)) as Partial<VolumeFacts>;
  return { id: '', title: '', authors: [], editors: [], generalEditors: [], ...common };
}
