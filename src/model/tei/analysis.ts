import { each, group, nothing, words } from './rule.ts';

/** What is said of a text and is not read in it: analysis, feature structures, graphs, specifications of a schema. */

export const analysis = {
  ...group('analysis', {
    ...each('index certainty precision respons interp interpGrp spanGrp linkGrp joinGrp altGrp timeline', nothing),
    ...each('alt annotation divGen facsimile join link listAnnotation path span when', words),
  }),
  ...group('feature structures', {
    ...each('fs fLib fvLib', nothing),
    ...each('bicond binary cond default f fDecl fDescr fsConstraints fsdDecl fsDecl fsDescr fsdLink if iff', words),
    ...each('numeric string symbol then vAlt vColl vDefault vLabel vMerge vNot vRange', words),
  }),
  ...group('graphs', each('arc eLeaf eTree forest graph iNode leaf listForest node root tree triangle', words)),
  ...group('specification', {
    ...each('alternate altIdent anyElement attDef attList attRef classes classRef classSpec constraint', words),
    ...each('constraintSpec content dataFacet dataRef dataSpec datatype defaultVal elementRef elementSpec', words),
    ...each('empty equiv exemplum listRef macroRef macroSpec memberOf model modelGrp modelSequence moduleRef', words),
    ...each('moduleSpec outputRendition param paramList paramSpec remarks schemaSpec sequence specDesc', words),
    ...each('specGrp specGrpRef specList textNode valDesc valItem valList', words),
  }),
};
