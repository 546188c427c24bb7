import type { WholeFormat } from '../format.ts';
import { proveData } from './expected.ts';
import { gexfFile } from './gexf.ts';
import { networkOf } from './letters-rows.ts';
import { packageFile, packagePath } from './package-file.ts';
import { tableFile } from './table.ts';
import { tablesOf } from './tables.ts';
import { rowsOfUnit } from './unit-part.ts';
import type { UnitRows } from './unit-rows.ts';

/** The edition as tables: CSV and JSON Lines in `data/`, described in `datapackage.json`. */
export const dataPackage = (version: string | undefined): WholeFormat => ({
  name: 'data-package',
  path: packagePath,
  part: (unit, edition) => Buffer.from(JSON.stringify(rowsOfUnit(unit, edition))),
  files: (edition, parts) => {
    const units = edition.units.map((unit, i) => ({
      unit,
      rows: JSON.parse(Buffer.from(parts[i]!).toString('utf8')) as UnitRows,
    }));
    const tables = tablesOf(edition, units);
    return [
      ...tables.map(tableFile),
      ...gexfFile(networkOf(edition)),
      { path: packagePath, content: packageFile(edition, tables, version) },
    ];
  },
  prove: (edition) => proveData(edition, version),
});
