/** Pages as they come from the sites of archives, wikis and e-books, and from our own build. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { importText } from '../../src/import/import-text.ts';
import { openSource } from '../../src/import/open-source.ts';
import { sourceText } from '../../src/source/text.ts';
import { newFolder } from '../harness/scratch.ts';
import { builtAndVerified, readSource, type ReadSource } from './proven.ts';
import { ownText } from './reading.ts';

const root = path.resolve(import.meta.dirname, '../..');
const compiled = path.join(root, 'lib/reading.sef.json');
const read = (html: string, file = 'page.html'): ReadSource => readSource(sourceText(file, html));
/** The body after the heading of a page whose heading is `A title`. */
const after = (html: string): string =>
  read(`<!DOCTYPE html><title>x</title><body><main><h1>A title</h1>${html}</main>`)
    .body.replace(/^.*?<head>A title<\/head>/, '')
    .replace(/<\/div><\/body>$/, '');

describe('the parts of a letter in a page', () => {
  it('have a date for computers, also where the page marks only the place', () => {
    expect(
      after(
        '<div class="tei-dateline"><span class="tei-placeName">Quay</span>, <span class="tei-date">May 4, 1911</span>.</div><p>x</p>',
      ),
    ).toContain(
      '<opener><dateline><placeName>Quay</placeName>, <date when="1911-05-04">May 4, 1911</date>.</dateline></opener>',
    );
  });

  it('are distinguished within a closing', () => {
    expect(
      after(
        '<p>x</p><div class="tei-closer"><span class="tei-signed">Tom Quay</span><br><span class="tei-signed">Ann Pool</span></div>',
      ),
    ).toContain('<closer><signed>Tom Quay</signed><signed>Ann Pool</signed></closer>');
  });

  it('stay one line where words are between them', () => {
    expect(after('<p>x</p><div class="closer">Yours, <span class="signed">Tom Quay</span></div>')).toContain(
      '<closer>Yours, Tom Quay</closer>',
    );
  });
});

describe('a page of an archive', () => {
  const { tei, body, decisions, findings } = read(ownText('archive-page.html'), 'd194.html');

  it('is the document alone, with its heading, its pages and its notes', () => {
    expect(body).toContain(
      '<body><pb n="590" xml:id="pg_590"/><div type="document" xml:id="d194" n="194"><head>194. Memorandum From the Harbour Master (<persName type="from">Quay</persName>) to the Mayor (<persName type="to">Ferrier</persName>)<note n="1" xml:id="d194fn1" type="source">Source: Town Archive, Box 3. No classification marking.</note></head>',
    );
    expect(body).toContain(
      'language<note n="2" xml:id="d194fn2"><p>Not printed; see note <ref target="#d194fn1">1</ref>.</p><p>Second paragraph.</p></note> — of <ref target="https://archive.example.org/papers/v12/d190">Document 190</ref>. The boats are in such <pb n="591" xml:id="pg_591"/>disrepair that <persName>Miss Ferrier</persName> must <hi rend="bold">act</hi>.</p>',
    );
    expect(body).not.toMatch(/Previous|Footnotes|↩|Home|Persons in this volume/);
  });

  it('has what the page calls the parts of a letter', () => {
    expect(body).toContain(
      '<opener><dateline><placeName>North Harbour</placeName>, <date when="1911-05-04">May 4, 1911</date>.</dateline></opener>',
    );
    expect(body).toContain('<signed>Tom Quay</signed>');
    expect(body).toContain(
      '<list rend="bulleted" cert="medium"><head>SUBJECT</head><item>The ferry\u00a0and its boats</item></list>'.replace(
        '\u00a0',
        ' ',
      ),
    );
  });

  it('has its tables, quotations and numbered lists as a browser shows them', () => {
    expect(body).toContain(
      '<table><head>Boats</head><row role="label"><cell>Boat</cell><cell cols="2">Feet</cell></row><row><cell rows="2"><hi rend="italic">Ada</hi></cell><cell>42</cell><cell>43</cell></row><row><cell>44</cell><cell><list rend="bulleted"><item>one</item><item>two</item></list></cell></row></table>',
    );
    expect(body).toContain('<quote><p>We will not sail.</p><p>The crew</p></quote>');
    expect(body).toContain('<list rend="numbered"><item n="c">Pay us.</item><item n="g">Feed us.</item></list>');
    expect(body).toContain('<div type="attachment" xml:id="d194-tab-a"><head>Tab A</head>');
  });

  it('says where it was, and asks and says what was left out', () => {
    expect(tei).toContain('<ptr target="https://archive.example.org/papers/v12/d194"/>');
    expect(decisions.map((d) => [d.kind, d.chosen])).toEqual([
      ['main-text', 'leave out'],
      ['list-head', 'head'],
    ]);
    expect(findings.join('\n')).toContain('Words of the site were left out: “Previous Document Next Document”');
    expect(findings.join('\n')).toMatch(/note import-left-out: \d+ characters of the page are outside its text/);
  });

  it.skipIf(!existsSync(compiled))(
    'builds and verifies at once (skipped where the stylesheets are not compiled)',
    async () => {
      const built = await builtAndVerified(tei);
      expect(built.errors).toEqual([]);
      expect(built.proof).toBe('nothing lost');
      expect(built.text).toContain('in such [Page 591] disrepair');
    },
  );
});

