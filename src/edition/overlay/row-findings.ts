import type { Settings } from '../../config/settings.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Sheet } from '../../config/sheet-fault.ts';
import type { SourceList } from '../../validate/read-edition.ts';
import type { Prepared, PreparedUnit } from '../prepare.ts';
import { missingRow } from './missing-row.ts';
import { treeContent } from './tree-content.ts';

/** What a build says where stylesheets of the edition change what only a row of its table may change. */

/** Units of which a row is looked for. */
const mostSearched = 3;

const places = (units: readonly PreparedUnit[]): string =>
  units.length === 1
    ? `in ${units[0]!.named.id}`
    : `in ${units.length} units, the first of which is ${units[0]!.named.id}`;

function finding(
  units: readonly PreparedUnit[],
  sheets: readonly Sheet[],
  row: ReturnType<typeof missingRow>,
): Finding {
  const [what] = units[0]!.memory.changes!.refused!;
  return {
    code: 'stylesheet-needs-row',
    severity: 'review',
    span: row?.span ?? sheets[0]!.span(0, 0),
    message: `The edition’s own stylesheets change more than roles and looks, ${places(units)}: ${what!}.`,
    why: 'The proof does not run stylesheets: it would report this as lost, so that none of them can hide a loss.',
    fix: row
      ? `If this is meant, say it in octavo.config.json as well: ${JSON.stringify({ elements: row.rows })}`
      : 'If this is meant, say it in a row of the setting “elements” as well (docs/how-to/own-stylesheets.md); otherwise correct the template.',
  };
}

/** Says it once, with the row that is missing where one is found. */
export function rowFindings(
  { units, trees }: Prepared,
  sheets: readonly Sheet[],
  sources: SourceList,
  settings: Settings,
): Finding[] {
  const refused = units.filter(({ memory }) => memory.changes?.refused);
  if (refused.length === 0) return [];
  for (const unit of refused.slice(0, mostSearched)) {
    const row = missingRow(sheets, treeContent(trees(unit).reading), unit.named, sources, settings);
    if (row) return [finding([unit, ...refused.filter((one) => one !== unit)], sheets, row)];
  }
  return [finding(refused, sheets, undefined)];
}
