import type { Settings } from '../../config/settings.ts';
import { followers } from '../../model/addresses.ts';
import type { Edition } from '../../model/edition.ts';
import { Op, type Tape } from '../../model/read-tei/ops.ts';
import { chooseSigns } from '../../model/signs.ts';
import { fieldMark } from '../../model/structure.ts';
import type { SourceUnit, SourceUnits } from './source-units.ts';

/** The edition as a whole, as settings and sources say it, and what its units show; read without what a build makes of them. */

/** The edition: what the settings say, else its volume; several volumes have the title of the series that they are all in, or the one they all have. */
export function sourceEdition({ units, at, votes, pages, leftOut }: SourceUnits, settings: Settings): Edition {
  const infos = units.map(({ info }) => info);
  const [first] = infos.map(({ volume }) => volume);
  const isSame = (name: 'series' | 'title' | 'id'): boolean =>
    infos.every(({ volume }) => volume[name] === first?.[name]);
  const isOne = isSame('id') && isSame('title');
  const titles = [settings.title, ...(isOne || !isSame('series') ? [] : [first?.series]), ...(isSame('title') ? [first?.title] : []), '']; // prettier-ignore
  const { licence: stated } = settings;
  const isAddress = stated !== undefined && (stated.startsWith('http://') || stated.startsWith('https://'));
  const licence = stated === undefined ? first?.licence : { text: stated, ...(isAddress && { url: stated }) };
  const language = settings.language ?? first?.language;
  return {
    id: settings.id ?? first?.id ?? 'edition',
    title: titles.find((title) => title !== undefined)!,
    ...(licence && { licence }),
    ...(language !== undefined && { language }),
    signs: chooseSigns(votes, settings.signs),
    ...(settings.baseUrl !== undefined && { baseUrl: settings.baseUrl }),
    pages,
    leftOut,
    units: infos,
    ...followers(at),
  };
}

/** Addresses of the pictures that a unit shows, in the order of the text. */
export function picturesOf({ named: { file, unit } }: SourceUnit): string[] {
  const addresses: string[] = [];
  const add = (tape: Tape, stretches: readonly (readonly [number, number])[]): void => {
    for (const [from, to] of stretches)
      for (let i = from; i < to; i++) {
        const value = tape.values[i]!;
        if (tape.ops[i] === Op.call || tape.ops[i] === Op.goOn) {
          const note = tape.apart.get(Number(value))!.tape;
          add(note, [[0, note.ops.length]]);
        }
        const [address = ''] = tape.ops[i] === Op.picture ? value.split(fieldMark) : [];
        if (address !== '') addresses.push(address);
      }
  };
  add(file.tape, unit.ops);
  return addresses;
}
