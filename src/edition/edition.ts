import type { Settings } from '../config/settings.ts';
import { followers } from '../model/addresses.ts';
import { commonVolume, volumesOf } from '../model/common-volume.ts';
import type { Edition } from '../model/edition.ts';
import { chooseSigns } from '../model/signs.ts';
import type { Prepared } from './prepare.ts';

/** The edition as a whole: what the settings say, else what its volume says, or all of several. */
export function editionOf(prepared: Prepared, settings: Settings): Edition {
  const units = prepared.units.map((unit) => unit.info);
  const [first, ...others] = volumesOf(units);
  const common = commonVolume(first ? [first, ...others] : []);
  // The title of one file of several is not that of the edition.
  const title = others.length > 0 ? (common?.series ?? common?.title) : first?.title;
  const licence = settings.licence === undefined ? first?.licence : licenceOf(settings.licence);
  const language = settings.language ?? first?.language;
  return {
    id: settings.id ?? first?.id ?? 'edition',
    title: settings.title ?? title ?? '',
    ...(licence && { licence }),
    ...(language !== undefined && { language }),
    signs: chooseSigns(prepared.votes, settings.signs),
    ...(settings.baseUrl !== undefined && { baseUrl: settings.baseUrl }),
    pages: prepared.pages,
    leftOut: prepared.leftOut,
    units,
    ...followers(prepared.at),
  };
}

const licenceOf = (setting: string): { text: string; url?: string } =>
  /^https?:\/\//.test(setting) ? { text: setting, url: setting } : { text: setting };
