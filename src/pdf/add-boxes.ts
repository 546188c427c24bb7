import { crossReferences } from './cross-references.ts';
import { Unpacker } from './filters.ts';
import type { Box } from './document.ts';
import { latin1 } from './lexer.ts';
import { pageTree } from './page-tree.ts';
import { PdfFile } from './pdf-file.ts';
import { readObject } from './read-object.ts';
import { BadPdf } from './values.ts';

const boxCode = (name: string, box: Box): string =>
  `/${name} [${box.map((edge) => String(Math.round(edge * 1000) / 1000)).join(' ')}]`;

interface Changed {
  readonly number: number;
  readonly code: string;
}

const isBox = (name: string): RegExp => new RegExp(`/${name}\\s*\\[[^\\]]*\\]`);

/** A page as the file has it, with boxes at the beginning of its dictionary, in place of those that it has. */
function changedPage(
  file: PdfFile,
  bytes: Uint8Array,
  { number, at }: { readonly number: number; readonly at: number },
  boxes: Readonly<Record<string, Box>>,
): Changed {
  const object = readObject(bytes, at, number, file.resolve);
  if (!object) throw new BadPdf('a page of it is not where it says');
  let code = latin1(bytes, at, at + object.length);
  for (const name of Object.keys(boxes)) code = code.replace(isBox(name), '');
  const added = Object.entries(boxes)
    .map(([name, box]) => boxCode(name, box))
    .join(' ');
  return { number, code: `${code.replace('<<', () => `<<\n  ${added}`)}\nendobj\n` };
}

/** Rows of a table for objects whose numbers follow each other are one section of it (ISO 32000-1, 7.5.4). */
function tableOf(offsets: readonly (readonly [number: number, at: number])[]): string {
  const sections: [number, number[]][] = [];
  for (const [number, at] of offsets) {
    const last = sections.at(-1);
    if (last && last[0] + last[1].length === number) last[1].push(at);
    else sections.push([number, [at]]);
  }
  const row = (at: number): string => `${String(at).padStart(10, '0')} 00000 n \n`;
  return `xref\n${sections.map(([first, all]) => `${first} ${all.length}\n${all.map(row).join('')}`).join('')}`;
}

/** What the trailer of a file says, and where its table of objects is. */
function endOf(bytes: Uint8Array): { readonly trailer: string; readonly table: string } {
  const tail = latin1(bytes, Math.max(0, bytes.length - 2048), bytes.length);
  const end = tail.slice(Math.max(0, tail.lastIndexOf('trailer')));
  const [, trailer, table] = /^trailer\s*<<([^]*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(end) ?? [];
  if (trailer === undefined || table === undefined) throw new BadPdf('it has no table of objects at its end');
  return { trailer: trailer.replace(/\/Prev\s+\d+/, '').trimEnd(), table };
}

/**
 * The same file with boxes on every page (`TrimBox`, `BleedBox` …; ISO 32000-1, 14.11.2), for the typesetter cannot write them. They are added as an
 * incremental update (7.5.6): no byte of the file changes. For a file with a table of objects as our typesetter writes it; throws `BadPdf` for another.
 */
export function addBoxes(bytes: Uint8Array, boxes: Readonly<Record<string, Box>>): Uint8Array {
  const file = new PdfFile(bytes);
  const { places } = crossReferences(bytes, new Unpacker());
  const changed = pageTree(file).map(({ ref }): Changed => {
    const place = ref === undefined ? undefined : places.get(ref);
    if (ref === undefined || !place || !('at' in place)) throw new BadPdf('a page of it is packed');
    return changedPage(file, bytes, { number: ref, at: place.at }, boxes);
  });
  const { trailer, table } = endOf(bytes);
  let at = bytes.length + 1;
  const offsets = changed
    .map(({ number, code }): [number, number] => {
      const here = at;
      at += code.length;
      return [number, here];
    })
    .sort(([a], [b]) => a - b);
  const update = [
    '\n',
    ...changed.map(({ code }) => code),
    tableOf(offsets),
    `trailer\n<<${trailer}\n  /Prev ${table}\n>>\nstartxref\n${at}\n%%EOF\n`,
  ].join('');
  return Buffer.concat([bytes, Buffer.from(update, 'latin1')]);
}
