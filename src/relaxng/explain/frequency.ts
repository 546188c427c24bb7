/**
 * Elements of TEI in the order in which they are used, the commonest first: so a list of what is allowed begins with what is probably
 * meant. Counted in letters, novels, plays and state papers, and completed by judgement.
 */
const order =
  'p hi ref note pb persName placeName date list item div head title lb name l lg said quote q sp speaker stage gap unclear add del ' +
  'choice sic corr orig reg abbr expan ex subst supplied foreign emph term gloss orgName rs bibl num measure cell row table figure graphic ' +
  'figDesc opener closer dateline salute signed postscript byline trailer epigraph argument front body back text group floatingText ' +
  'titlePage docTitle titlePart docAuthor docDate docImprint docEdition imprimatur label desc ptr anchor seg c w pc s cb gb fw milestone space ' +
  'time address addrLine settlement country region geogName geogFeat district bloc roleName forename surname genName nameLink addName ' +
  'person place org event listPerson listPlace listOrg listEvent listBibl birth death occupation education affiliation residence sex ' +
  'nationality faith floruit age state trait relation listRelation location geo idno author editor publisher pubPlace edition extent ' +
  'biblScope citedRange series monogr analytic imprint biblStruct biblFull teiHeader fileDesc titleStmt publicationStmt sourceDesc ' +
  'editionStmt seriesStmt notesStmt respStmt resp availability licence authority distributor funder sponsor principal meeting ' +
  'encodingDesc projectDesc editorialDecl correction normalization hyphenation quotation punctuation interpretation segmentation ' +
  'tagsDecl namespace tagUsage rendition refsDecl cRefPattern classDecl taxonomy category catDesc catRef samplingDecl styleDefDecl ' +
  'appInfo application profileDesc langUsage language textClass keywords classCode creation correspDesc correspAction correspContext ' +
  'particDesc settingDesc setting handNotes calendarDesc calendar abstract revisionDesc listChange change standOff TEI teiCorpus ' +
  'msDesc msIdentifier repository collection institution msName altIdentifier msContents msItem physDesc objectDesc supportDesc support ' +
  'layoutDesc layout handDesc handNote typeDesc typeNote scriptDesc scriptNote decoDesc decoNote additions bindingDesc binding sealDesc ' +
  'accMat history origin origDate origPlace provenance acquisition additional adminInfo recordHist surrogates msPart msFrag head incipit ' +
  'explicit rubric finalRubric colophon locus locusGrp foliation collation condition material dimensions height width depth watermark stamp ' +
  'heraldry secFol signatures catchwords watermark app lem rdg rdgGrp listApp witDetail wit witStart witEnd lacunaStart lacunaEnd listWit ' +
  'witness handShift addSpan delSpan damage damageSpan restore retrace surplus secl mod redo undo transpose listTranspose substJoin metamark ' +
  'am facsimile surface surfaceGrp zone sourceDoc line path castList castItem castGroup role roleDesc actor performance prologue epilogue set ' +
  'camera caption sound tech view move spGrp ab span spanGrp join joinGrp link linkGrp alt altGrp interp interpGrp timeline when ' +
  'formula notatedMusic binaryObject media code eg egXML ident gi att val tag email soCalled mentioned distinct cit metDecl metSym caesura ' +
  'rhyme unit measureGrp stdVals textDesc channel constitution derivation domain factuality interaction preparedness purpose typeNote ' +
  'objectName object objectIdentifier listObject eventName personGrp persona nym listNym offset climate terrain population ' +
  'incident kinesic vocal writing shift pause u annotation listAnnotation xenoData ellipsis floatingText divGen index headItem headLabel ' +
  'listPrefixDef prefixDef listRef biblScope relatedItem series textLang summary filiation objectType typeNote ' +
  'entry form orth sense def gramGrp gram pos gen pron xr usg etym lbl lang re hom number case subc colloc per tns mood iType hyph syll ' +
  'stress oRef pRef entryFree superEntry dictScrap annotationBlock post recording equipment broadcast';

let ranks: ReadonlyMap<string, number> | undefined;

/** Is this the name of an element of TEI, whether the schema available has it or not? */
export const isCustomary = (local: string): boolean => usage(local) < 9999;

/** The place of an element in the order of use; the same high number for all that are not in it. */
export function usage(local: string): number {
  ranks ??= new Map(
    order
      .split(' ')
      .reverse()
      .map((name, i, all) => [name, all.length - i]),
  );
  return ranks.get(local) ?? 9999;
}
