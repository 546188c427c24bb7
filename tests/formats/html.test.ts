import { beforeAll, describe, expect, it } from 'vitest';
import { htmlFormat } from '../../src/formats/html/html-format.ts';
import { compileShell } from '../../src/formats/html/shell.ts';
import type { TextFormat } from '../../src/formats/format.ts';
import type { Reading } from '../../src/model/reading.ts';
import { cell, edition, info, item, node, note, p, pb, row, shellSources, unit } from './html-fixture.ts';
import { faultsOfPage } from './html-nesting.ts';
import { zoo } from './html-zoo.ts';

let html: TextFormat;
beforeAll(async () => {
  html = htmlFormat(await compileShell(shellSources()));
});

const page = (...children: Reading[]): string => html.write(unit(...children), edition);
/** What is in `main`, without the article around it. */
const text = (...children: Reading[]): string =>
  /<article[^>]*>\n([^]*?)<\/article>\n([^]*)<\/main>/
    .exec(page(...children))!
    .slice(1, 3)
    .join('')
    .trim();

describe('nothing is lost on the way to the page', () => {
  it('a page with everything in it gives back the text, page breaks and notes of its source', () => {
    const whole = unit(...zoo);
    expect(html.readBack(html.write(whole, edition)).spine).toEqual(whole.spine);
  });

  it('is well-formed XML, and every element is where HTML allows it', () => {
    expect(faultsOfPage(page(...zoo))).toEqual([]);
  });

  it('the same unit gives the same bytes', () => {
    expect(page(...zoo)).toBe(page(...zoo));
  });

  it('words of our own are not read back: the head, the citation, the heading over the notes', () => {
    const back = html.readBack(page(p('Text', note('1', 'Body.')))).spine;
    expect(back).toEqual({ text: 'Text\x031\x04', notes: [{ label: '1', text: 'Body.' }] });
  });

  it('a call that leads to the wrong note is noticed', () => {
    const good = page(p('One', note('1', 'First.'), ' two', note('2', 'Second.')));
    const bad = good.replace('href="#fn1"', 'href="#fn2"');
    expect(html.readBack(bad).spine.notes[0]!.label).toBe('1 (no call leads here)');
  });

  it('a note without its number is not taken for one with it', () => {
    const good = page(p('One', note('1', 'First.')));
    expect(html.readBack(good.replace(/<a role="doc-backlink".*?<\/a>/, ''))).not.toEqual(html.readBack(good));
  });
});

