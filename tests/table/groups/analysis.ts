import { kept, nothingOf } from '../example.ts';

export const analysis = [
  ...nothingOf(
    'analysis',
    'index certainty precision respons interp interpGrp spanGrp linkGrp joinGrp altGrp timeline',
  ),
  ...kept('analysis', 'alt annotation divGen facsimile join link listAnnotation path span when'),
  ...nothingOf('feature structures', 'fs fLib fvLib'),
  ...kept(
    'feature structures',
    'bicond binary cond default f fDecl fDescr fsConstraints fsdDecl fsDecl fsDescr fsdLink if iff numeric string symbol then vAlt vColl vDefault vLabel vMerge vNot vRange',
  ),
  ...kept('graphs', 'arc eLeaf eTree forest graph iNode leaf listForest node root tree triangle'),
  ...kept(
    'specification',
    'alternate altIdent anyElement attDef attList attRef classes classRef classSpec constraint constraintSpec content dataFacet dataRef dataSpec datatype defaultVal elementRef elementSpec empty equiv exemplum listRef macroRef macroSpec memberOf model modelGrp modelSequence moduleRef moduleSpec outputRendition param paramList paramSpec remarks schemaSpec sequence specDesc specGrp specGrpRef specList textNode valDesc valItem valList',
  ),
];
