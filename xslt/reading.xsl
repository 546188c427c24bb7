<?xml version="1.0" encoding="UTF-8"?>
<!--
  Phase 1: TEI to the reading edition and its facts.

  In:  <o:batch xmlns:o="urn:octavo:unit"> of units. <o:unit> holds page breaks that open the unit, its element (a division, a title page or a
       whole `text`) without the units inside it, and page breaks that close it. <o:header> holds a teiHeader.
  Out: <batch> of <unit><section>…</section><facts …/></unit>, in no namespace, and of <header>…</header>.
       The attributes of the source ride along unchanged on the node made from it; src/transform/attributes.ts reads them.
  Why: every element of TEI is decided here, once. No output sees TEI, so what is right in one output is right in all.

  The vocabulary is described in docs/reading-vocabulary.md. How it is built and tested: xslt/README.md.
-->
<xsl:package version="3.0" name="urn:octavo:reading" package-version="1.0" declared-modes="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:octavo:mode" xmlns:o="urn:octavo:unit"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:include href="1-reading/unit.xsl"/>
  <xsl:include href="1-reading/table.xsl"/>
  <xsl:include href="1-reading/structure.xsl"/>
  <xsl:include href="1-reading/blocks.xsl"/>
  <xsl:include href="1-reading/lists.xsl"/>
  <xsl:include href="1-reading/registers.xsl"/>
  <xsl:include href="1-reading/records.xsl"/>
  <xsl:include href="1-reading/leaves.xsl"/>
  <xsl:include href="1-reading/notes.xsl"/>
  <xsl:include href="1-reading/breaks.xsl"/>
  <xsl:include href="1-reading/phrases.xsl"/>
  <xsl:include href="1-reading/names-and-links.xsl"/>
  <xsl:include href="1-reading/editorial.xsl"/>
  <xsl:include href="1-reading/ranges.xsl"/>
  <xsl:include href="1-reading/apparatus.xsl"/>
  <xsl:include href="1-reading/formulas.xsl"/>
  <xsl:include href="1-reading/dictionaries.xsl"/>
  <xsl:include href="1-reading/held.xsl"/>
  <xsl:include href="1-reading/verse-and-drama.xsl"/>
  <xsl:include href="1-reading/unknown.xsl"/>
  <xsl:include href="facts/unit-facts.xsl"/>
  <xsl:include href="facts/header-facts.xsl"/>
  <xsl:include href="facts/people-facts.xsl"/>
  <xsl:include href="facts/publication-facts.xsl"/>

  <!-- Nodes of the source to nodes of the reading edition. Every word of the source comes out once, in order. -->
  <xsl:mode name="m:reading" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <!-- An element to the plain text of a fact: notes and page breaks left out, a line break is a space. -->
  <xsl:mode name="m:plain" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <!-- The element of a person or publisher to its name. -->
  <xsl:mode name="m:name" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:mode name="m:house" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <!-- Elements to attributes and elements of the facts. -->
  <xsl:mode name="m:facts" on-no-match="deep-skip" on-multiple-match="fail"/>

</xsl:package>
