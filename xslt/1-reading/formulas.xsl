<?xml version="1.0" encoding="UTF-8"?>
<!-- Formulas. In: formula, and MathML anywhere. Out: spans around formulas, with the markup of those that can be shown as it is; of the others the words. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:octavo:mode" xmlns:mml="http://www.w3.org/1998/Math/MathML" xmlns:local="urn:octavo:reading:formulas"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="formula">
    <span tei="formula" role="formula">
      <xsl:copy-of select="@* except @notation"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- TeX is words without elements: what says that it is TeX, or what is delimited like a formula. -->
  <xsl:template match="formula[local:is-tex(.)]">
    <span tei="formula" role="formula">
      <xsl:copy-of select="@* except @notation"/>
      <formula tei="formula" notation="tex"><xsl:value-of select="."/></formula>
    </span>
  </xsl:template>

  <xsl:function name="local:is-tex" as="xs:boolean">
    <xsl:param name="formula" as="element(formula)"/>
    <xsl:sequence select="not($formula/*) and normalize-space($formula)
      and (if ($formula/@notation) then matches($formula/@notation, 'tex([^t]|$)', 'i') else matches($formula, '^\s*(\$|\\\(|\\\[|\\begin\{)'))"/>
  </xsl:function>

  <!-- MathML: presentation markup, and nothing else in it. -->
  <xsl:template match="mml:math[local:is-shown(.)]">
    <formula tei="math" notation="mathml"><xsl:copy-of select="."/></formula>
  </xsl:template>
  <xsl:template match="mml:math">
    <span tei="math" role="unknown"><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:variable name="local:tokens" as="xs:string+" select="'mi', 'mn', 'mo', 'mtext', 'ms', 'annotation'"/>
  <xsl:variable name="local:layouts" as="xs:string+"
    select="tokenize('math mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose msub msup msubsup munder mover munderover
      mmultiscripts mprescripts none mtable mtr mlabeledtr mtd mspace semantics', '\s+')"/>

  <!-- Whether there are words in a formula, and no more than elements with words and elements with elements. -->
  <xsl:function name="local:is-shown" as="xs:boolean">
    <xsl:param name="math" as="element()"/>
    <xsl:sequence select="exists($math//text()[normalize-space()][not(ancestor::mml:annotation-xml | parent::mml:annotation)])
      and (every $child in $math/* satisfies local:is-part($child)) and not($math/text()[normalize-space()])"/>
  </xsl:function>
  <xsl:function name="local:is-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="$element/local-name()"/>
    <xsl:sequence select="$element/namespace-uri() = 'http://www.w3.org/1998/Math/MathML' and (
      if ($name = 'annotation-xml') then true()
      else if ($name = $local:tokens) then not($element/*)
      else $name = $local:layouts[. ne 'math'] and not($element/text()[normalize-space()]) and (every $child in $element/* satisfies local:is-part($child)))"/>
  </xsl:function>

  <!-- In the words of a title and of a side that is not shown, each word of a formula is one, and a fraction, an exponent and an index have a sign. -->
  <xsl:template match="mml:math[local:is-shown(.)]" mode="m:plain"><xsl:sequence select="local:plain(.)"/></xsl:template>
  <xsl:template match="formula[local:is-tex(.)]" mode="m:plain"><xsl:sequence select="normalize-space()"/></xsl:template>
  <xsl:function name="local:plain" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="sign" as="xs:string" select="(map{'mfrac': '/', 'msup': '^', 'msub': '_'}(local-name($node)), ' ')[1]"/>
    <xsl:variable name="parts" as="xs:string*"
      select="($node/* except $node/(mml:annotation | mml:annotation-xml))/local:plain(.)[.], $node[not(*)]/normalize-space()[.]"/>
    <xsl:sequence select="string-join(if ($sign = ' ') then $parts else $parts ! (if (contains(., ' ')) then '(' || . || ')' else .), $sign)"/>
  </xsl:function>
</xsl:stylesheet>
