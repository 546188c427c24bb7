import { each, eachFact, eachFactOfParts, eachStatement, group, nothing, type Row, span, spanOfParts } from './rule.ts';

/** What headers and descriptions say of texts and manuscripts: statements that hold facts, and facts. */

/** An item of the contents of a manuscript, which has its number. */
const msItem: Row = { becomes: 'item', by: 'registers', holds: 'facts' };

export const records = {
  ...group('manuscript record', {
    ...each('height width depth dim locus watermark stamp signatures material objectType catchwords', span),
    ...each('heraldry secFol origDate', span),
    ...each('origPlace dimensions locusGrp', spanOfParts),
    ...each('msItem msItemStruct', msItem),
    ...eachStatement('msDesc msPart msFrag msIdentifier altIdentifier msContents physDesc objectDesc supportDesc'),
    ...eachStatement('layoutDesc handDesc typeDesc scriptDesc decoDesc bindingDesc sealDesc history additional'),
    ...eachStatement('adminInfo recordHist custodialHist'),
    ...eachFact('accMat collation collection colophon condition decoNote explicit filiation finalRubric'),
    ...eachFact('foliation incipit institution msName musicNotation repository rubric source summary typeNote'),
    ...eachFactOfParts('acquisition additions binding custEvent layout origin provenance seal support surrogates'),
  }),
  ...group('header record', {
    ...each('edition idno licence', span),
    ...each('extent', spanOfParts),
    ...eachStatement('fileDesc titleStmt editionStmt publicationStmt availability seriesStmt notesStmt sourceDesc'),
    ...eachStatement('encodingDesc editorialDecl profileDesc langUsage textClass correspDesc correspContext'),
    ...eachStatement('calendarDesc revisionDesc listChange handNotes abstract'),
    ...eachFact('calendar catRef change classCode correction hyphenation interpretation language normalization'),
    ...eachFact('principal projectDesc punctuation quotation samplingDecl scriptNote segmentation stdVals'),
    ...eachFact('variantEncoding'),
    ...eachFactOfParts('authority creation distributor funder handNote keywords sponsor'),
    correspAction: { becomes: 'block', by: 'records', holds: 'parts' },
  }),
  ...group('corpus record', {
    ...eachStatement('particDesc settingDesc textDesc'),
    ...eachFact('activity channel constitution derivation domain factuality interaction locale preparedness'),
    ...eachFact('purpose'),
    ...eachFactOfParts('setting'),
  }),
  ...group('recording', {
    ...eachStatement('recordingStmt scriptStmt transcriptionDesc'),
    ...eachFactOfParts('broadcast equipment recording'),
  }),
  ...group('machine part of the header', {
    // Who reads a header for its text reads its children.
    teiHeader: { becomes: 'contents', by: 'structure', holds: 'blocks' },
    ...eachStatement('appInfo charDecl classDecl taxonomy category listPrefixDef metDecl refsDecl tagsDecl unitDecl'),
    ...eachFact('catDesc citeData conversion cRefPattern geoDecl localProp mapping metSym prefixDef refState'),
    ...eachFact('rendition schemaRef styleDefDecl tagUsage unicodeProp unihanProp'),
    ...eachFactOfParts('application char citeStructure glyph namespace unitDef'),
    // Data of other programs, in a language of theirs.
    xenoData: nothing,
  }),
};
