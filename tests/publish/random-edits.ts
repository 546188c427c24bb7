import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chance, type Chance } from '../harness/chance.ts';
import { randomDivision } from '../harness/random-tei.ts';

/** A small edition on the disk and random edits to anything that a build could look at. */

export interface Edited {
  readonly folder: string;
  readonly out: string;
}

type Edit = (at: Edited, luck: Chance) => void;

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.xml') && !path.includes('dist'),
  );

const word = (luck: Chance): string =>
  luck.pick(['alder', 'birch', 'cedar', 'durmast', 'elm', 'fir']) + luck.below(100);

export function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** What the program takes for a PNG image. */
/** A picture of one grey point, which is another file with other words behind it. */
const picture = (content: string): Uint8Array => Buffer.concat([point, Buffer.from(content)]);
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const drawing = (title: string, more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg"${more}><title>${title}</title></svg>`;

const document = (id: string, luck: Chance): string =>
  `<div type="document" xml:id="${id}"><head>Letter ${id} to <persName type="to" ref="people.xml#P${luck.below(4)}">Name</persName></head>
<opener><dateline><date when="19${10 + luck.below(80)}-01-0${1 + luck.below(9)}">Day</date></dateline></opener>
<p>Words of ${id}, see <ref target="#d${luck.below(6)}">there</ref>, <ref target="volume2.xml#e${luck.below(3)}">elsewhere</ref> and
<persName ref="more/people.xml#Q1">Q</persName>.</p><figure><graphic url="pictures/${luck.pick(['a.png', 'b.png', 'c.png', 'd.svg'])}"/></figure>${randomDivision(luck).replace(/ xml:id="[^"]*"/g, '')}</div>`;

const header = (title: string): string =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title><editor>Ann Editor</editor></titleStmt>
<publicationStmt><publisher>House</publisher><date when="1990">1990</date></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc><encodingDesc><projectDesc><p>First statement</p></projectDesc></encodingDesc></teiHeader>`;

export const volume = (title: string, prefix: string, count: number, luck: Chance): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header(title)}<standOff><listPlace><place xml:id="P9"><placeName>Town</placeName></place></listPlace></standOff>
<text><front><div type="preface" xml:id="people"><head>Preface</head><p>Before.</p></div></front><body>
${Array.from({ length: count }, (_, i) => document(`${prefix}${i}`, luck)).join('\n')}
</body></text></TEI>`;

export const register = (prefix: string, luck: Chance): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>People</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><standOff><listPerson>
${[0, 1, 2, 3].map((i) => `<person xml:id="${prefix}${i}"><persName>Family${luck.below(9)}, Given</persName><note>See <ref target="volume1.xml#d1">d1</ref>.</note></person>`).join('\n')}
</listPerson></standOff></TEI>`;

const onText =
  (change: (text: string, luck: Chance) => string): Edit =>
  ({ folder }, luck) => {
    const path = luck.pick(sources(folder));
    write(folder, path, change(readFileSync(join(folder, path), 'utf8'), luck));
  };

/** Replaces one match of a pattern, chosen at random. */
function replaceOne(text: string, pattern: RegExp, luck: Chance, by: (found: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const { index, 0: found } = luck.pick(matches);
  return text.slice(0, index) + by(found) + text.slice(index + found.length);
}

const template = ({ folder }: Edited, luck: Chance): void =>
  write(folder, 'templates/imprint.hbs', `<p class="imprint">${word(luck)} {{edition.title}}</p>\n`);

const settings: Edit = ({ folder }, luck) =>
  write(
    folder,
    'octavo.config.json',
    JSON.stringify({
      title: luck.pick(['One', 'Two']),
      ...(luck.often(50) && { baseUrl: `https://example.org/${word(luck)}` }),
      ...(luck.often(40) && { version: String(luck.below(9)) }),
      ...(luck.often(30) && { citation: `{title}, ${word(luck)}` }),
      ...(luck.often(30) && { language: luck.pick(['de', 'en', 'fr']) }),
      ...(luck.often(20) && {
        formats: luck.pick([
          ['html', 'text'],
          ['tei', 'bibtex'],
          ['html', 'tei', 'ris'],
        ]),
      }),
      ...(luck.often(20) && { exclude: ['volume2.xml'] }),
    }),
  );

