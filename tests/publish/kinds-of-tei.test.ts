import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { newFolder } from '../harness/scratch.ts';

/** Small texts of kinds other than documentary editions, built and proven: what a reader of the page and of the plain text sees. */

interface Built {
  readonly pages: readonly string[];
  readonly texts: readonly string[];
  readonly result: string;
}

async function published(text: string, header = ''): Promise<Built> {
  const path = newFolder({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc>${header}</teiHeader>${text}</TEI>`,
  });
  const out = join(newFolder(), 'dist');
  await build({ path, out, check: false });
  const { result } = await verify({ path, out });
  const files = (folder: string): string[] =>
    readdirSync(join(out, folder))
      .toSorted()
      .map((name) => readFileSync(join(out, folder, name), 'utf8'));
  return { pages: files('documents'), texts: files('text'), result };
}

describe('A text in another language than its header', () => {
  it('is a page in its own language, written in its own direction', async () => {
    const { pages, result } = await published(
      '<text xml:lang="ar"><body><p>هذا نص عربي، وفيه نقطة.</p></body></text>',
      '<profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc>',
    );
    expect(pages[0]).toMatch(/<html [^>]*lang="ar" xml:lang="ar" dir="rtl">/);
    expect(result).toBe('nothing lost');
  });

  it('is in the language of the document where the text around it has another', async () => {
    const { pages, result } = await published(
      '<text xml:lang="en"><body><div type="document" xml:lang="fr"><p>Un mot.</p></div></body></text>',
    );
    expect(pages[0]).toMatch(/<html [^>]*lang="fr"/);
    expect(result).toBe('nothing lost');
  });
});

describe('Notes in running heads', () => {
  it('are not notes of the text, and the others are numbered without them', async () => {
    const { texts, result } = await published(
      '<text><body><p>One<note>first</note></p><fw type="head">Head<note>of the head</note></fw><p>Two<note>second</note></p></body></text>',
    );
    expect(texts[0]).toBe('One[1]\n\nTwo[2]\n\n[1] first\n\n[2] second\n');
    expect(result).toBe('nothing lost');
  });
});

describe('A debate', () => {
  const register =
    '<profileDesc><particDesc><listPerson><person xml:id="MT"><persName><forename>Margaret</forename> <surname>Thatcher</surname></persName></person></listPerson></particDesc></profileDesc>';

  it('names who speaks, before what they say, and what is heard besides', async () => {
    const { pages, texts, result } = await published(
      '<text><body><div><u who="#MT"><seg>First.</seg><seg>Second <vocal><desc>laughs</desc></vocal>.</seg></u><u who="#guest">Well <pause/> yes.</u><incident><desc>Applause</desc></incident><u who="#MT"/></div></body></text>',
      register,
    );
    expect(texts[0]).toBe(
      [
        '[Speaker Margaret Thatcher]\n\nFirst.\n\nSecond ((laughs)).\n',
        '[Speaker guest] Well ((pause)) yes.\n',
        '((Applause))\n',
        '[Sign ((abc))] event\n[Sign ((pause))] pause\n',
      ].join('\n'),
    );
    expect(pages[0]).toContain('<span class="who" data-generated="">Margaret Thatcher:</span>');
    expect(pages[0]).toContain(
      '<p class="utterance" data-who="#guest"><span class="who" data-generated="">guest:</span> Well ',
    );
    expect(result).toBe('nothing lost');
  });

  it('has a backslash where somebody says what looks like a speaker', async () => {
    const { texts, result } = await published('<text><body><u who="#a">[Speaker b] is not here.</u></body></text>');
    expect(texts[0]).toBe('[Speaker a] \\[Speaker b] is not here.\n');
    expect(result).toBe('nothing lost');
  });
});

describe('Words with a look in which something is on lines of its own', () => {
  it('have their look on a page as well', async () => {
    const { pages, result } = await published(
      '<text><body><p>a <hi rend="italic">b <note place="inline">c</note> d</hi></p></body></text>',
    );
    expect(pages[0]).toContain('<div class="inline italic">b<');
    expect(result).toBe('nothing lost');
  });
});
