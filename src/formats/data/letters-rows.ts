import type { Edition, UnitInfo } from '../../model/edition.ts';
import type { Agent } from '../../model/facts.ts';
import { dateCells } from '../dates.ts';
import type { Row } from './table.ts';

/** Who wrote to whom. */

/** The key of a correspondent in the registers; empty where they do not have them. */
const keyOf = ({ key }: Agent, unit: UnitInfo, edition: Edition): string =>
  key === undefined ? '' : (edition.entity?.(key, unit) ?? '');

const joined = (values: readonly string[]): string => (values.every((value) => value === '') ? '' : values.join('; '));

/** Documents that have a sender or a recipient. */
export const lettersOf = ({ units }: Edition): UnitInfo[] =>
  units.filter(({ facts }) => facts.senders.length > 0 || facts.recipients.length > 0);

export function letterRow(unit: UnitInfo, edition: Edition): Row {
  const { facts } = unit;
  const names = (agents: readonly Agent[]): string => joined(agents.map(({ name }) => name.literal));
  const ids = (agents: readonly Agent[]): string => joined(agents.map((agent) => keyOf(agent, unit, edition)));
  return {
    document: facts.id,
    number: facts.number,
    title: facts.title,
    sender: names(facts.senders),
    sender_id: ids(facts.senders),
    recipient: names(facts.recipients),
    recipient_id: ids(facts.recipients),
    place: facts.place,
    place_id: facts.placeKey === undefined ? undefined : edition.entity?.(facts.placeKey, unit),
    ...dateCells(facts.date),
    date_printed: facts.date?.text,
  };
}

export interface Network {
  readonly nodes: readonly { readonly Id: string; readonly Label: string; readonly Kind: string }[];
  readonly edges: readonly {
    readonly Source: string;
    readonly Target: string;
    readonly Type: string;
    readonly Weight: number;
  }[];
}

/** The network of correspondents, in the order in which they first write or are written to. */
export function networkOf(edition: Edition): Network {
  const nodes = new Map<string, Network['nodes'][number]>();
  const edges = new Map<string, Network['edges'][number]>();
  for (const unit of lettersOf(edition)) {
    const idsOf = (agents: readonly Agent[]): string[] =>
      agents.map((agent) => {
        const { kind: Kind, name } = agent;
        const Id = keyOf(agent, unit, edition) || name.literal;
        if (!nodes.has(Id)) nodes.set(Id, { Id, Label: name.literal, Kind });
        return Id;
      });
    const [senders, recipients] = [idsOf(unit.facts.senders), idsOf(unit.facts.recipients)];
    for (const Source of senders) {
      for (const Target of recipients) {
        const key = JSON.stringify([Source, Target]);
        edges.set(key, { Source, Target, Type: 'Directed', Weight: (edges.get(key)?.Weight ?? 0) + 1 });
      }
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
