import { describe, expect, it } from 'vitest';
import { htmlFormat } from '../../src/formats/html/html-format.ts';
import { compileShell } from '../../src/formats/html/shell.ts';
import type { Surroundings } from '../../src/formats/html/surroundings.ts';
import type { Spine } from '../../src/model/spine.ts';
import { noStructure } from '../../src/model/structure.ts';
import { edition, info, node, note, p, shellSources, unit } from './html-fixture.ts';

/** What is around the text of a page is proven: whatever the data of the edition do not say is found. */

const around: Surroundings = {
  generator: { name: 'octavo', version: '1.0.0' },
  version: '2',
  date: '2026-11-23',
  citation: () => ({ text: 'Ames & Co., Papers, 7.', html: 'Ames &amp; Co., <i>Papers</i>, 7.' }),
  unitDownloads: [
    { label: 'Plain text', type: 'text/plain', path: (id) => `text/${id}.txt` },
    { label: 'RIS', type: 'application/x-research-info-systems', path: (id) => `citations/${id}.ris` },
  ],
};
const shell = await compileShell(shellSources());
const format = htmlFormat(shell, around);
const heading = (...words: string[]) => node('heading', { level: 1 }, ...words);
const attachment = node('section', { role: 'attachment', id: 'a1' }, heading('Attachment <one>'), p('Two.'));
const whole = {
  ...unit(heading('Letter From Ames'), p('Words.', note('1', 'Note.')), attachment),
  previous: info({ id: 'd6', number: '6', title: 'Before' }),
  next: info({ id: 'd8', number: '8', title: 'After' }),
};
const page = format.write(whole, edition);
const content = ({ spine }: { readonly spine: Spine }) => ({ spine, structure: noStructure });
const faultsOf = (written: string, given = format): readonly string[] => {
  const back = given.readBack(written);
  return [...back.faults, ...back.frame!(whole, edition, content(whole))];
};

const damages: readonly (readonly [what: string, from: string | RegExp, to: string])[] = [
  ['the title is another', '<title>7.', '<title>8.'],
  ['the language is another', '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"', '<html xmlns="http://www.w3.org/1999/xhtml" lang="cy"'],
  ['the page of a citation is another', 'name="citation_firstpage" content="11"', 'name="citation_firstpage" content="12"'],
  ['a meta is lost', /<meta name="citation_publisher"[^>]*>/, ''],
  ['a meta is added', '</head>', '<meta name="citation_author" content="Somebody"/></head>'],
  ['a page is sent elsewhere', '</head>', '<meta http-equiv="refresh" content="0;url=https://example.org/"/></head>'],
  ['the policy is relaxed', "default-src 'none'", "default-src 'self'"],
  ['a script is in the head', '</head>', '<script src="x.js"></script></head>'],
  ['a field of the data is changed', '"pageStart":"11"', '"pageStart":"1"'],
  ['a field of the data is lost', '"position":"7",', ''],
  ['a field of the data is there twice', '"position":"7",', '"position":"9","position":"7",'],
  ['the data are not readable', '{"@context"', '{{"@context"'],
  ['the neighbours are exchanged', /d6\.html(.*)d8\.html/s, 'd8.html$1d6.html'],
  ['a neighbour has another name', 'title="6. Before"', 'title="6. Behind"'],
  ['a link of the head leads elsewhere', 'rel="next" href="d8.html"', 'rel="next" href="d9.html"'],
  ['a download is lost', /<li><a href="\.\.\/text\/d7\.txt"[^\n]*\n/, ''],
  ['a download leads elsewhere', 'href="../citations/d7.ris" type="application/x-research-info-systems">', 'href="../citations/d6.ris" type="application/x-research-info-systems">'],
  ['the citation is another', ', 7.</p>', ', 8.</p>'],
  ['the italics of the citation are lost', '<i>Papers</i>', 'Papers'],
  ['the licence is another', '>CC BY 4.0</a>', '>CC0 1.0</a>'],
  ['a word is added', '</footer>', 'This is not so.</footer>'],
  ['an attribute is added', '<footer', '<footer onclick="x()"'],
  ['something is hidden', '<footer', '<footer hidden=""'],
  ['the pages are others', '<span>Pages 11–12</span>', '<span>Pages 11–13</span>'],
  ['the date is another', '<span>4 March 1872</span>', '<span>5 March 1872</span>'],
  ['the contents of the page say something else', '>Attachment &lt;one&gt;</a>', '>Attachment</a>'],
  ['the contents of the page lead elsewhere', '<a href="#a1">', '<a href="#fn1">'],
  ['a tooltip is added to words', '<p>Words.', '<p><i title="Not so.">Words.</i>'],
  ['a heading gets another level', /<h2>(Attachment.*?)<\/h2>/, '<h3>$1</h3>'],
  ['a heading is one no longer', /<h2>(Attachment.*?)<\/h2>/, '<p class="subheading">$1</p>'],
  ['the title of the text moves to the head of the page', /<h1>(.*?)<\/h1>/, '<p class="subheading">$1</p>'],
]; // prettier-ignore

describe('around the text', () => {
  it('a page that is whole is found whole', () => {
    expect(faultsOf(page)).toEqual([]);
  });

  it.each(damages)('%s', (_, from, to) => {
    const damaged = page.replace(from, to);
    expect(damaged).not.toBe(page);
    expect(faultsOf(damaged)).not.toEqual([]);
  });

  it('the contents of a page say a heading as the page shows it', () => {
    const section = node('section', { id: 's' }, heading('One '), p('x'));
    const odd = { ...section, children: [node('heading', {}, 'One ', note('2', 'N.'), 'two\u00a0three', node('page-break', { n: '5' }), 'four'), p('x')] };
    const other = unit(heading('A'), odd);
    const back = format.readBack(format.write(other, edition));
    expect([...back.faults, ...back.frame!(other, edition, content(other))]).toEqual([]);
  }); // prettier-ignore
});

describe('templates of an edition’s own', async () => {
  const colophon = '<footer>{{citation.text}} <em>Printed in Leeds</em></footer>';
  const own = htmlFormat(shell, around, await compileShell({ ...shellSources(), 'colophon.hbs': colophon }));
  const written = own.write(whole, edition);

  it('may say what ours do not', () => {
    expect(written).toContain('Printed in Leeds');
    expect(faultsOf(written, own)).toEqual([]);
  });

  it.each([
    ['words of the template', 'in Leeds', 'in York'],
    ['a value of the data', '<title>7.', '<title>8.'],
    ['something they do not say', '</body>', '<p>Not so.</p></body>'],
  ])('are what the page is compared with: %s', (_, from, to) => {
    expect(faultsOf(written.replace(from, to), own).join()).toMatch(/templates of the edition/);
  });
});
