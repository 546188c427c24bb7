import type { EditionContext, UnitInfo } from '../model/edition.ts';

/** Where the pointers of a TEI file in the folder `tei/` lead: those to units and registers of the edition to the files next to it, all others where the source says. */

export const separators = /([ \t\r\n]+)/;

/** Where one target leads in the folder `tei/`. */
export function inFolder(target: string, unit: UnitInfo, edition: EditionContext): string {
  if (!target.includes('#')) return target;
  const to = edition.resolve(target, unit);
  if (!to) {
    const register = edition.registerFile?.(target, unit);
    return register === undefined ? withoutFolder(target) : `${register}${target.slice(target.indexOf('#'))}`;
  }
  if (to.unit === unit.facts.id || to.inOwnHeader) return `#${to.id ?? ''}`;
  return `${to.unit}.xml${to.id === undefined ? '' : `#${to.id}`}`;
}

const isElsewhere = /^[a-z][a-z0-9+.-]*:/i;

export const withoutFolder = (target: string): string =>
  target.includes('#') && !isElsewhere.test(target) ? target.replace(/^[^#]*\//, '') : target;

/** The targets of an attribute of the source as a file in the folder `tei/` has them; of those to files that are not in it the folder goes. */
export const targetsInFolder = (targets: string, unit: UnitInfo, edition: EditionContext): string =>
  targets
    .split(separators)
    .map((target) => withoutFolder(inFolder(target, unit, edition)))
    .join('');

/** The targets of an attribute of such a file, to be compared with these. */
export const targetsOfFile = (targets: string): string => targets.split(separators).map(withoutFolder).join('');
