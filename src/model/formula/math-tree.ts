import { madeLimits } from '../../source/scan/events.ts';
import { sourceText } from '../../source/text.ts';
import { scanXml } from '../../source/xml.ts';

/** MathML as a small tree, read from the markup of a formula. */

export interface MathNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MathNode[];
  /** The words of a token. */
  readonly text: string;
}

/** The tree of a formula. */
export function mathTree(markup: string): MathNode {
  const root: Growing = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [root];
  scanXml(
    sourceText('', markup),
    {
      open: ({ local, attributes }) => {
        const node: Growing = {
          name: local,
          attributes: new Map(attributes.map(({ name, value }) => [name, value])),
          children: [],
          text: '',
        };
        open.at(-1)!.children.push(node);
        open.push(node);
      },
      close: () => void open.pop(),
      text: (value) => {
        open.at(-1)!.text += value;
      },
    },
    { limits: madeLimits },
  );
  return root.children[0] ?? root;
}

interface Growing extends MathNode {
  readonly children: Growing[];
  text: string;
}
