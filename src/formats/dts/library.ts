import type { Edition, UnitInfo } from '../../model/edition.ts';
import { publicAddress } from '../../model/public-address.ts';
import type { DtsCollection, DtsLibrary, DtsResource } from './answers.ts';

/** The texts of an edition in collections: each file with several texts is one, and files of one text each are in one together. */

function resourceOf({ facts, volume }: UnitInfo, edition: Edition): DtsResource {
  const { id, title, senders, date, language } = facts;
  const creators = senders.length > 0 ? senders.map(({ name }) => name.literal) : volume.authors.map(({ literal }) => literal); // prettier-ignore
  const day = date?.when ?? date?.from ?? date?.notBefore;
  const address = publicAddress(id, edition);
  return {
    id,
    title: title === '' ? id : title,
    dublinCore: {
      ...(creators.length > 0 && { creator: creators }),
      ...(day !== undefined && { date: day }),
      ...(language !== undefined && { language }),
      ...(address !== undefined && { identifier: address }),
    },
  };
}

/** Ids of collections, none of which is that of a text. */
function collectionIds(texts: Iterable<string>): (wanted: string) => string {
  const taken = new Set(texts);
  return (wanted) => {
    const safe = wanted.replace(/[^A-Za-z0-9._-]/g, '-');
    let id = safe;
    for (let n = 2; taken.has(id); n++) id = `${safe}-${n}`;
    taken.add(id);
    return id;
  };
}

/** A file of an edition, with its texts. */
export interface TextsOfFile {
  readonly id: string;
  readonly title: string;
  readonly members: readonly DtsResource[];
}

/** The collections of an edition, of texts as they are in files. */
export function libraryOf(title: string, files: readonly TextsOfFile[]): DtsLibrary {
  const idOf = collectionIds(files.flatMap(({ members }) => members.map(({ id }) => id)));
  const id = idOf('edition');
  const single = files.filter(({ members }) => members.length === 1).flatMap(({ members }) => members);
  const collections = files
    .filter(({ members }) => members.length > 1)
    .map((file): DtsCollection => ({ ...file, id: idOf(`volume.${file.id}`) }));
  if (single.length > 0) collections.push({ id: idOf('texts'), title, members: single });
  return { id, title, collections };
}

export function editionLibrary(edition: Edition): DtsLibrary {
  const { units } = edition;
  const byFile = new Map<string, UnitInfo[]>();
  for (const unit of units) {
    const known = byFile.get(unit.source.path);
    if (known) known.push(unit);
    else byFile.set(unit.source.path, [unit]);
  }
  const files = [...byFile.values()].map((of) => ({
    id: of[0]!.volume.id,
    title: of[0]!.volume.title,
    members: of.map((unit) => resourceOf(unit, edition)),
  }));
  return libraryOf(edition.title === '' ? edition.id : edition.title, files);
}
