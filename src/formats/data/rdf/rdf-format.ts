import type { WholeFormat } from '../../format.ts';
import { expectedMentions } from '../expected-names.ts';
import { SourceRuns } from '../expected-unit.ts';
import { rowsOfUnit } from '../unit-part.ts';
import { expectedRdf } from './expected-rdf.ts';
import { rdfFiles, rdfPath } from './write-rdf.ts';

/** The edition as linked data, in the words of schema.org. */
export const rdf: WholeFormat = {
  name: 'rdf',
  path: rdfPath,
  part: (unit, edition) => {
    const keys = rowsOfUnit(unit, edition).mentions.map(({ entity }) => entity);
    return Buffer.from(JSON.stringify([...new Set(keys)].filter((key) => key !== '')));
  },
  files: (edition, parts) =>
    rdfFiles(
      edition,
      parts.map((part) => JSON.parse(Buffer.from(part).toString('utf8')) as string[]),
    ),
  prove: (edition) => {
    const keys = new Map<string, Set<string>>();
    return {
      unit: (unit, content) => {
        const found = expectedMentions(unit, new SourceRuns(unit, content), edition, () => undefined);
        keys.set(unit.facts.id, new Set(found.map(({ entity }) => entity!).filter((key) => key !== '')));
      },
      files: () => expectedRdf(edition, keys),
    };
  },
};
