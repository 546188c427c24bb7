import type { Settings } from '../config/settings.ts';
import { documentSelector } from '../model/read-tei/selector.ts';
import type { Place } from '../source/files.ts';
import type { Checking } from './check.ts';
import { filesBeside } from './beside.ts';
import { onceEach, orderFindings } from './order-findings.ts';
import { runRules } from './run-rules.ts';
import { chooseRules } from './choose-rules.ts';
import { silenceFindings } from './silence.ts';
import { checkXsd } from './schemas/check-xsd.ts';
import { schemaChecks } from './schemas/check-schemas.ts';
import { type SchemaWishes, wishedSchemas } from './schemas/choose-schemas.ts';
import { schemaStore } from './schemas/load-schema.ts';

/** Everything an edition is checked with, made ready: schemas and rules. */
export function prepareChecking(settings: Settings, place: Place, wishes: SchemaWishes): Checking {
  const wished = wishedSchemas(wishes);
  const store = schemaStore();
  const schemas = schemaChecks(store, place.folder, wished, wishes.level);
  const choice = chooseRules(settings, place.folder);
  const rules = runRules({
    rules: choice.chosen,
    selector: documentSelector(settings.documents),
    beside: filesBeside(place.folder),
  });
  return {
    anyRoot: wished.length > 0,
    hash: schemas.hash,
    file: (source) => {
      const parts = [schemas.file(source), rules.file(source)];
      return {
        handlers: parts.flatMap(({ handlers }) => handlers),
        finish: (reading) => parts.flatMap(({ finish }) => finish(reading)),
      };
    },
    conclude: async (reading) => {
      const late = await checkXsd(schemas.waiting);
      const found = [...choice.findings, ...store.findings, ...reading.findings, ...late, ...rules.edition(reading)];
      const sources = new Map(reading.files.map(({ source }) => [source.file, source]));
      const shown = silenceFindings(onceEach(found), settings.silence, sources, place.folder);
      return orderFindings(shown, [...sources.keys()]);
    },
  };
}
