import type { Chance } from '../harness/chance.ts';
import { type Kind, tei } from './kind.ts';
import { attribute, aWord, elementsOf, splice, textsOf } from './markup.ts';

/** Damages to records and to files of the whole edition. */

const citation = /^citations\/.+\.(?:json|bib|ris)$/;
const bibliography = /^edition\.(?:bib|ris|csl\.json)$/;

/** Whole lines that hold one field of a citation, and where their values are. */
const fieldLine: Readonly<Record<string, RegExp>> = {
  bib: /^ {2}\w+ = \{.+\},\n/gm,
  ris: /^(?!TY|ER)[A-Z][A-Z0-9] {2}- .+\r?\n/gm,
  json: /^ +"[\w-]+": "[^"\n]*",\n/gm,
};
const valuePattern: Readonly<Record<string, RegExp>> = {
  bib: /(?<== \{+)[^{}\n]+(?=\}+,\n)/g,
  ris: /(?<=^(?!TY|ER)[A-Z][A-Z0-9] {2}- ).+?(?=\r?$)/gm,
  json: /(?<=": ")[^"\n\\]+(?=")/g,
};
const extra: Readonly<Record<string, string>> = {
  bib: '  keywords = {not so},\n',
  ris: 'KW  - not so\r\n',
  json: '    "keyword": "not so",\n',
};
const endingOf = (path: string): string => /\.(\w+)$/.exec(path)![1]!;

const record = (
  name: string,
  change: (content: string, luck: Chance, ending: string) => string | undefined,
): readonly Kind[] => [
  { name, group: 'records', files: citation, damage: (content, luck, path) => change(content, luck, endingOf(path)) },
  {
    name: `${name} (bibliography)`,
    group: 'whole edition',
    files: bibliography,
    damage: (content, luck, path) => change(content, luck, endingOf(path)),
  },
];

function someLine(content: string, luck: Chance, ending: string) {
  const lines = [...content.matchAll(fieldLine[ending]!)];
  if (lines.length === 0) return undefined;
  const { index, 0: own } = luck.pick(lines);
  return { start: index, end: index + own.length, own };
}

const records: readonly Kind[] = [
  ...record('a field is lost', (content, luck, ending) => {
    const line = someLine(content, luck, ending);
    return line && splice(content, line.start, line.end, '');
  }),
  ...record('a field stands twice', (content, luck, ending) => {
    const line = someLine(content, luck, ending);
    return line && splice(content, line.end, line.end, line.own);
  }),
  ...record('a field is added', (content, luck, ending) => {
    const line = someLine(content, luck, ending);
    return line && splice(content, line.end, line.end, extra[ending]!);
  }),
  ...record('a value is mistyped', (content, luck, ending) => {
    const values = [...content.matchAll(valuePattern[ending]!)].filter(({ 0: own }) => /[A-Za-z0-9]/.test(own));
    if (values.length === 0) return undefined;
    const { index, 0: own } = luck.pick(values);
    const places = [...own.matchAll(/(?<!\\)[A-Za-z0-9]/g)];
    const at = luck.pick(places).index;
    const other = luck.pick([...'qxz7']);
    return own[at] === other ? undefined : splice(content, index + at, index + at + 1, other);
  }),
  ...record('an entry stands twice', (content, _, ending) =>
    ending === 'json' ? content.replace(/^\[\s*(\{[\s\S]*\})\s*\]\s*$/, '[$1,$1]') : content + content,
  ),
  ...record('an entry is added', (content, _, ending) =>
    ending === 'bib'
      ? `${content}@misc{other,\n  title = {Not so},\n}\n`
      : ending === 'ris'
        ? `${content}TY  - GEN\r\nTI  - Not so\r\nER  - \r\n`
        : content.replace(/\]\s*$/, ',{"id":"other","type":"book","title":"Not so"}]\n'),
  ),
  ...record('words are added behind the last entry', (content) => `${content}This is not so.\n`),
  ...record('all is lost', (_, __, ending) => (ending === 'json' ? '[]\n' : '')),
];

