import { attributeInfo } from '../engine/attribute-info.ts';
import { contentOf } from '../engine/build.ts';
import type { Schema } from '../engine/schema.ts';

/** Does the schema know elements of this local name, and does every definition of them forbid content? */
export function isEmptyElement({ byName, table }: Schema, local: string): boolean {
  const definitions = [...byName].flatMap(([name, found]) => (name.local === local ? found : []));
  return (
    definitions.length > 0 &&
    definitions.every((one) => {
      const { content } = attributeInfo(table, contentOf(table, one));
      return content.nullable && !content.contentful;
    })
  );
}