describe('pages, notes and links', () => {
  it('a page break has its number in the text, its id and its name for those who listen', () => {
    expect(text(p('such', pb('591'), 'weapons'))).toContain(
      'such <span role="doc-pagebreak" id="pg_591" aria-label="Page 591" data-n="591">[Page 591]</span> weapons',
    );
  });

  it('an id of the source that is not the page number is kept, so that links to it lead somewhere', () => {
    expect(text(node('page-break', { n: '5', id: 'pb-x' }))).toContain('<span id="pb-x">[Page 5]</span>');
  });

  it('the same page number twice gives two ids', () => {
    expect(text(pb('5'), node('page-break', { n: '5' }))).toContain('id="pg_5:2"');
  });

  it('a note is called by a link and is once, after the text', () => {
    expect(text(p('Text', note('3', 'Body.')))).toMatchInlineSnapshot(`
      "<p>Text<a role="doc-noteref" id="call:1" href="#fn3" style="--self:--c1">3</a></p>
      <section class="notes" role="doc-endnotes" aria-labelledby="o:notes">
      <h2 id="o:notes" data-generated="">Note</h2>
      <div id="fn3" class="note" role="doc-footnote" style="--call:--c1;--self:--n1;--above:--n0"><a role="doc-backlink" href="#call:1" aria-label="Back to note 3 in the text">3</a> Body.</div>
      </section>"
    `);
  });

  it('white space before a call goes, white space after it stays', () => {
    expect(text(p('Nixon ', note('1', 'x'), ' said'))).toContain('Nixon<a role="doc-noteref"');
  });

  it('a note inside a note is after it, in the order of the calls', () => {
    const bodies = text(p('a', note('1', 'outer', note('2', 'inner')), 'b', note('3', 'last')));
    expect([...bodies.matchAll(/role="doc-backlink"[^>]*>(\d)/g)].map((match) => match[1])).toEqual(['1', '2', '3']);
  });

  it('a link with a note call in it is laid on the words around the call', () => {
    expect(text(p(node('link', { target: '#d6' }, 'before', note('1', 'x'), ' after')))).toContain(
      '<span class="spread-link" data-target="#d6"><a href="d6.html">before</a><a role="doc-noteref" id="call:1" href="#fn1" style="--self:--c1">1</a><a href="d6.html"> after</a></span>',
    );
  });

  it('a link on nothing but a note call has words of our own before the call', () => {
    expect(text(p('x', node('link', { target: '#d6' }, note('1', 'x'))))).toContain(
      'x<span class="spread-link" data-target="#d6"><a href="d6.html"><span data-generated="">d6</span></a><a role="doc-noteref"',
    );
  });

  it('a page of a note does not take the address of one in the text, which may come later', () => {
    const words = p('x', node('note', { n: '1' }, node('page-break', { n: '3' })), node('page-break', { n: '3' }));
    const ids = [...page(words).matchAll(/id="(pg_[^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['pg_3', 'pg_3:2']);
  });

  it('a link to another document is relative, one to the web stays, one to nowhere says where it points', () => {
    expect(text(p(node('link', { target: '#d6' }, 'x')))).toContain('<a href="d6.html">x</a>');
    expect(text(p(node('link', { target: 'https://example.org/a|b?[1]' }, 'x')))).toContain(
      'href="https://example.org/a%7Cb?%5B1%5D"',
    );
    expect(text(p(node('link', { target: 'frus1#d9' }, 'x')))).toContain(
      '<span class="unresolved" data-target="frus1#d9">x</span>',
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', ' JavaScript:alert(1)', 'vbscript:x', 'file:///etc/passwd'])(
    'a link never runs a program: %s',
    (target) => {
      expect(text(p(node('link', { target }, 'x')))).not.toContain('href');
    },
  );

  it('a licence is linked only where its address is one on the web', () => {
    const odd = { ...unit(p('x')), ...info({}, 0, { licence: { text: 'Ask us', url: 'javascript:alert(1)' } }) };
    expect(html.write(odd, edition)).toContain('<span class="licence">Ask us</span>');
    expect(html.write(odd, edition)).not.toContain('javascript:');
  });

  it('a link without words shows where it leads', () => {
    expect(text(p(node('link', { target: 'https://example.org/' })))).toContain(
      '<a href="https://example.org/"><span data-generated="">https://example.org/</span></a>',
    );
  });

  it('an image that is not in the edition is named and never loaded', () => {
    const shown = text(node('figure', {}, node('image', { source: 'https://example.org/i.png', title: 'A seal' })));
    expect(shown).not.toContain('<img');
    expect(shown).toContain('<a href="https://example.org/i.png">[Image: A seal]</a>');
  });

  it('an image of the edition is shown with its description', async () => {
    const shell = await compileShell(shellSources());
    const format = htmlFormat(shell, { findAsset: (source) => `images/${source}` });
    expect(
      format.write(unit(node('figure', {}, node('image', { source: 'a b.png', title: '"x"' }))), edition),
    ).toContain('<img src="../images/a%20b.png" alt="&quot;x&quot;"/>');
  });

  it('the first mention of a name is a quiet link to the register, the next ones have only the tooltip', () => {
    const ames = node('span', { role: 'person', target: '#ames' }, 'Ames');
    const shown = text(p(ames, ' and ', ames));
    expect(shown.match(/<a class="name person first" href="persons.html#ames"/g)).toHaveLength(1);
    expect(shown.match(/title="Ames, Ada: missionary; &quot;the Elder&quot; &amp; &lt;founder&gt;"/g)).toHaveLength(2);
  });
});

describe('what HTML does not allow is written in another way', () => {
  it('a paragraph with a list in it is a division', () => {
    expect(text(p('words', node('list', { role: 'plain' }, item('x')), 'more'))).toMatch(
      /^<div class="p">words<div class="list plain">/,
    );
  });

  it('a list in a heading becomes words on lines of their own', () => {
    const shown = text(node('heading', {}, 'From ', node('list', {}, item('A'), item('B'))));
    expect(shown).toContain(
      '<h1>From <span class="block list plain"><span class="block item">A</span><span class="block item">B</span></span></h1>',
    );
  });

  it('a page break between two items is in the item that it opens', () => {
    expect(text(node('list', { role: 'bulleted' }, item('a'), pb('2'), item('b')))).toMatch(
      /<li>a<\/li>\n<li> <span role="doc-pagebreak"[^>]*>\[Page 2\]<\/span> b<\/li>/,
    );
  });

  it('a label without its item, and an item without its label, get an empty partner', () => {
    const shown = text(node('list', { role: 'labelled' }, item('first'), node('label', {}, 'L')));
    expect(shown.replace(/\s/g, '')).toContain(
      '<dl><dtdata-generated=""></dt><dd>first</dd><dt>L</dt><dddata-generated=""></dd></dl>',
    );
  });

  it('cells that reach too far are cut to what there is', () => {
    const shown = text(node('table', {}, row({}, cell({ rows: 9, columns: 3 }, 'a')), row({}, cell({}, 'b'))));
    expect(shown).toContain('<td rowspan="2" data-cols="3" data-rows="9">a</td>');
  });

  it('headings skip no level and stop at six', () => {
    const deep = (n: number): Reading =>
      node('section', {}, node('heading', {}, `H${n}`), ...(n < 8 ? [deep(n + 1)] : [p('x')]));
    const levels = [...text(node('heading', {}, 'Top'), deep(2)).matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
    expect(levels).toEqual([1, 2, 3, 4, 5, 6, 6, 6]);
  });

  it('a language code that HTML does not know is a language nobody knows, a long one is made short', () => {
    expect(text(p(node('span', { role: 'foreign', lang: 'ger' }, 'x')))).toContain('lang="de" xml:lang="de"');
    expect(text(p(node('span', { role: 'foreign', lang: 'klingonish!' }, 'x')))).toContain('lang="" xml:lang=""');
  });

  it('a day that never was is not a date for machines', () => {
    expect(text(p(node('span', { role: 'date', title: '1900-02-29' }, 'x')))).toContain('<span class="date">x</span>');
    expect(text(p(node('span', { role: 'date', title: '1904-02-29' }, 'x')))).toContain(
      '<time datetime="1904-02-29">x</time>',
    );
  });
});

describe('the head of the page', () => {
  const head = (): string => /<head>[^]*<\/head>/.exec(page(p('x')))![0];

  it('reports reference managers that the document is part of a book', () => {
    expect(head()).toContain('<meta name="citation_title" content="Letter From Ames to Bell &amp; Co."/>');
    expect(head()).toContain('<meta name="citation_book_title" content="Letters Home"/>');
    expect(head()).toContain('<meta name="citation_firstpage" content="11"/>');
  });

  it('has JSON-LD that says who wrote to whom, and nothing in it ends the script', () => {
    const json = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(head())![1]!;
    expect(json).not.toMatch(/[<>&]/);
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'Message',
      author: [{ name: 'Ada Ames' }],
      recipient: [{ '@type': 'Organization', name: 'Bell & Co.' }],
      position: '7',
      pagination: '11-12',
      isPartOf: {
        '@type': 'PublicationVolume',
        volumeNumber: '2',
        isPartOf: { name: 'Papers of a Mission, 1871–1874' },
      },
    });
  });

  it('a unit without a heading shows its title in the head of the page', () => {
    expect(page(p('x'))).toContain('<h1>Letter From Ames to Bell &amp; Co.</h1>');
    expect(page(node('heading', {}, 'H')).match(/<h1/g)).toHaveLength(1);
  });

  it('leads to the documents before and after, and to the contents', () => {
    const between = {
      ...unit(p('x')),
      previous: info({ id: 'd6', number: '6' }),
      next: info({ id: 'd8', number: '8' }),
    };
    const shown = html.write(between, edition);
    expect(shown).toContain('<a rel="prev" href="d6.html"');
    expect(shown).toContain('<a rel="next" href="d8.html"');
    expect(shown).toContain('href="../index.html"');
  });
});
