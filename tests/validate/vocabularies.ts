/** Small documents of vocabularies other than TEI, with schemas made for them. */

export interface Vocabulary {
  readonly name: string;
  readonly schema: string;
  readonly text: string;
}

const music: Vocabulary = {
  name: 'music',
  schema: `default namespace = "http://example.org/music"
namespace svg = "http://www.w3.org/2000/svg"
start = element mei { element meiHead { element title { text } }, element music { (p | staff)+ } }
id = attribute xml:id { xsd:ID }?
p = element p { id, mixed { (rend | lb | svg)* } }
rend = element rend { attribute rend { "italic" | "bold" }?, attribute color { text }?, mixed { rend* } }
lb = element lb { attribute n { xsd:positiveInteger }?, empty }
svg = element svg:svg { element svg:font { text }* }
staff = element staff { id, attribute n { xsd:positiveInteger }, layer+ }
layer = element layer { (note | rest)* }
note = element note { id, attribute pname { "a" | "b" | "c" }, attribute oct { xsd:positiveInteger }, attribute dur { "1" | "2" | "4" }? }
rest = element rest { attribute dur { "1" | "2" | "4" } }`,
  text: `<?xml version="1.0" encoding="UTF-8"?>
<mei xmlns="http://example.org/music">
  <meiHead><title>A song for Anna</title></meiHead>
  <music>
    <p xml:id="p1">A <rend rend="italic">quiet</rend> song &amp; <rend rend="bold" color="red">loud <rend>end</rend></rend>,<lb n="1"/> twice.</p>
    <staff n="1" xml:id="s1">
      <layer><note xml:id="n1" pname="a" oct="4" dur="4"/><rest dur="2"/><note pname="b" oct="4"/></layer>
    </staff>
    <!-- the end -->
    <p>Words by <rend>Nobody</rend>. It’s 𝔄.</p>
  </music>
</mei>
`,
};

const archive: Vocabulary = {
  name: 'archive',
  schema: `default namespace = "http://example.org/ead3/"
start = element ead { control, archdesc }
control = element control { element recordid { text }, element filedesc { element titlestmt { element titleproper { text }+ } } }
archdesc = element archdesc { attribute level { "collection" | "file" }, did, scopecontent?, element dsc { c+ }? }
did = element did { (unittitle | unitdate | unitid)+ }
unittitle = element unittitle { mixed { (persname | title)* } }
unitdate = element unitdate { attribute normal { xsd:string { pattern = "[0-9]{4}(/[0-9]{4})?" } }?, text }
unitid = element unitid { text }
persname = element persname { attribute identifier { xsd:anyURI }?, text }
title = element title { attribute render { "italic" | "bold" }?, text }
scopecontent = element scopecontent { element head { text }?, para+ }
para = element p { mixed { (persname | title)* } }
c = element c { attribute id { xsd:ID }?, attribute level { "series" | "file" }, did, scopecontent?, c* }`,
  text: `<?xml version="1.0" encoding="UTF-8"?>
<ead xmlns="http://example.org/ead3/">
<control><recordid>r1</recordid><filedesc><titlestmt><titleproper>Papers of a family</titleproper></titlestmt></filedesc></control>
<archdesc level="collection">
<did><unittitle>Papers of <persname identifier="#a">Ada Smith</persname></unittitle><unitdate normal="1840/1852">1840–1852</unitdate><unitid>A 1</unitid></did>
<scopecontent><head>Scope</head><p>Letters of <persname>Ada</persname> on the <title render="italic">Notes</title>.</p><p>Bills &lt; 1 pound.</p></scopecontent>
<dsc><c id="c1" level="series"><did><unittitle>Letters</unittitle></did><c id="c2" level="file"><did><unittitle>To <persname>Babbage</persname></unittitle><unitdate normal="1843">1843</unitdate></did></c></c></dsc>
</archdesc>
</ead>
`,
};

const manual: Vocabulary = {
  name: 'manual',
  schema: `default namespace = "http://example.org/docbook"
start = element article { attribute version { "5.0" }, info, (block | section)+ }
info = element info { title, author* }
title = element title { inline }
author = element author { element personname { text }, element email { text }? }
section = element section { attribute xml:id { xsd:ID }?, title, (block | section)+ }
block = para | element itemizedlist { element listitem { block+ }+ } | element programlisting { (attribute language { text }?), text }
para = element para { inline }
inline = mixed { (emphasis | link | footnote)* }
emphasis = element emphasis { attribute role { text }?, inline }
link = element link { (attribute linkend { xsd:IDREF } | attribute href { xsd:anyURI }), inline }
footnote = element footnote { para+ }`,
  text: `<?xml version="1.0" encoding="UTF-8"?>
<article xmlns="http://example.org/docbook" version="5.0">
<info><title>How to read</title><author><personname>Ann Other</personname><email>a@example.org</email></author></info>
<para>A <emphasis role="strong">manual</emphasis>, see <link linkend="s1">below</link>.<footnote><para>Or <emphasis>not</emphasis>.</para></footnote></para>
<section xml:id="s1"><title>First things</title>
<itemizedlist><listitem><para>One &amp; only</para></listitem><listitem><para>Two <link href="http://example.org/?a=1&amp;b=2">links</link></para></listitem></itemizedlist>
<programlisting language="c"><![CDATA[if (a < b && c) { return; }]]></programlisting>
</section>
</article>
`,
};

const grammar: Vocabulary = {
  name: 'grammar',
  schema: `default namespace = "http://relaxng.org/ns/structure/1.0"
start = element grammar { element start { p }, element define { attribute name { xsd:NCName }, p+ }* }
p = element element { attribute name { text }, p+ } | element (oneOrMore | zeroOrMore | optional | choice | group) { p+ }
  | element (text | empty) { empty } | element ref { attribute name { xsd:NCName }, empty } | element value { text }`,
  text: `<?xml version="1.0" encoding="UTF-8"?>
<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <start>
    <element name="a">
      <oneOrMore>
        <element name="b"><empty/></element>
        <ref name="c"/>
      </oneOrMore>
      <choice>
        <value>one</value>
        <group><value>two</value><text/></group>
      </choice>
    </element>
  </start>
  <define name="c"><element name="c"><optional><text/></optional></element></define>
</grammar>
`,
};

export const vocabularies: readonly Vocabulary[] = [music, archive, manual, grammar];
