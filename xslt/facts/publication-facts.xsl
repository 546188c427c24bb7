<?xml version="1.0" encoding="UTF-8"?>
<!--
  When and where a text was published. In: publicationStmt and editionStmt (the edition), sourceDesc (the original). Out: publisher, distributor,
  authority, pubPlace, published; one original with its scopes (volume, issue, pages) and date.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:octavo:mode" xmlns:local="urn:octavo:facts:publication" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:facts" exclude-result-prefixes="#all">

  <!-- The words of a publisher or place: its first organisation or place, without addresses. -->
  <xsl:function name="local:words" as="xs:string">
    <xsl:param name="of" as="element()?"/>
    <xsl:variable name="named" as="element()?" select="($of/(orgName | persName | placeName), $of)[1]"/>
    <xsl:variable name="parts" as="xs:string*"><xsl:apply-templates select="$named/node()" mode="m:house"/></xsl:variable>
    <xsl:variable name="words" as="xs:string" select="normalize-space(string-join($parts))"/>
    <!-- A publisher may be nothing but a link. -->
    <xsl:sequence select="if ($words = '') then normalize-space(string-join($named/ref)) else $words"/>
  </xsl:function>

  <xsl:template match="text()" mode="m:house"><xsl:sequence select="string()"/></xsl:template>
  <xsl:template match="note | date | idno | email | address | addrLine | street | ref" mode="m:house"/>

  <!-- A date in W3C form as far as it is marked, and its words. -->
  <xsl:template name="local:date">
    <xsl:param name="element" as="xs:string"/>
    <xsl:element name="{$element}">
      <xsl:copy-of select="@when, @from, @to, @notBefore, @notAfter, @cert, @precision, @calendar"/>
      <xsl:if test="not(@when) and @when-iso"><xsl:attribute name="when" select="@when-iso"/></xsl:if>
      <xsl:if test="not(@from) and @from-iso"><xsl:attribute name="from" select="@from-iso"/></xsl:if>
      <xsl:if test="not(@to) and @to-iso"><xsl:attribute name="to" select="@to-iso"/></xsl:if>
      <xsl:if test="not(@notBefore) and @notBefore-iso"><xsl:attribute name="notBefore" select="@notBefore-iso"/></xsl:if>
      <xsl:if test="not(@notAfter) and @notAfter-iso"><xsl:attribute name="notAfter" select="@notAfter-iso"/></xsl:if>
      <xsl:attribute name="text" select="normalize-space()"/>
    </xsl:element>
  </xsl:template>

  <!-- Of several dates the first that is marked, else the first with words. -->
  <xsl:function name="local:best" as="element(date)?">
    <xsl:param name="of" as="element(date)*"/>
    <xsl:sequence select="($of[@when or @from or @to or @notBefore or @notAfter or @when-iso
      or @from-iso or @to-iso or @notBefore-iso or @notAfter-iso], $of[normalize-space()])[1]"/>
  </xsl:function>

  <xsl:template match="publicationStmt">
    <xsl:for-each select="publisher, distributor, authority, pubPlace">
      <xsl:element name="{local-name()}"><xsl:attribute name="text" select="local:words(.)"/></xsl:element>
    </xsl:for-each>
    <xsl:for-each select="local:best(date)"><xsl:call-template name="local:date"><xsl:with-param name="element" select="'published'"/></xsl:call-template></xsl:for-each>
  </xsl:template>
  <xsl:template match="editionStmt">
    <xsl:for-each select="local:best(.//date)"><xsl:call-template name="local:date"><xsl:with-param name="element" select="'published'"/></xsl:call-template></xsl:for-each>
  </xsl:template>

  <xsl:template match="sourceDesc">
    <xsl:variable name="bibl" as="element()?" select="(biblStruct, biblFull, bibl[not(@type = 'digitalSource')])[1]"/>
    <xsl:variable name="place" as="element()*" select="$bibl/(self::bibl, monogr/imprint, publicationStmt)"/>
    <xsl:variable name="own" as="element()?" select="($bibl/analytic/title, $bibl/title[@level = 'a'])[normalize-space()][1]"/>
    <xsl:variable name="host" as="element()?" select="($bibl/monogr/title, $bibl/titleStmt/title[@type = 'main'], $bibl/titleStmt/title,
      $bibl/title[not(@level = 'a')])[normalize-space()][1]"/>
    <xsl:variable name="copy" as="element()?" select="(msDesc, listWit[count(witness) = 1]/witness/msDesc)[1]/msIdentifier"/>
    <original described="{if ($bibl) then 'print' else if (msDesc) then 'manuscript' else ''}" own="{normalize-space($own)}"
      host="{normalize-space($host)}" level="{$host/@level}" meeting="{if ($bibl/monogr/meeting) then 'yes' else ''}"
      publisher="{local:words(($place/publisher)[1])}" place="{local:words(($place/pubPlace)[1])}"
      archive="{normalize-space($copy/(repository, institution)[normalize-space()][1])}"
      archivePlace="{normalize-space($copy/settlement[normalize-space()][1])}" shelfmark="{normalize-space($copy/idno[normalize-space()][1])}">
      <xsl:for-each select="$bibl/(self::bibl, monogr, monogr/imprint)/biblScope">
        <scope unit="{lower-case((@unit, @type)[1])}" from="{@from}" to="{@to}" text="{normalize-space()}"/>
      </xsl:for-each>
      <xsl:for-each select="local:best($place/date)"><xsl:call-template name="local:date"><xsl:with-param name="element" select="'date'"/></xsl:call-template></xsl:for-each>
    </original>
  </xsl:template>
</xsl:stylesheet>
