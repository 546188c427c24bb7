import type { ExpectedFile, RecordFields } from '../format.ts';
import { elementRecord as at, readElements } from '../xml-elements.ts';

/** The elements that `network.gexf` must have, from the rows of nodes.csv and edges.csv as they must be. */
export function expectedGexf(nodes: readonly RecordFields[], edges: readonly RecordFields[]): ExpectedFile[] {
  if (nodes.length === 0) return [];
  const records = [
    at(0, 'gexf', { xmlns: 'http://gexf.net/1.3', version: '1.3' }),
    at(1, 'graph', { defaultedgetype: 'directed' }),
    at(2, 'attributes', { class: 'node' }),
    at(3, 'attribute', { id: 'kind', title: 'kind', type: 'string' }),
    at(2, 'nodes'),
    ...nodes.flatMap(({ Id, Label, Kind }) => [
      at(3, 'node', { id: Id!, label: Label! }),
      at(4, 'attvalues'),
      at(5, 'attvalue', { for: 'kind', value: Kind! }),
    ]),
    at(2, 'edges'),
    ...edges.map(({ Source, Target, Weight }, i) =>
      at(3, 'edge', { id: `${i}`, source: Source!, target: Target!, weight: Weight! }),
    ),
  ];
  return [{ path: 'data/network.gexf', records, readBack: readElements }];
}
