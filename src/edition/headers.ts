import type { Part } from '../model/read-tei/structure.ts';
import type { NamedUnit } from '../model/unit-ids.ts';
import type { Stylesheet } from '../transform/engine.ts';
import type { HeaderFacts } from '../transform/facts.ts';
import { readHeaders } from '../transform/phase1.ts';
import { hashOf } from '../work/hash.ts';
import { headerXml } from './phase1-input.ts';
import type { BuildMemory } from './record.ts';

/** The facts of all headers: those that are not remembered are transformed in batches. */

interface Headers {
  /** What holds for a unit: its own header, and what the headers around it say in addition. */
  of(named: NamedUnit): HeaderFacts | undefined;
  readonly all: Record<string, HeaderFacts>;
}

type Volume = HeaderFacts['volume'];

/** What a text has from the header of the corpus it is in, where its own says nothing of the kind; the corpus is its series. */
function inherited(own: Volume, outer: Volume): Volume {
  const { publisher, place, published, licence, language, title } = outer;
  const series = title === '' || title === own.title ? outer.series : title;
  const house = own.publisher === undefined && own.place === undefined ? { publisher, place } : {};
  const lent = { ...house, published, licence, language, series };
  const said = Object.entries(lent).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(said), ...own };
}

/** The parts around a part, itself first. */
function* chain(part: Part): Generator<Part> {
  for (let at: Part | undefined = part; at; at = at.outer) yield at;
}

/** What the headers of a chain of parts say together, the innermost first. */
function together(headers: readonly (HeaderFacts | undefined)[]): HeaderFacts | undefined {
  const [own, ...outer] = headers.filter((header) => header !== undefined);
  return own && { ...own, volume: outer.reduce((volume, { volume: lent }) => inherited(volume, lent), own.volume) };
}

export function factsOfHeaders(
  units: readonly NamedUnit[],
  remembered: BuildMemory['headers'],
  sheet: () => Stylesheet,
  stamp: string,
): Headers {
  const keys = new Map<Part, string | undefined>();
  const all: Record<string, HeaderFacts> = {};
  const fresh = new Map<string, string>();
  for (const { unit, file } of units)
    for (const part of chain(unit.part)) {
      if (keys.has(part)) break;
      const xml = headerXml(part, file.source.text);
      const key = xml === undefined ? undefined : hashOf(stamp, xml);
      keys.set(part, key);
      if (key === undefined) continue;
      const known = remembered[key];
      if (known) all[key] = known;
      else fresh.set(key, xml!);
    }
  const read = fresh.size === 0 ? [] : readHeaders(sheet(), [...fresh.values()]);
  [...fresh.keys()].forEach((key, i) => (all[key] = read[i]!));
  const made = new Map<Part, HeaderFacts | undefined>();
  const of = ({ unit: { part } }: NamedUnit): HeaderFacts | undefined => {
    if (!made.has(part)) made.set(part, together([...chain(part)].map((one) => all[keys.get(one) ?? ''])));
    return made.get(part);
  };
  return { of, all };
}