describe.skipIf(!existsSync(compiled))(
  'a page that Octavo built (skipped where the stylesheets are not compiled)',
  () => {
    it('gives the same text, pages and notes when it is imported and built again', async () => {
      const first = newFolder();
      await build({ path: path.join(root, 'tei'), out: first });
      const html = readFileSync(path.join(first, 'documents/d194.html'), 'utf8');
      const { tei, findings } = read(html, 'd194.html');
      const again = await builtAndVerified(tei);
      const words = (text: string): string => text.replace(/[\s•]+/g, '');
      expect(words(again.text)).toBe(words(readFileSync(path.join(first, 'text/d194.txt'), 'utf8')));
      expect(again.proof).toBe('nothing lost');
      expect(findings.filter((f) => !f.startsWith('note'))).toEqual([]);
    });
  },
);

describe('notes of a page', () => {
  const wiki = `<!DOCTYPE html><title>The Ferry/Chapter 1 - Wikisource, the free online library</title><body>
    <h1 id="firstHeading">The Ferry/Chapter 1</h1><div id="mw-content-text"><div class="mw-parser-output">
    <div class="ws-noexport">← Preface</div><p>It <span class="pagenum ws-pagenum" id="11" data-page-number="11"><span>[<i>11</i>]</span></span>sailed.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>
    And again<sup id="cite_ref-N_2-0" class="reference"><a href="#cite_note-N-2">[2]</a></sup>, and again.<sup id="cite_ref-N_2-1" class="reference"><a href="#cite_note-N-2">[2]</a></sup></p>
    <h2><span class="mw-headline" id="Two">Two</span><span class="mw-editsection">[edit]</span></h2><p>End, <a href="#Two">see</a>, <a href="/wiki/Boat">boat</a>.</p>
    <div class="mw-references-wrap"><ol class="references">
    <li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">↑</a></span> <span class="reference-text">At nine.</span></li>
    <li id="cite_note-N-2"><span class="mw-cite-backlink">↑ <sup><a href="#cite_ref-N_2-0">a</a></sup> <sup><a href="#cite_ref-N_2-1">b</a></sup></span> <span class="reference-text">At ten.</span></li>
    </ol></div></div></div>`;

  it('are found in a wiki, with two calls of one note', () => {
    const { body } = read(wiki);
    expect(body).toContain(
      '<head><supplied>The Ferry/Chapter 1</supplied></head><p>It <pb n="11" xml:id="pg_11"/>sailed.<note n="1" xml:id="pagefn1">At nine.</note> And again<note n="2" xml:id="pagefn2">At ten.</note>, and again.<ref target="#pagefn2" type="noteref"><hi rend="superscript">2</hi></ref></p>',
    );
    expect(body).toContain(
      '<head><anchor xml:id="h-Two"/>Two</head><p>End, <ref target="#h-Two">see</ref>, <ref target="/wiki/Boat">boat</ref>.</p>',
    );
  });

  it('are found in a book of an e-book library', () => {
    const { body } =
      read(`<!DOCTYPE html><title>The Ferry | Free Books</title><body><section class="pg-boilerplate pgheader" id="pg-header"><h2>The Free Book of The Ferry</h2></section>
      <h1>THE FERRY</h1><p><span class="pagenum"><a id="Page_3"></a>[Pg 3]</span>It sailed.<a id="FNanchor_1_1"></a><a href="#Footnote_1_1" class="fnanchor">[1]</a></p>
      <div class="poem"><div class="stanza"><div class="line">The tide</div><div class="line">goes <span class="smcap">out</span></div></div></div>
      <p>The ha<span class="pagenum" id="Page_4">[4]</span>rbour.<a id="FNanchor_2_2" href="#Footnote_2_2" class="fnanchor">[2]</a></p>
      <div class="footnotes"><h3>FOOTNOTES:</h3>
      <div class="footnote"><p><a id="Footnote_1_1"></a><a href="#FNanchor_1_1"><span class="label">[1]</span></a> At nine.</p><p>Or ten.</p></div>
      <div class="footnote"><p><a id="Footnote_2_2" href="#FNanchor_2_2" class="label">[2]</a> Not printed.</p></div></div>
      <section class="pg-boilerplate" id="pg-footer"><p>END OF THE FREE BOOK</p></section>`);
    expect(body).toBe(
      '<body><div type="document" xml:id="page"><head>THE FERRY</head><p><pb n="3" xml:id="pg_3"/>It sailed.<note n="1" xml:id="pagefn1"><p>At nine.</p><p>Or ten.</p></note></p><lg><l>The tide</l><l>goes <hi rend="smallcaps">out</hi></l></lg><p>The ha<pb n="4" xml:id="pg_4" break="no"/>rbour.<note n="2" xml:id="pagefn2">Not printed.</note></p></div></body>',
    );
  });

  it.each([
    ['an old page', 'One<sup><a name="r1" href="#n1">1</a></sup>.</p><hr><p><a name="n1" href="#r1">1.</a> Note.</p>'],
    [
      'a page with roles',
      'One<a role="doc-noteref" id="r1" href="#n1">1</a>.</p><aside role="doc-footnote" id="n1">Note. <a role="doc-backlink" href="#r1">back</a></aside>',
    ],
    [
      'Markdown made into a page',
      'One<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup>.</p><section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item"><p>Note. <a href="#fnref1" class="footnote-backref">↩︎</a></p></li></ol></section>',
    ],
    [
      'Pandoc',
      'One<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p><section id="footnotes" class="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1" role="doc-endnote"><p>Note. <a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>',
    ],
    [
      'Word saved as a page',
      'One<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a>.</p><div><br clear="all"><hr align="left" size="1" width="33%"><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1"><span class="MsoFootnoteReference">[1]</span></a> Note.</p></div></div>',
    ],
    [
      'a table of notes',
      'One<sup><a id="r1" href="#n1">1</a></sup>.</p><table class="footnotes"><tr id="n1"><td><a href="#r1">1</a></td><td>Note.</td></tr></table>',
    ],
    [
      'a list of terms',
      'One<sup><a id="r1" href="#n1">1</a></sup>.</p><dl class="footnotes"><dt id="n1"><a href="#r1">[1]</a></dt><dd>Note.</dd></dl>',
    ],
  ])('are found in %s', (_, html) => {
    const { body } = read(`<!DOCTYPE html><title>x</title><body><h1>A title</h1><p>${html}`);
    expect(body).toMatch(/<p>One<note n="1" xml:id="pagefn1">(?:<p>)?Note\.\s*(?:<\/p>)?<\/note>\.<\/p>/);
  });

  it('that nobody calls are kept; links that are not calls stay links', () => {
    const { body, findings } = read(
      '<!DOCTYPE html><title>x</title><h1>A title</h1><p>One<sup><a href="#n1" id="r1">1</a></sup>, in <a href="#c2">2</a>.</p><h2 id="c2">2</h2><p>End.</p><ol class="footnotes"><li id="n1">Note.</li><li id="n2">Lonely.</li></ol>',
    );
    expect(body).toContain('in <ref target="#h-c2">2</ref>.');
    expect(body).toContain('<div type="notes"><note n="2" xml:id="pagefn2">Lonely.</note></div>');
    expect(findings.map((f) => f.split(':')[0])).toContain('review import-note-uncalled');
  });
});