const manifest: readonly Kind[] = [
  ...(['title', 'label', 'date', 'notes', 'words', 'kind'] as const).map((field): Kind => ({
    name: `${field} in the manifest is changed`,
    group: 'whole edition',
    files: /^manifest\.json$/,
    damage: (content, luck) => {
      const whole = JSON.parse(content) as { documents: Record<string, unknown>[] };
      const one = luck.pick(whole.documents);
      const other = {
        title: 'Another',
        label: '99x',
        date: '1066',
        notes: 99,
        words: 99,
        kind: one['kind'] === 'section' ? 'document' : 'section',
      };
      one[field] = other[field];
      return JSON.stringify(whole, null, 2) + '\n';
    },
  })),
  {
    name: 'pages in the manifest are changed',
    group: 'whole edition',
    files: /^manifest\.json$/,
    damage: (content, luck) => {
      const whole = JSON.parse(content) as { documents: { pages: string[] }[] };
      luck.pick(whole.documents).pages.push('999');
      return JSON.stringify(whole, null, 2) + '\n';
    },
  },
  {
    name: 'an output is lost from the manifest',
    group: 'whole edition',
    files: /^manifest\.json$/,
    damage: (content, luck) => {
      const whole = JSON.parse(content) as {
        documents: { outputs: Record<string, string> }[];
        outputs: Record<string, string>;
      };
      const outputs = luck.often(50) ? luck.pick(whole.documents).outputs : whole.outputs;
      const names = Object.keys(outputs);
      if (names.length === 0) return undefined;
      delete outputs[luck.pick(names)];
      return JSON.stringify(whole, null, 2) + '\n';
    },
  },
  {
    name: 'a fact of the edition in the manifest is changed',
    group: 'whole edition',
    files: /^manifest\.json$/,
    damage: (content, luck) => {
      const whole = JSON.parse(content) as { edition: Record<string, unknown>; generator: Record<string, unknown> };
      const field = luck.pick(['id', 'title', 'licence'] as const);
      whole.edition[field] = 'another';
      return JSON.stringify(whole, null, 2) + '\n';
    },
  },
  {
    name: 'a document is lost from the manifest',
    group: 'whole edition',
    files: /^manifest\.json$/,
    damage: (content, luck) => {
      const whole = JSON.parse(content) as { documents: unknown[] };
      whole.documents.splice(luck.below(whole.documents.length), 1);
      return JSON.stringify(whole, null, 2) + '\n';
    },
  },
];

const lines = (name: string, files: RegExp, change: (all: string[], luck: Chance) => boolean): Kind => ({
  name,
  group: 'whole edition',
  files,
  damage: (content, luck) => {
    const all = content.split(/(?<=\n)/);
    return change(all, luck) ? all.join('') : undefined;
  },
});

const tables: readonly Kind[] = [
  lines('a row of the table of documents is lost', /^documents\.csv$/, (all, luck) => {
    if (all.length < 2) return false;
    all.splice(1 + luck.below(all.length - 1), 1);
    return true;
  }),
  lines('a cell of the table of documents is changed', /^documents\.csv$/, (all, luck) => {
    const at = 1 + luck.below(all.length - 1);
    const places = [...(all[at] ?? '').matchAll(/[A-Za-z0-9]/g)];
    if (places.length === 0) return false;
    const { index, 0: own } = luck.pick(places);
    all[at] = splice(all[at]!, index, index + 1, own === 'q' ? 'x' : 'q');
    return true;
  }),
  lines('a column of the table of documents has another name', /^documents\.csv$/, (all) => {
    all[0] = all[0]!.replace('title', 'heading');
    return true;
  }),
  lines('a rule of the style is changed', /^style\/.+\.css$/, (all, luck) => {
    all.splice(luck.below(all.length), 0, 'main p:nth-child(2) { display: none; }\n');
    return true;
  }),
  {
    name: 'an entry of the contents is lost',
    group: 'whole edition',
    files: /^index\.html$/,
    damage: (content, luck) => {
      const found = elementsOf(content).filter(({ name }) => name === 'li');
      if (found.length === 0) return undefined;
      const { start, endEnd } = luck.pick(found);
      return splice(content, start, endEnd, '');
    },
  },
  {
    name: 'an entry of the contents leads to another document',
    group: 'whole edition',
    files: /^index\.html$/,
    damage: (content, luck) => {
      const found = elementsOf(content).filter((one) => (attribute(one, 'href')?.value ?? '').startsWith('documents/'));
      if (found.length === 0) return undefined;
      const own = attribute(luck.pick(found), 'href')!;
      return splice(content, own.valueStart, own.end - 1, `${own.value}x`);
    },
  },
  {
    name: 'a word of the contents is changed',
    group: 'whole edition',
    files: /^index\.html$/,
    damage: (content, luck) => {
      const main = elementsOf(content).find(({ name }) => name === 'main');
      const texts = main ? textsOf(content, main.startEnd, main.end) : [];
      const found = texts.length === 0 ? undefined : aWord(content, luck.pick(texts), luck);
      return found && splice(content, found.start, found.end, `${found.text}x`);
    },
  },
  {
    name: 'a word of a TEI header is changed',
    group: 'whole edition',
    files: tei,
    damage: (content, luck) => {
      const header = elementsOf(content).find(({ name }) => name === 'teiHeader');
      const texts = header ? textsOf(content, header.startEnd, header.end) : [];
      const found = texts.length === 0 ? undefined : aWord(content, luck.pick(texts), luck);
      return found && splice(content, found.start, found.end, `${found.text}x`);
    },
  },
  {
    name: 'an attribute of the TEI is changed',
    group: 'whole edition',
    files: tei,
    damage: (content, luck) => {
      const found = elementsOf(content).flatMap(({ attributes }) =>
        attributes.filter(({ name }) => !name.startsWith('xmlns')),
      );
      if (found.length === 0) return undefined;
      const own = luck.pick(found);
      return splice(content, own.valueStart, own.end - 1, `${own.value}x`);
    },
  },
];

export const fileKinds: readonly Kind[] = [...records, ...manifest, ...tables];
