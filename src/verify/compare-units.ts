import type { Manifest } from '../edition/manifest.ts';
import type { UnitInfo } from '../model/edition.ts';
import type { Loss } from './check-unit.ts';

/** Units of the source that the edition lacks, and units of the edition that the source lacks or that come from another text. */
export function compareUnits(units: readonly UnitInfo[], manifest: Manifest): Loss[] {
  const loss = (document: string, message: string): Loss => ({ document, format: 'manifest', message });
  const listed = new Map(manifest.documents.map((document) => [document.id, document]));
  const known = new Set(units.map(({ facts }) => facts.id));
  const missing = units
    .filter(({ facts }) => !listed.has(facts.id))
    .map(({ facts }) => loss(facts.id, 'is in the source and not in the edition'));
  const foreign = manifest.documents
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => loss(id, 'is in the edition and not in the source'));
  const changed = units
    .filter(({ facts, source }) => (listed.get(facts.id)?.source.sha256 ?? source.sha256) !== source.sha256)
    .map(({ facts }) => loss(facts.id, 'the source has changed since the edition was built: build it again'));
  const order = manifest.documents.map(({ id }) => id).filter((id) => known.has(id));
  const wanted = units.map(({ facts }) => facts.id).filter((id) => listed.has(id));
  const at = wanted.findIndex((id, i) => id !== order[i]);
  const disorder =
    at < 0 ? [] : [loss(wanted[at]!, `is at another place in the edition: “${order[at]}” is there instead`)];
  const none = units.length === 0 ? [loss('', 'there is no text in the sources: check the path')] : [];
  return [...none, ...missing, ...foreign, ...changed, ...disorder];
}
