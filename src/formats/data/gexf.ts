import { escapeAttribute } from '../../model/read-tei/slice.ts';
import type { OutputFile } from '../format.ts';
import type { Network } from './letters-rows.ts';

/** The network of correspondents for Gephi and other programs for graphs (GEXF 1.3). */

export const gexfPath = 'data/network.gexf';

/** The file; none where there are no correspondents. */
export function gexfFile({ nodes, edges }: Network): OutputFile[] {
  if (nodes.length === 0) return [];
  const say = escapeAttribute;
  const node = ({ Id, Label, Kind }: Network['nodes'][number]): string =>
    `      <node id="${say(Id)}" label="${say(Label)}"><attvalues><attvalue for="kind" value="${Kind}"/></attvalues></node>\n`;
  const edge = ({ Source, Target, Weight }: Network['edges'][number], i: number): string =>
    `      <edge id="${i}" source="${say(Source)}" target="${say(Target)}" weight="${Weight}"/>\n`;
  const graph = [
    '    <attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>\n',
    `    <nodes>\n${nodes.map(node).join('')}    </nodes>\n`,
    `    <edges>\n${edges.map(edge).join('')}    </edges>\n`,
  ];
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <graph defaultedgetype="directed">
${graph.join('')}  </graph>
</gexf>
`;
  return [{ path: gexfPath, content }];
}
