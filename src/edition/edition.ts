import type { Settings } from '../config/settings.ts';
import { followers } from '../model/addresses.ts';
import type { Edition } from '../model/edition.ts';
import { chooseSigns } from '../model/signs.ts';
import type { Prepared } from './prepare.ts';

/** The edition as a whole: what the settings say, else what the first volume says. */
export function editionOf(prepared: Prepared, settings: Settings): Edition {
  const units = prepared.units.map((unit) => unit.info);
  const volumes = [...new Map(units.map(({ volume }) => [volume.id, volume])).values()];
  const first = volumes[0];
  const shared = volumes.length > 1 ? first?.series : undefined;
  const licence = settings.licence === undefined ? first?.licence : licenceOf(settings.licence);
  const language = settings.language ?? first?.language;
  return {
    id: settings.id ?? first?.id ?? 'edition',
    title: settings.title ?? shared ?? first?.title ?? 'Edition',
    ...(licence && { licence }),
    ...(language !== undefined && { language }),
    signs: chooseSigns(prepared.votes, settings.signs),
    ...(settings.baseUrl !== undefined && { baseUrl: settings.baseUrl }),
    pages: prepared.pages,
    units,
    ...followers(prepared.at),
  };
}

const licenceOf = (setting: string): { text: string; url?: string } =>
  /^https?:\/\//.test(setting) ? { text: setting, url: setting } : { text: setting };