/** Every edit by what it touches. */
export const edits: Readonly<Record<string, Edit>> = {
  'a word of a text': onText((text, luck) => replaceOne(text, /(?<=>[^<]*)\b[a-z]{3,}\b(?=[^<]*<)/g, luck, () => word(luck))),
  'a word of a header that is not a fact': onText((text, luck) => replaceOne(text, /First statement|Statement \w+/g, luck, () => `Statement ${word(luck)}`)),
  'a fact of a header': onText((text, luck) => replaceOne(text, /<(?:publisher|editor)>[^<]*/g, luck, (found) => `${/^<\w+>/.exec(found)![0]}Nel ${word(luck)}`)),
  'a title': onText((text, luck) => replaceOne(text, /<head>[^<]+/g, luck, () => `<head>Title ${word(luck)} `)),
  'what stands off the text': onText((text, luck) => replaceOne(text, /<placeName>[^<]*/g, luck, () => `<placeName>${word(luck)}`)),
  'a register': onText((text, luck) => replaceOne(text, /Family\d+/g, luck, () => `Family${luck.below(99)}`)),
  'an id': onText((text, luck) => replaceOne(text, /xml:id="[^"]*"/g, luck, () => `xml:id="x${luck.below(1e6)}"`)),
  'a pointer': onText((text, luck) => replaceOne(text, /target="[^"]*"/g, luck, () => `target="#d${luck.below(8)}"`)),
  'the order of documents': onText((text) => {
    const parts = text.split(/(?=<div type="document")/);
    return parts.length < 3 ? text : [parts[0], parts[2], parts[1], ...parts.slice(3)].join('');
  }),
  'a document that goes': onText((text, luck) => replaceOne(text, /<div type="document"[^]*?<\/div>(?=\s*(?:<div type="document"|<\/body>))/g, luck, () => '')),
  'a page break': onText((text, luck) => replaceOne(text, /<p>/g, luck, () => `<pb n="${luck.below(999)}"/><p>`)),
  'a comment before the root': onText((text, luck) => `<!-- ${word(luck)} -->\n${text}`),
  'white space in a start tag': onText((text, luck) => replaceOne(text, /<TEI /g, luck, () => '<TEI  ')),
  'a picture': ({ folder }, luck) => write(folder, `pictures/${luck.pick(['a', 'b', 'c'])}.png`, luck.often(20) ? word(luck) : picture(word(luck))),
  'a drawing': ({ folder }, luck) =>
    write(folder, 'pictures/d.svg', luck.often(50) ? drawing(word(luck)) : drawing('', ' onload="x()"')),
  'a picture that goes': ({ folder }, luck) => rmSync(join(folder, `pictures/${luck.pick(['a', 'b', 'c'])}.png`), { force: true }),
  'a template': template,
  'a template that goes': ({ folder }) => rmSync(join(folder, 'templates'), { recursive: true, force: true }),
  'a style': ({ folder }, luck) => write(folder, 'templates/edition.css', `p { margin: ${luck.below(9)}px }\n`),
  settings,
  'a new file': ({ folder }, luck) => write(folder, `new${luck.below(3)}.xml`, volume(`New ${word(luck)}`, 'n', 2, luck)),
  'a file that goes': ({ folder }, luck) => rmSync(join(folder, luck.pick(['new0.xml', 'new1.xml', 'volume2.xml', 'people.xml'])), { force: true }),
  'a file with another name': ({ folder }, luck) => {
    const paths = sources(folder);
    if (paths.length > 1) renameSync(join(folder, luck.pick(paths)), join(folder, `renamed${luck.below(3)}.xml`));
  },
  'a register of the same name in another folder': ({ folder }, luck) => write(folder, `more${luck.below(2)}/people.xml`, register('Q', luck)),
  // Without its checksums a folder may hold anything, and is not replaced.
  'a file of the built edition that goes': ({ out }, luck) => {
    const paths = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const one = luck.pick(paths.filter(({ name }) => name !== 'SHA256SUMS'));
    rmSync(join(one.parentPath, one.name));
  },
  'a file of the built edition': ({ out }, luck) => {
    const paths = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const one = luck.pick(paths.filter(({ name }) => name !== 'SHA256SUMS'));
    writeFileSync(join(one.parentPath, one.name), word(luck));
  },
  'nothing': () => undefined,
}; // prettier-ignore

export function newEdition(folder: string, seed: number): void {
  const luck = chance(seed);
  write(folder, 'volume1.xml', volume('First volume', 'd', 5, luck));
  write(folder, 'volume2.xml', volume('Second volume', 'e', 3, luck));
  write(folder, 'people.xml', register('P', luck));
  write(folder, 'more/people.xml', register('Q', luck));
  write(folder, 'pictures/a.png', picture('a'));
  write(folder, 'pictures/b.png', picture('b'));
}
