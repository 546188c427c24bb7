/** Writes schema/octavo-exchange.rng and schema/octavo-edition.rng. */
import { writeFileSync } from 'node:fs';
import { compileSchema, SCHEMAS } from './compile.ts';

for (const name of SCHEMAS) {
  const text = compileSchema(name, 'schema');
  writeFileSync(`schema/${name}.rng`, text);
  console.log(`schema/${name}.rng: ${text.length} characters`);
}
