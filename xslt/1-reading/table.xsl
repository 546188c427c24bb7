<?xml version="1.0" encoding="UTF-8"?>
<!--
  Elements that always become one node of the same kind and role, and elements that are not text. In: their elements. Out: that node with what the
  element holds, or nothing. Made by `npm run table` from the table of elements in src/model/tei: change it there.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:m="urn:octavo:mode"
  xmlns:local="urn:octavo:reading:table" xmlns:table="urn:octavo:reading:facts" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- Elements that hold the facts of a record; those that hold parts of facts; those that are on lines of their own in any case, or no text. -->
  <xsl:variable name="table:facts" as="map(xs:string, xs:integer)" select="map{
    'person': 1, 'personGrp': 1, 'place': 1, 'org': 1, 'event': 1, 'object': 1, 'msItem': 1, 'msItemStruct': 1, 'msDesc': 1, 'msPart': 1, 'msFrag': 1, 'msIdentifier': 1, 'altIdentifier': 1, 'msContents': 1, 'physDesc': 1, 'objectDesc': 1, 'supportDesc': 1, 'layoutDesc': 1, 'handDesc': 1, 'typeDesc': 1, 'scriptDesc': 1, 'decoDesc': 1, 'bindingDesc': 1, 'sealDesc': 1, 'history': 1, 'additional': 1, 'adminInfo': 1, 'recordHist': 1, 'custodialHist': 1, 'fileDesc': 1, 'titleStmt': 1, 'editionStmt': 1, 'publicationStmt': 1, 'availability': 1, 'seriesStmt': 1, 'notesStmt': 1, 'sourceDesc': 1, 'encodingDesc': 1, 'editorialDecl': 1, 'profileDesc': 1, 'langUsage': 1, 'textClass': 1, 'correspDesc': 1, 'correspContext': 1, 'calendarDesc': 1, 'revisionDesc': 1, 'listChange': 1, 'handNotes': 1, 'abstract': 1, 'particDesc': 1, 'settingDesc': 1, 'textDesc': 1, 'recordingStmt': 1, 'scriptStmt': 1,
    'transcriptionDesc': 1, 'appInfo': 1, 'charDecl': 1, 'classDecl': 1, 'taxonomy': 1, 'category': 1, 'listPrefixDef': 1, 'metDecl': 1, 'refsDecl': 1, 'tagsDecl': 1, 'unitDecl': 1
  }"/>
  <xsl:variable name="table:parts" as="map(xs:string, xs:integer)" select="map{
    'birth': 1, 'death': 1, 'affiliation': 1, 'residence': 1, 'education': 1, 'location': 1, 'relation': 1, 'climate': 1, 'floruit': 1, 'langKnowledge': 1, 'population': 1, 'socecStatus': 1, 'state': 1, 'terrain': 1, 'trait': 1, 'placeName': 1, 'settlement': 1, 'country': 1, 'region': 1, 'district': 1, 'bloc': 1, 'geogName': 1, 'geogFeat': 1, 'objectIdentifier': 1, 'biblStruct': 1, 'biblFull': 1, 'bibl': 1, 'monogr': 1, 'analytic': 1, 'imprint': 1, 'series': 1, 'respStmt': 1, 'relatedItem': 1, 'origPlace': 1, 'dimensions': 1, 'locusGrp': 1, 'acquisition': 1, 'additions': 1, 'binding': 1, 'custEvent': 1, 'layout': 1, 'origin': 1, 'provenance': 1, 'seal': 1, 'support': 1, 'surrogates': 1, 'extent': 1, 'authority': 1, 'creation': 1, 'distributor': 1, 'funder': 1, 'handNote': 1, 'keywords': 1, 'sponsor': 1, 'correspAction': 1, 'setting': 1, 'broadcast': 1, 'equipment': 1, 'recording': 1,
    'application': 1, 'char': 1, 'citeStructure': 1, 'glyph': 1, 'namespace': 1, 'unitDef': 1
  }"/>
  <xsl:variable name="table:alone" as="map(xs:string, xs:integer)" select="map{
    'text': 1, 'front': 1, 'body': 1, 'back': 1, 'group': 1, 'sourceDoc': 1, 'surfaceGrp': 1, 'div': 1, 'div1': 1, 'div2': 1, 'div3': 1, 'div4': 1, 'div5': 1, 'div6': 1, 'div7': 1, 'floatingText': 1, 'titlePage': 1, 'docTitle': 1, 'titlePart': 1, 'docImprint': 1, 'head': 1, 'p': 1, 'ab': 1, 'opener': 1, 'closer': 1, 'dateline': 1, 'salute': 1, 'signed': 1, 'byline': 1, 'postscript': 1, 'trailer': 1, 'argument': 1, 'epigraph': 1, 'eg': 1, 'address': 1, 'addrLine': 1, 'list': 1, 'item': 1, 'listPerson': 1, 'listPlace': 1, 'listOrg': 1, 'listEvent': 1, 'listBibl': 1, 'listObject': 1, 'listRelation': 1, 'person': 1, 'personGrp': 1, 'place': 1, 'org': 1, 'event': 1, 'object': 1, 'biblStruct': 1, 'biblFull': 1, 'note': 1, 'listWit': 1, 'witness': 1, 'lacunaStart': 1, 'lacunaEnd': 1, 'witStart': 1, 'witEnd': 1, 'damageSpan': 1, 'addSpan': 1, 'delSpan': 1, 'listTranspose': 1, 'cb': 1, 'gb': 1,
    'milestone': 1, 'pb': 1, 'lb': 1, 'fw': 1, 'anchor': 1, 'lg': 1, 'l': 1, 'sp': 1, 'speaker': 1, 'set': 1, 'prologue': 1, 'epilogue': 1, 'performance': 1, 'castList': 1, 'castGroup': 1, 'castItem': 1, 'u': 1, 'entry': 1, 'entryFree': 1, 'superEntry': 1, 're': 1, 'sense': 1, 'hom': 1, 'figure': 1, 'figDesc': 1, 'table': 1, 'row': 1, 'cell': 1, 'surface': 1, 'zone': 1, 'line': 1, 'index': 1, 'certainty': 1, 'precision': 1, 'respons': 1, 'interp': 1, 'interpGrp': 1, 'spanGrp': 1, 'linkGrp': 1, 'joinGrp': 1, 'altGrp': 1, 'timeline': 1, 'fs': 1, 'fLib': 1, 'fvLib': 1, 'msItem': 1, 'msItemStruct': 1, 'msDesc': 1, 'msPart': 1, 'msFrag': 1, 'msIdentifier': 1, 'altIdentifier': 1, 'msContents': 1, 'physDesc': 1, 'objectDesc': 1, 'supportDesc': 1, 'layoutDesc': 1, 'handDesc': 1, 'typeDesc': 1, 'scriptDesc': 1, 'decoDesc': 1, 'bindingDesc': 1, 'sealDesc': 1, 'history': 1, 'additional': 1,
    'adminInfo': 1, 'recordHist': 1, 'custodialHist': 1, 'accMat': 1, 'collation': 1, 'collection': 1, 'colophon': 1, 'condition': 1, 'decoNote': 1, 'explicit': 1, 'filiation': 1, 'finalRubric': 1, 'foliation': 1, 'incipit': 1, 'institution': 1, 'msName': 1, 'musicNotation': 1, 'repository': 1, 'rubric': 1, 'source': 1, 'summary': 1, 'typeNote': 1, 'acquisition': 1, 'additions': 1, 'binding': 1, 'custEvent': 1, 'layout': 1, 'origin': 1, 'provenance': 1, 'seal': 1, 'support': 1, 'surrogates': 1, 'fileDesc': 1, 'titleStmt': 1, 'editionStmt': 1, 'publicationStmt': 1, 'availability': 1, 'seriesStmt': 1, 'notesStmt': 1, 'sourceDesc': 1, 'encodingDesc': 1, 'editorialDecl': 1, 'profileDesc': 1, 'langUsage': 1, 'textClass': 1, 'correspDesc': 1, 'correspContext': 1, 'calendarDesc': 1, 'revisionDesc': 1, 'listChange': 1, 'handNotes': 1, 'abstract': 1, 'calendar': 1, 'catRef': 1, 'change': 1,
    'classCode': 1, 'correction': 1, 'hyphenation': 1, 'interpretation': 1, 'language': 1, 'normalization': 1, 'principal': 1, 'projectDesc': 1, 'punctuation': 1, 'quotation': 1, 'samplingDecl': 1, 'scriptNote': 1, 'segmentation': 1, 'stdVals': 1, 'variantEncoding': 1, 'authority': 1, 'creation': 1, 'distributor': 1, 'funder': 1, 'handNote': 1, 'keywords': 1, 'sponsor': 1, 'correspAction': 1, 'particDesc': 1, 'settingDesc': 1, 'textDesc': 1, 'activity': 1, 'channel': 1, 'constitution': 1, 'derivation': 1, 'domain': 1, 'factuality': 1, 'interaction': 1, 'locale': 1, 'preparedness': 1, 'purpose': 1, 'setting': 1, 'recordingStmt': 1, 'scriptStmt': 1, 'transcriptionDesc': 1, 'broadcast': 1, 'equipment': 1, 'recording': 1, 'teiHeader': 1, 'appInfo': 1, 'charDecl': 1, 'classDecl': 1, 'taxonomy': 1, 'category': 1, 'listPrefixDef': 1, 'metDecl': 1, 'refsDecl': 1, 'tagsDecl': 1, 'unitDecl': 1,
    'catDesc': 1, 'citeData': 1, 'conversion': 1, 'cRefPattern': 1, 'geoDecl': 1, 'localProp': 1, 'mapping': 1, 'metSym': 1, 'prefixDef': 1, 'refState': 1, 'rendition': 1, 'schemaRef': 1, 'styleDefDecl': 1, 'tagUsage': 1, 'unicodeProp': 1, 'unihanProp': 1, 'application': 1, 'char': 1, 'citeStructure': 1, 'glyph': 1, 'namespace': 1, 'unitDef': 1, 'xenoData': 1
  }"/>

  <!-- Element: kind, or kind and role, or kind and status. What depends on attributes or on the place of an element has a template in another module. -->
  <xsl:variable name="local:plain" as="map(xs:string, xs:string+)" select="map{
    (: container :) 'surfaceGrp': ('section', 'surface-group'),
    (: title page :) 'titlePage': ('section', 'title-page'), 'docTitle': ('block', 'title-group'), 'titlePart': ('block', 'title'), 'docImprint': ('block', 'imprint'), 'docAuthor': 'span', 'docDate': 'span', 'docEdition': 'span',
    (: heading :) 'head': 'heading',
    (: paragraph :) 'p': ('block', 'paragraph'),
    (: letter and chapter parts :) 'opener': ('block', 'opener'), 'closer': ('block', 'closer'), 'dateline': ('block', 'dateline'), 'salute': ('block', 'salute'), 'signed': ('block', 'signed'), 'byline': ('block', 'byline'), 'postscript': ('block', 'postscript'), 'trailer': ('block', 'trailer'), 'argument': ('block', 'argument'), 'epigraph': ('block', 'epigraph'),
    (: code :) 'eg': ('block', 'eg'),
    (: address :) 'addrLine': ('block', 'line'), 'street': 'span', 'postCode': 'span', 'postBox': 'span',
    (: list :) 'item': 'item', 'label': 'span',
    (: register :) 'listPerson': ('list', 'register'), 'listPlace': ('list', 'register'), 'listOrg': ('list', 'register'), 'listEvent': ('list', 'register'), 'listBibl': ('list', 'register'), 'listObject': ('list', 'register'), 'listRelation': ('list', 'register'),
    (: register fact :) 'occupation': 'span', 'sex': 'span', 'faith': 'span', 'nationality': 'span', 'geo': 'span', 'age': 'span', 'gender': 'span', 'langKnown': 'span', 'persPronouns': 'span', 'birth': 'span', 'death': 'span', 'affiliation': 'span', 'residence': 'span', 'education': 'span', 'location': 'span', 'relation': 'span', 'climate': 'span', 'floruit': 'span', 'langKnowledge': 'span', 'population': 'span', 'socecStatus': 'span', 'state': 'span', 'terrain': 'span', 'trait': 'span',
    (: name :) 'name': 'span', 'rs': 'span', 'forename': 'span', 'surname': 'span', 'roleName': 'span', 'addName': 'span', 'genName': 'span', 'nameLink': 'span', 'offset': 'span', 'eventName': 'span', 'objectName': 'span', 'objectIdentifier': 'span',
    (: bibliography :) 'biblStruct': ('block', 'bibliography'), 'biblFull': ('block', 'bibliography'), 'author': 'span', 'editor': 'span', 'publisher': 'span', 'pubPlace': 'span', 'biblScope': 'span', 'citedRange': 'span', 'textLang': 'span', 'resp': 'span', 'bibl': 'span', 'monogr': 'span', 'analytic': 'span', 'imprint': 'span', 'series': 'span', 'respStmt': 'span', 'relatedItem': 'span',
    (: phrase :) 'hi': 'span', 'foreign': ('span', 'foreign'), 'num': 'span', 'measure': 'span', 'mentioned': 'span', 'soCalled': 'span', 'distinct': 'span', 'desc': 'span', 'email': 'span', 'ident': 'span', 'code': 'span', 'gi': 'span', 'att': 'span', 'val': 'span', 'tag': 'span',
    (: link :) 'ref': 'link', 'ptr': 'link',
    (: words of linguistics :) 'seg': 'span', 'c': 'span', 'w': 'span', 'pc': 'span', 's': 'span', 'phr': 'span', 'cl': 'span', 'm': 'span',
    (: sign :) 'g': 'span',
    (: ruby :) 'rb': 'span',
    (: witnesses :) 'witness': 'item',
    (: choice :) 'abbr': 'span',
    (: abbreviation :) 'ex': ('span', '', 'expansion'), 'am': ('span', '', 'abbreviation'),
    (: supplied :) 'supplied': ('span', '', 'supplied'),
    (: state of the letters :) 'unclear': ('span', '', 'unclear'), 'surplus': ('span', '', 'surplus'), 'secl': ('span', '', 'secluded'), 'damage': ('span', '', 'damaged'),
    (: genetic :) 'add': ('span', '', 'added'), 'del': ('span', '', 'deleted'), 'restore': ('span', '', 'restored'), 'retrace': ('span', '', 'retraced'), 'subst': ('span', 'substitution'), 'metamark': 'span', 'redo': 'span', 'undo': 'span', 'mod': 'span', 'substJoin': 'span',
    (: mark :) 'gap': ('mark', 'gap'),
    (: page :) 'pb': 'page-break',
    (: line break :) 'lb': 'line-break',
    (: verse :) 'lg': ('block', 'stanza'), 'l': 'line',
    (: drama :) 'sp': 'speech', 'speaker': ('block', 'speaker'), 'set': ('block', 'set'), 'prologue': ('block', 'prologue'), 'epilogue': ('block', 'epilogue'), 'performance': ('block', 'performance'), 'castList': ('list', 'cast'), 'castGroup': ('list', 'cast'), 'castItem': 'item', 'role': 'span', 'roleDesc': 'span',
    (: speech :) 'u': ('block', 'utterance'), 'pause': ('mark', 'pause'), 'vocal': ('mark', 'event'), 'kinesic': ('mark', 'event'), 'incident': ('mark', 'event'), 'shift': 'span', 'writing': 'span',
    (: dictionary :) 'entry': ('block', 'entry'), 'entryFree': ('block', 'entry'), 'superEntry': ('block', 'entry-group'), 're': ('block', 'related-entry'), 'sense': 'item', 'hom': 'item', 'form': ('span', 'form'), 'orth': ('span', 'orthography'), 'pron': ('span', 'pronunciation'), 'gramGrp': ('span', 'grammar'), 'gram': ('span', 'grammar'), 'pos': ('span', 'grammar'), 'gen': ('span', 'grammar'), 'number': ('span', 'grammar'), 'case': ('span', 'grammar'), 'mood': ('span', 'grammar'), 'per': ('span', 'grammar'), 'tns': ('span', 'grammar'), 'iType': ('span', 'grammar'), 'subc': ('span', 'grammar'), 'def': ('span', 'definition'), 'usg': ('span', 'usage'), 'etym': ('span', 'etymology'), 'xr': ('span', 'cross-reference'), 'hyph': 'span', 'stress': 'span', 'syll': 'span', 'colloc': 'span', 'lang': 'span', 'lbl': 'span', 'dictScrap': 'span', 'oRef': 'span', 'pRef': 'span',
    (: figure :) 'figure': 'figure', 'graphic': 'image', 'media': 'image', 'figDesc': ('block', 'description'),
    (: table :) 'table': 'table', 'row': 'row', 'cell': 'cell',
    (: formula :) 'notatedMusic': ('span', 'formula'),
    (: document leaf :) 'line': 'line',
    (: manuscript record :) 'height': 'span', 'width': 'span', 'depth': 'span', 'dim': 'span', 'locus': 'span', 'watermark': 'span', 'stamp': 'span', 'signatures': 'span', 'material': 'span', 'objectType': 'span', 'catchwords': 'span', 'heraldry': 'span', 'secFol': 'span', 'origDate': 'span', 'origPlace': 'span', 'dimensions': 'span', 'locusGrp': 'span', 'msDesc': ('section', 'msDesc'), 'msPart': ('section', 'msPart'), 'msFrag': ('section', 'msFrag'), 'msIdentifier': ('section', 'msIdentifier'), 'altIdentifier': ('section', 'altIdentifier'), 'msContents': ('section', 'msContents'), 'physDesc': ('section', 'physDesc'), 'objectDesc': ('section', 'objectDesc'), 'supportDesc': ('section', 'supportDesc'), 'layoutDesc': ('section', 'layoutDesc'), 'handDesc': ('section', 'handDesc'), 'typeDesc': ('section', 'typeDesc'), 'scriptDesc': ('section', 'scriptDesc'),
    'decoDesc': ('section', 'decoDesc'), 'bindingDesc': ('section', 'bindingDesc'), 'sealDesc': ('section', 'sealDesc'), 'history': ('section', 'history'), 'additional': ('section', 'additional'), 'adminInfo': ('section', 'adminInfo'), 'recordHist': ('section', 'recordHist'), 'custodialHist': ('section', 'custodialHist'), 'accMat': ('block', 'fact:accMat'), 'collation': ('block', 'fact:collation'), 'collection': ('block', 'fact:collection'), 'colophon': ('block', 'fact:colophon'), 'condition': ('block', 'fact:condition'), 'decoNote': ('block', 'fact:decoNote'), 'explicit': ('block', 'fact:explicit'), 'filiation': ('block', 'fact:filiation'), 'finalRubric': ('block', 'fact:finalRubric'), 'foliation': ('block', 'fact:foliation'), 'incipit': ('block', 'fact:incipit'), 'institution': ('block', 'fact:institution'), 'msName': ('block', 'fact:msName'),
    'musicNotation': ('block', 'fact:musicNotation'), 'repository': ('block', 'fact:repository'), 'rubric': ('block', 'fact:rubric'), 'source': ('block', 'fact:source'), 'summary': ('block', 'fact:summary'), 'typeNote': ('block', 'fact:typeNote'), 'acquisition': ('block', 'fact:acquisition'), 'additions': ('block', 'fact:additions'), 'binding': ('block', 'fact:binding'), 'custEvent': ('block', 'fact:custEvent'), 'layout': ('block', 'fact:layout'), 'origin': ('block', 'fact:origin'), 'provenance': ('block', 'fact:provenance'), 'seal': ('block', 'fact:seal'), 'support': ('block', 'fact:support'), 'surrogates': ('block', 'fact:surrogates'),
    (: header record :) 'edition': 'span', 'idno': 'span', 'licence': 'span', 'extent': 'span', 'fileDesc': ('section', 'fileDesc'), 'titleStmt': ('section', 'titleStmt'), 'editionStmt': ('section', 'editionStmt'), 'publicationStmt': ('section', 'publicationStmt'), 'availability': ('section', 'availability'), 'seriesStmt': ('section', 'seriesStmt'), 'notesStmt': ('section', 'notesStmt'), 'sourceDesc': ('section', 'sourceDesc'), 'encodingDesc': ('section', 'encodingDesc'), 'editorialDecl': ('section', 'editorialDecl'), 'profileDesc': ('section', 'profileDesc'), 'langUsage': ('section', 'langUsage'), 'textClass': ('section', 'textClass'), 'correspDesc': ('section', 'correspDesc'), 'correspContext': ('section', 'correspContext'), 'calendarDesc': ('section', 'calendarDesc'), 'revisionDesc': ('section', 'revisionDesc'), 'listChange': ('section', 'listChange'),
    'handNotes': ('section', 'handNotes'), 'abstract': ('section', 'abstract'), 'calendar': ('block', 'fact:calendar'), 'catRef': ('block', 'fact:catRef'), 'change': ('block', 'fact:change'), 'classCode': ('block', 'fact:classCode'), 'correction': ('block', 'fact:correction'), 'hyphenation': ('block', 'fact:hyphenation'), 'interpretation': ('block', 'fact:interpretation'), 'language': ('block', 'fact:language'), 'normalization': ('block', 'fact:normalization'), 'principal': ('block', 'fact:principal'), 'projectDesc': ('block', 'fact:projectDesc'), 'punctuation': ('block', 'fact:punctuation'), 'quotation': ('block', 'fact:quotation'), 'samplingDecl': ('block', 'fact:samplingDecl'), 'scriptNote': ('block', 'fact:scriptNote'), 'segmentation': ('block', 'fact:segmentation'), 'stdVals': ('block', 'fact:stdVals'), 'variantEncoding': ('block', 'fact:variantEncoding'),
    'authority': ('block', 'fact:authority'), 'creation': ('block', 'fact:creation'), 'distributor': ('block', 'fact:distributor'), 'funder': ('block', 'fact:funder'), 'handNote': ('block', 'fact:handNote'), 'keywords': ('block', 'fact:keywords'), 'sponsor': ('block', 'fact:sponsor'),
    (: corpus record :) 'particDesc': ('section', 'particDesc'), 'settingDesc': ('section', 'settingDesc'), 'textDesc': ('section', 'textDesc'), 'activity': ('block', 'fact:activity'), 'channel': ('block', 'fact:channel'), 'constitution': ('block', 'fact:constitution'), 'derivation': ('block', 'fact:derivation'), 'domain': ('block', 'fact:domain'), 'factuality': ('block', 'fact:factuality'), 'interaction': ('block', 'fact:interaction'), 'locale': ('block', 'fact:locale'), 'preparedness': ('block', 'fact:preparedness'), 'purpose': ('block', 'fact:purpose'), 'setting': ('block', 'fact:setting'),
    (: recording :) 'recordingStmt': ('section', 'recordingStmt'), 'scriptStmt': ('section', 'scriptStmt'), 'transcriptionDesc': ('section', 'transcriptionDesc'), 'broadcast': ('block', 'fact:broadcast'), 'equipment': ('block', 'fact:equipment'), 'recording': ('block', 'fact:recording'),
    (: machine part of the header :) 'appInfo': ('section', 'appInfo'), 'charDecl': ('section', 'charDecl'), 'classDecl': ('section', 'classDecl'), 'taxonomy': ('section', 'taxonomy'), 'category': ('section', 'category'), 'listPrefixDef': ('section', 'listPrefixDef'), 'metDecl': ('section', 'metDecl'), 'refsDecl': ('section', 'refsDecl'), 'tagsDecl': ('section', 'tagsDecl'), 'unitDecl': ('section', 'unitDecl'), 'catDesc': ('block', 'fact:catDesc'), 'citeData': ('block', 'fact:citeData'), 'conversion': ('block', 'fact:conversion'), 'cRefPattern': ('block', 'fact:cRefPattern'), 'geoDecl': ('block', 'fact:geoDecl'), 'localProp': ('block', 'fact:localProp'), 'mapping': ('block', 'fact:mapping'), 'metSym': ('block', 'fact:metSym'), 'prefixDef': ('block', 'fact:prefixDef'), 'refState': ('block', 'fact:refState'), 'rendition': ('block', 'fact:rendition'),
    'schemaRef': ('block', 'fact:schemaRef'), 'styleDefDecl': ('block', 'fact:styleDefDecl'), 'tagUsage': ('block', 'fact:tagUsage'), 'unicodeProp': ('block', 'fact:unicodeProp'), 'unihanProp': ('block', 'fact:unihanProp'), 'application': ('block', 'fact:application'), 'char': ('block', 'fact:char'), 'citeStructure': ('block', 'fact:citeStructure'), 'glyph': ('block', 'fact:glyph'), 'namespace': ('block', 'fact:namespace'), 'unitDef': ('block', 'fact:unitDef')
  }"/>

  <xsl:template match="tei:*[map:contains($local:plain, local-name())]" priority="0">
    <xsl:variable name="becomes" as="xs:string+" select="$local:plain(local-name())"/>
    <xsl:element name="{$becomes[1]}">
      <xsl:attribute name="tei" select="local-name()"/>
      <xsl:if test="$becomes[2]"><xsl:attribute name="role" select="$becomes[2]"/></xsl:if>
      <xsl:if test="$becomes[3]"><xsl:attribute name="is" select="$becomes[3]"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <!-- A fact is what its element is, whatever role the source gives it. -->
      <xsl:if test="@role and $becomes[1] = ('block', 'section')"><xsl:attribute name="role" select="$becomes[2]"/></xsl:if>
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
    tei:listTranspose | tei:fw | tei:index | tei:certainty | tei:precision | tei:respons | tei:interp | tei:interpGrp | tei:spanGrp | tei:linkGrp | tei:joinGrp | tei:altGrp | tei:timeline | tei:fs | tei:fLib | tei:fvLib | tei:xenoData"/>
</xsl:stylesheet>
