<?xml version="1.0" encoding="UTF-8"?>
<!--
  Elements that always become one node of the same kind and role, and elements that are not text. In: their elements. Out: that node with what the
  element holds, or nothing. Made by `npm run table` from the table of elements in src/model/tei: change it there.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:m="urn:octavo:mode"
  xmlns:local="urn:octavo:reading:table" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- Element: kind, or kind and role, or kind and status. What depends on attributes or on the place of an element has a template in another module. -->
  <xsl:variable name="local:plain" as="map(xs:string, xs:string+)" select="map{
    (: title page :) 'titlePage': ('section', 'title-page'), 'docTitle': ('block', 'title-group'), 'titlePart': ('block', 'title'),
    'docImprint': ('block', 'imprint'), 'docAuthor': 'span', 'docDate': 'span', 'docEdition': 'span',
    (: heading :) 'head': 'heading',
    (: paragraph :) 'p': ('block', 'paragraph'),
    (: letter and chapter parts :) 'opener': ('block', 'opener'), 'closer': ('block', 'closer'), 'dateline': ('block', 'dateline'),
    'salute': ('block', 'salute'), 'signed': ('block', 'signed'), 'byline': ('block', 'byline'), 'postscript': ('block', 'postscript'),
    'trailer': ('block', 'trailer'), 'argument': ('block', 'argument'), 'epigraph': ('block', 'epigraph'),
    (: code :) 'eg': ('block', 'eg'),
    (: address :) 'addrLine': ('block', 'line'), 'street': 'span', 'postCode': 'span', 'postBox': 'span',
    (: list :) 'item': 'item', 'label': 'span',
    (: register :) 'listPerson': ('list', 'register'), 'listPlace': ('list', 'register'), 'listOrg': ('list', 'register'),
    'listEvent': ('list', 'register'), 'listBibl': ('list', 'register'), 'listRelation': ('list', 'register'),
    (: register fact :) 'birth': 'span', 'death': 'span', 'occupation': 'span', 'affiliation': 'span', 'residence': 'span', 'sex': 'span',
    'education': 'span', 'faith': 'span', 'nationality': 'span', 'location': 'span', 'geo': 'span', 'relation': 'span',
    (: name :) 'name': 'span', 'rs': 'span', 'forename': 'span', 'surname': 'span', 'roleName': 'span', 'addName': 'span', 'genName': 'span',
    'nameLink': 'span', 'offset': 'span',
    (: bibliography :) 'biblStruct': ('block', 'bibliography'), 'bibl': 'span', 'author': 'span', 'editor': 'span', 'publisher': 'span',
    'pubPlace': 'span', 'biblScope': 'span', 'monogr': 'span', 'analytic': 'span', 'imprint': 'span', 'series': 'span', 'respStmt': 'span',
    'resp': 'span',
    (: phrase :) 'hi': 'span', 'foreign': ('span', 'foreign'), 'num': 'span', 'measure': 'span', 'mentioned': 'span', 'soCalled': 'span',
    'distinct': 'span', 'desc': 'span', 'email': 'span', 'ident': 'span', 'code': 'span', 'gi': 'span', 'att': 'span', 'val': 'span',
    'tag': 'span',
    (: link :) 'ref': 'link', 'ptr': 'link',
    (: words of linguistics :) 'seg': 'span', 'c': 'span', 'w': 'span', 'pc': 'span', 's': 'span', 'phr': 'span', 'cl': 'span', 'm': 'span',
    (: sign :) 'g': 'span',
    (: ruby :) 'rb': 'span',
    (: witnesses :) 'witness': 'item',
    (: choice :) 'abbr': 'span',
    (: abbreviation :) 'ex': ('span', '', 'expansion'), 'am': ('span', '', 'abbreviation'),
    (: supplied :) 'supplied': ('span', '', 'supplied'),
    (: state of the letters :) 'unclear': ('span', '', 'unclear'), 'surplus': ('span', '', 'surplus'), 'secl': ('span', '', 'secluded'),
    'damage': ('span', '', 'damaged'), 'damageSpan': 'span',
    (: genetic :) 'add': ('span', '', 'added'), 'del': ('span', '', 'deleted'), 'restore': ('span', '', 'restored'),
    'retrace': ('span', '', 'retraced'), 'subst': ('span', 'substitution'), 'metamark': 'span', 'addSpan': 'span', 'delSpan': 'span',
    'redo': 'span', 'undo': 'span', 'mod': 'span', 'substJoin': 'span',
    (: mark :) 'gap': ('mark', 'gap'),
    (: page :) 'pb': 'page-break',
    (: line break :) 'lb': 'line-break',
    (: verse :) 'lg': ('block', 'stanza'), 'l': 'line',
    (: drama :) 'sp': 'speech', 'speaker': ('block', 'speaker'), 'set': ('block', 'set'), 'prologue': ('block', 'prologue'),
    'epilogue': ('block', 'epilogue'), 'performance': ('block', 'performance'), 'castList': ('list', 'cast'), 'castGroup': ('list', 'cast'),
    'castItem': 'item', 'role': 'span', 'roleDesc': 'span',
    (: speech :) 'u': ('block', 'utterance'), 'pause': ('mark', 'pause'), 'vocal': ('mark', 'event'), 'kinesic': ('mark', 'event'),
    'incident': ('mark', 'event'), 'shift': 'span', 'writing': 'span',
    (: dictionary :) 'entry': ('block', 'entry'), 'entryFree': ('block', 'entry'), 'superEntry': ('block', 'entry-group'),
    're': ('block', 'related-entry'), 'sense': 'item', 'hom': 'item', 'form': ('span', 'form'), 'orth': ('span', 'orthography'),
    'pron': ('span', 'pronunciation'), 'gramGrp': ('span', 'grammar'), 'gram': ('span', 'grammar'), 'pos': ('span', 'grammar'),
    'gen': ('span', 'grammar'), 'number': ('span', 'grammar'), 'case': ('span', 'grammar'), 'mood': ('span', 'grammar'),
    'per': ('span', 'grammar'), 'tns': ('span', 'grammar'), 'iType': ('span', 'grammar'), 'subc': ('span', 'grammar'),
    'def': ('span', 'definition'), 'usg': ('span', 'usage'), 'etym': ('span', 'etymology'), 'xr': ('span', 'cross-reference'),
    'hyph': 'span', 'stress': 'span', 'syll': 'span', 'colloc': 'span', 'lang': 'span', 'lbl': 'span', 'dictScrap': 'span', 'oRef': 'span',
    'pRef': 'span',
    (: figure :) 'figure': 'figure', 'graphic': 'image', 'media': 'image', 'figDesc': ('block', 'description'),
    (: table :) 'table': 'table', 'row': 'row', 'cell': 'cell',
    (: formula :) 'notatedMusic': ('span', 'formula'),
    (: manuscript record :) 'height': 'span', 'width': 'span', 'depth': 'span', 'dim': 'span', 'locus': 'span', 'watermark': 'span',
    'stamp': 'span', 'signatures': 'span', 'material': 'span', 'objectType': 'span', 'catchwords': 'span', 'heraldry': 'span',
    'secFol': 'span', 'origDate': 'span', 'origPlace': 'span',
    (: header record :) 'edition': 'span', 'idno': 'span', 'extent': 'span', 'availability': 'span', 'licence': 'span'
  }"/>

  <xsl:template match="tei:*[map:contains($local:plain, local-name())]" priority="0">
    <xsl:variable name="becomes" as="xs:string+" select="$local:plain(local-name())"/>
    <xsl:element name="{$becomes[1]}">
      <xsl:attribute name="tei" select="local-name()"/>
      <xsl:if test="$becomes[2]"><xsl:attribute name="role" select="$becomes[2]"/></xsl:if>
      <xsl:if test="$becomes[3]"><xsl:attribute name="is" select="$becomes[3]"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Whatever role a name has in the source, on a page it is the name of somebody or something. -->
  <xsl:template match="tei:persName">
    <span tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="role" select="'person'"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="tei:orgName">
    <span tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="role" select="'organization'"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="tei:placeName | tei:settlement | tei:country | tei:region | tei:district | tei:bloc | tei:geogName | tei:geogFeat">
    <span tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="role" select="'place'"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- Running heads and analysis are not text. -->
  <xsl:template match="
    tei:listTranspose | tei:fw | tei:index | tei:certainty | tei:precision | tei:respons | tei:interp | tei:interpGrp | tei:spanGrp |
    tei:linkGrp | tei:joinGrp | tei:altGrp | tei:timeline | tei:fs | tei:fLib | tei:fvLib"/>
</xsl:stylesheet>