describe('the text of a page', () => {
  it('is what browsers make of bad markup', () => {
    expect(
      after('<p>One <b>bold <i>both</b> italic</i><p>Two<br><br>Three<br>four<div>Five <a name="x"/>six</div>seven'),
    ).toBe(
      '<p>One <hi rend="bold">bold <hi rend="italic">both</hi></hi><hi rend="italic"> italic</hi></p><p>Two</p><p>Three <lb/>four</p><p>Five six</p><p>seven</p>',
    );
  });

  it('has what its looks say, by elements, classes and styles', () => {
    expect(
      after(
        '<p><em>a</em> <span style="font-variant: small-caps">b</span> <span class="smcap">c</span> <del>d</del><ins>e</ins> <code>f &lt;g&gt;</code> <q>h</q> <cite>i</cite> <u>j</u> <font color="red">k</font></p>',
      ),
    ).toBe(
      '<p><hi rend="italic">a</hi><hi rend="smallcaps">b</hi><hi rend="smallcaps">c</hi><del>d</del><add>e</add><code>f &lt;g&gt;</code><q>h</q><title>i</title><hi rend="underline">j</hi> k</p>',
    );
  });

  it('has lists of terms, texts with lines, pictures and rules', () => {
    expect(
      after(
        '<dl><dt>ebb</dt><dd>The tide <i>out</i>.</dd><dt>flood</dt><dd>In.</dd></dl><pre>a  b\n  c</pre><figure><img src="a b.png" alt="A plan"><figcaption>The harbour</figcaption></figure><hr><p>x <img src="data:image/png;base64,AAAA" alt=""> y</p>',
      ).replace(/\u00a0/g, '~'),
    ).toBe(
      '<list rend="labelled"><label>ebb</label><item>The tide <hi rend="italic">out</hi>.</item><label>flood</label><item>In.</item></list><p>a b <lb/> c</p><figure><graphic url="a%20b.png"/><figDesc>A plan</figDesc><head>The harbour</head></figure><milestone unit="section" rend="rule"/><p>x y</p>',
    );
  });

  it('is taken out of tables that only put things next to each other', () => {
    const { body } = read(
      '<html><body><table><tr><td><a href="/">Home</a><br><a href="/b">Boats</a></td><td><h1>A title</h1><p>One. It is a long text about boats and harbours.</p><table border="1"><tr><td>a</td><td>b</td></tr></table></td></tr></table></body></html>',
    );
    expect(body).toContain(
      '<head>A title</head><p>One. It is a long text about boats and harbours.</p><table><row><cell>a</cell><cell>b</cell></row></table>',
    );
    expect(body).not.toContain('Home');
  });

  it('is found where no element says so, and a person can have the whole page', () => {
    const html = `<html><body><div class="top">Site of the Harbour, all rights reserved</div><div id="t"><h1>A title</h1><p>${'The tide goes out and in. '.repeat(20)}</p></div></body></html>`;
    const { body, decisions } = read(html);
    expect(body).not.toContain('all rights');
    expect(decisions).toMatchObject([{ kind: 'main-text', chosen: 'this' }]);
    const source = sourceText('page.html', html);
    const answers = importText(source).decisions.map((d) => ({ ...d, answer: 'page' }));
    expect(readSource(source, { answers }).body).toContain('Site of the Harbour, all rights reserved');
  });
});

