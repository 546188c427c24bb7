import type { Settings } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { documentSelector } from '../model/read-tei/selector.ts';
import type { Place } from '../source/files.ts';
import type { Checking } from './check.ts';
import { filesBeside } from './beside.ts';
import { onceEach, oncePerSchema, orderFindings } from './order-findings.ts';
import { runRules } from './run-rules.ts';
import { chooseRules } from './choose-rules.ts';
import { silenceFindings } from './silence.ts';
import { checkXsd } from './schemas/check-xsd.ts';
import { type SchemaChecks, schemaChecks } from './schemas/check-schemas.ts';
import type { SchemaWishes } from './schemas/choose-schemas.ts';
import { schemaStore } from './schemas/load-schema.ts';

/** Its engine is large, and loaded only where somebody has such a schema. */
async function bySchematron({ schematron }: SchemaChecks, folder: string): Promise<readonly Finding[]> {
  if (schematron.length === 0) return [];
  const { checkSchematron } = await import('./schematron/check-schematron.ts');
  return checkSchematron(schematron, folder);
}

/** Everything an edition is checked with, made ready: schemas and rules. */
export function prepareChecking(settings: Settings, place: Place, wishes: SchemaWishes): Checking {
  const store = schemaStore();
  const schemas = schemaChecks(store, place.folder, wishes);
  const choice = chooseRules(settings, place.folder);
  const rules = runRules({
    rules: choice.chosen,
    selector: documentSelector(settings.documents),
    beside: filesBeside(place.folder),
  });
  return {
    anyRoot: wishes.schemas.length > 0,
    hash: schemas.hash,
    file: (source) => {
      const parts = [schemas.file(source), rules.file(source)];
      return {
        handlers: parts.flatMap(({ handlers }) => handlers),
        finish: (reading) => parts.flatMap(({ finish }) => finish(reading)),
      };
    },
    conclude: async (reading) => {
      const late = [...(await checkXsd(schemas.xsd)), ...(await bySchematron(schemas, place.folder))];
      const found = [...choice.findings, ...store.findings, ...reading.findings, ...late, ...rules.edition(reading)];
      const sources = new Map(reading.files.map(({ source }) => [source.file, source]));
      const shown = silenceFindings(oncePerSchema(onceEach(found)), settings.silence, sources, place.folder);
      return orderFindings(shown, [...sources.keys()]);
    },
  };
}
