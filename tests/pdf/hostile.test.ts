import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { placement } from '../../src/pdf/placement.ts';
import { readPdf } from '../../src/pdf/read-pdf.ts';
import { BadPdf } from '../../src/pdf/values.ts';
import { chance } from '../harness/chance.ts';
import { pageWith, rawPdf } from './raw-pdf.ts';
import { textOf, typeset } from './typeset.ts';

/** Files from strangers: each gives a clear error or what is in it, in little time, whatever it asks for. */

const words = 'BT /F 10 Tf (Words) Tj ET';

function millisecondsOf(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

const bomb = (size: number): { dict: string; stream: Uint8Array } => ({
  dict: '/Filter [/FlateDecode /FlateDecode]',
  stream: deflateSync(deflateSync(Buffer.alloc(size, 0x20))),
});

/** Each object is a long string, which goes on to the end of the file, through all others behind it. */
function overlapping(count: number): Uint8Array {
  const numbers = Array.from({ length: count }, (_, i) => i + 3);
  let body = `%PDF-1.7\n1 0 obj << /Pages 2 0 R >> endobj\n`;
  const offsets = [9, body.length];
  body += `2 0 obj << /Kids [${numbers.map((n) => `${n} 0 R`).join(' ')}] >> endobj\n`;
  for (const n of numbers) {
    offsets.push(body.length);
    body += `${n} 0 obj (`;
  }
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n1 ${offsets.length}\n${rows}trailer << /Root 1 0 R >>`;
  return Buffer.from(`${body}\n${table}\nstartxref\n${body.length + 1}\n%%EOF`);
}

describe('a file that leads in circles ends with an error', () => {
  it.each([
    [
      'pages',
      rawPdf({ objects: ['<< /Pages 2 0 R >>', '<< /Kids [3 0 R] >>', '<< /Kids [2 0 R] >>'] }),
      'its list of pages leads in a circle',
    ],
    ['references', rawPdf({ objects: ['<< /Pages 2 0 R >>', '3 0 R', '2 0 R'] }), 'a reference in it leads to itself'],
    [
      'bookmarks',
      pageWith(words, { catalog: '/Outlines 6 0 R', objects: ['<< /First 7 0 R >>', '<< /Title (a) /Next 7 0 R >>'] }),
      'its bookmarks lead in a circle',
    ],
    [
      'tags',
      pageWith(words, {
        catalog: '/StructTreeRoot 6 0 R',
        objects: ['<< /K 7 0 R >>', '<< /S /P /K [8 0 R] >>', '<< /S /P /K [7 0 R] >>'],
      }),
      'a tag is in two places of its tree',
    ],
    [
      'drawings',
      rawPdf({
        objects: [
          '<< /Pages 2 0 R >>',
          '<< /Kids [3 0 R] >>',
          '<< /Type /Page /Resources << /XObject << /X 4 0 R >> >> /Contents 5 0 R >>',
          { dict: '/Subtype /Form', stream: '/X Do /X Do' },
          { dict: '', stream: '/X Do' },
        ],
      }),
      'a drawing in it draws itself',
    ],
  ])('%s', (_, bytes, message) => {
    expect(() => readPdf(bytes)).toThrow(new BadPdf(message));
  });

  it('but a name of a tag that means itself, and a tree of names that leads back, are left as they are', () => {
    const bytes = pageWith(`/P << /MCID 0 >> BDC ${words} EMC`, {
      catalog: '/StructTreeRoot 6 0 R /Names << /Dests 8 0 R >>',
      objects: ['<< /K 7 0 R /RoleMap << /A /B /B /A >> >>', '<< /S /A /Pg 3 0 R /K 0 >>', '<< /Kids [8 0 R] >>'],
    });
    expect(textOf(readPdf(bytes).tags)).toBe('Words');
  });
});

describe('a file that asks for too much ends with an error, soon', () => {
  it.each([
    [
      'unpacks to gigabytes',
      () =>
        rawPdf({
          objects: [
            '<< /Pages 2 0 R >>',
            '<< /Kids [3 0 R] >>',
            '<< /Type /Page /Contents 4 0 R >>',
            bomb(300_000_000),
          ],
        }),
      'it unpacks to more than any book',
    ],
    [
      'unpacks the same again and again',
      () =>
        rawPdf({
          objects: [
            '<< /Pages 2 0 R >>',
            `<< /Kids [${'<< /Type /Page /Contents 3 0 R >> '.repeat(200)}] >>`,
            { dict: '/Filter /FlateDecode', stream: deflateSync(Buffer.alloc(20_000_000, 0x20)) },
          ],
        }),
      'it unpacks to more than any book',
    ],
    [
      'has a million pages',
      () => rawPdf({ objects: ['<< /Pages 2 0 R >>', `<< /Kids [${'<< >> '.repeat(1_000_000)}] >>`] }),
      'it has more pages than any book',
    ],
    [
      'has drawings in drawings, ten times each',
      () => {
        const form = (next: number) => ({
          dict: `/Subtype /Form /Resources << /XObject << /X ${next} 0 R >> >>`,
          stream: '/X Do '.repeat(10),
        });
        return rawPdf({
          objects: [
            '<< /Pages 2 0 R >>',
            '<< /Kids [3 0 R] >>',
            '<< /Type /Page /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>',
            { dict: '', stream: '/X Do' },
            ...Array.from({ length: 14 }, (_, i) => form(i + 6)),
            { dict: '/Subtype /Form', stream: '' },
          ],
        });
      },
      'it draws more than any book',
    ],
    [
      'nests arrays',
      () => rawPdf({ objects: ['<< /Pages 2 0 R >>', '['.repeat(1_000_000)] }),
      'its values are nested deeper than any program writes them',
    ],
    [
      'nests tags',
      () => {
        const nested = `${'<< /S /P /K '.repeat(90)}0${' >>'.repeat(90)}`;
        const objects = Array.from(
          { length: 20 },
          (_, i) => `<< /S /P /K ${nested.replace('/K 0', `/K ${i + 8} 0 R`)} >>`,
        );
        return pageWith(words, { catalog: '/StructTreeRoot 6 0 R', objects: ['<< /K 7 0 R >>', ...objects] });
      },
      'its tags are nested deeper than those of any book',
    ],
    ['has objects inside each other', () => overlapping(20_000), 'objects of it overlap'],
  ])('%s', (_, make, message) => {
    const bytes = make();
    const time = millisecondsOf(() => expect(() => readPdf(bytes)).toThrow(new BadPdf(message)));
    expect(time).toBeLessThan(20_000);
  });
});

describe('a file that is none says so', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'it is not a PDF'],
    ['a text', Buffer.from('Dear Sir'), 'it is not a PDF'],
    ['half of one', typeset('Words').subarray(0, 3000), 'its end is missing; the file is not complete'],
    ['encrypted', rawPdf({ objects: ['<< >>'], trailer: '/Encrypt 1 0 R' }), 'it is encrypted'],
    ['without a catalog', rawPdf({ objects: ['null'] }), 'it has no catalog, by which everything else is found'],
  ])('%s', (_, bytes, message) => {
    expect(() => readPdf(bytes)).toThrow(new BadPdf(message));
  });

  it('and whatever bytes are changed in a good one, the error is for a person', () => {
    const random = chance(1);
    const good = typeset('= Heading\nWords#footnote[A note.] and more.\n- item');
    for (let i = 0; i < 1500; i++) {
      const bytes = Buffer.from(good);
      for (let k = random.below(6); k >= 0; k--)
        bytes[random.below(bytes.length)] = random.below(2) === 0 ? random.below(256) : 0x30 + random.below(10);
      try {
        placement(readPdf(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(BadPdf);
      }
    }
  });
});

it('text that nobody marked is there, apart from that of the tags', () => {
  const { pages, tags } = readPdf(pageWith(`${words} /Artifact BMC BT /F 9 Tf (1) Tj ET EMC`));
  expect(tags).toEqual([]);
  expect(pages[0]!.untagged.map(({ pieces }) => pieces[0]!.text)).toEqual(['Words']);
  expect(pages[0]!.artifacts.map(({ pieces }) => pieces[0]!.text)).toEqual(['1']);
});