describe('the characters of a page', () => {
  const bytes = (text: string, encoding: BufferEncoding = 'latin1'): Uint8Array => Buffer.from(text, encoding);
  const bodyOfBytes = (b: Uint8Array): string => {
    const opened = openSource('page.html', b);
    return readSource(opened.source!).body;
  };

  it('are what the page says they are', () => {
    expect(
      bodyOfBytes(bytes('<html><head><meta charset="iso-8859-2"></head><body><h1>A</h1><p>\xb1\xb6</p>')),
    ).toContain('ąś');
    expect(
      bodyOfBytes(
        bytes(
          '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head><body><h1>A</h1><p>\x93x\x94 \x97</p>',
        ),
      ),
    ).toContain('“x” —');
    expect(
      bodyOfBytes(
        bytes(
          '<?xml version="1.0" encoding="koi8-r"?><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>A</h1><p>\xc1</p></body></html>',
        ),
      ),
    ).toContain('а');
    expect(bodyOfBytes(bytes('<html><body><h1>A</h1><p>caf\xe9</p>'))).toContain('café');
  });

  it('are UTF-8 where the bytes are, whatever an old line says; and it is said', () => {
    const { source, findings } = openSource(
      'page.html',
      bytes('<html><head><meta charset="iso-8859-1"></head><body><h1>A</h1><p>café</p>', 'utf8'),
    );
    expect(source!.text).toContain('café');
    expect(findings[0]!.message).toContain('but its bytes are UTF-8');
  });

  it('are read from their entities, without soft hyphens', () => {
    expect(after('<p>caf&eacute; &#8212; har&shy;bour &lt;x&gt; &madeup; 5 &euro;</p>')).toBe(
      '<p>café — harbour &lt;x&gt; &amp;madeup; 5 €</p>',
    );
  });
});

describe('a page that means harm', () => {
  it('runs nothing and reads nothing', () => {
    expect(
      after(
        '<p>One <a href="javascript:alert(1)">two</a><img src="x" onerror="alert(1)"> three<iframe src="file:///etc/passwd"></iframe></p><script>alert(1)</script>',
      ),
    ).toBe('<p>One two<figure><graphic url="x"/></figure> three</p>');
  });

  it('keeps its words where it is deeper than any text', () => {
    const deep = `<html><body><h1>A title</h1>${'<div><b>'.repeat(20000)}x<script>y</script> z`;
    expect(read(deep).body).toContain('x z');
  });
});
