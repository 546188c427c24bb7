import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { newFolder } from '../harness/scratch.ts';

/** Examples of code and the like: their lines are what they say. */

async function published(body: string) {
  const path = newFolder({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc></teiHeader><text><body><div type="document" xml:id="d1">${body}</div></body></text></TEI>`,
  });
  const out = join(newFolder(), 'dist');
  await build({ path, out, check: false });
  const { result } = await verify({ path, out });
  expect(result).toBe('nothing lost');
  const page = readFileSync(join(out, 'documents', 'd1.html'), 'utf8');
  const text = readFileSync(join(out, 'text', 'd1.txt'), 'utf8');
  expect(readdirSync(join(out, 'text'))).toEqual(['d1.txt']);
  return { page, text };
}

describe('The lines of an example', () => {
  it('are lines on a page and in a text, with what they are set in by', async () => {
    const { page, text } = await published('<p>Code</p><eg>\nif x:\n    y\n\n  1. z\n</eg><p>End\nof it.</p>');
    expect(page).toContain('<p data-type="eg">if x:<br/>    y<br/><br/>  1. z</p>');
    expect(text).toBe('Code\n\nif x:\n    y\n  1. z\n\nEnd of it.\n');
  });

  it('begin also in the elements in it, and not in its notes', async () => {
    const { page, text } = await published('<eg>a\n  <hi rend="bold">b\nc</hi><note>of\nc</note>\n<code>d</code></eg>');
    expect(page).toMatch(/a(?:<b>|<[^/>]+>)?<br\/> {2}b<br\/>c/);
    expect(text).toBe('a\n  b\nc[1]\nd\n\n[1] of c\n');
  });

  it('are those of a paragraph that says that it keeps its white space, and of no text around paragraphs', async () => {
    const { text } = await published('<div xml:space="preserve"><p xml:space="preserve">a\n b</p><p>c\nd</p></div>');
    expect(text).toBe('a\n b\n\nc d\n');
  });

  it('stay lines where it is all that an item, a cell or a note holds', async () => {
    const { page, text } = await published(
      '<list><item><eg>a\nb</eg></item></list><p>x<note><eg>c\nd</eg></note></p><table><row><cell><eg>e\nf</eg></cell></row></table>',
    );
    for (const lines of ['a<br/>b', 'c<br/>d', 'e<br/>f']) expect(page).toContain(lines);
    expect(text).toMatch(/^ {2}a\n {4}b$/m);
    expect(text).toMatch(/^\[1\] c\n {4}d$/m);
    expect(text).toMatch(/^e f$/m);
  });

  it('that a break marks as well are lines of both', async () => {
    const { page } = await published('<eg>a<lb n="2"/>b\nc</eg>');
    expect(page).toMatch(/a<br class="lb"\/>.*b<br\/>c/);
  });
});
