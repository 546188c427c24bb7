import { each, group, type Row, span, spanOfParts, words } from './rule.ts';

/** Registers with their entries, names, and what refers to works. */

const register: Row = { becomes: 'list', role: 'register' };
const entry: Row = { becomes: 'item', by: 'registers', holds: 'facts' };
const place: Row = { becomes: 'span', names: 'place', points: true, holds: 'parts' };

export const namesAndRegisters = {
  ...group('register', {
    ...each('listPerson listPlace listOrg listEvent listBibl listObject listRelation', register),
    ...each('person personGrp place org event object', entry),
    ...each('listNym nym persona', words),
  }),
  ...group('register fact', {
    ...each('occupation sex faith nationality geo', span),
    ...each('age gender langKnown persPronouns', span),
    ...each('birth death affiliation residence education location relation', spanOfParts),
    ...each('climate floruit langKnowledge population socecStatus state terrain trait', spanOfParts),
  }),
  ...group('name', {
    persName: { becomes: 'span', names: 'person', points: true },
    orgName: { becomes: 'span', names: 'organization', points: true },
    ...each('placeName settlement country region district bloc geogName geogFeat', place),
    ...each('name rs', { becomes: 'span', points: true }),
    ...each('forename surname roleName addName genName nameLink offset', span),
    ...each('eventName objectName', span),
    objectIdentifier: spanOfParts,
  }),
  ...group('bibliography', {
    ...each('biblStruct biblFull', { becomes: 'block', role: 'bibliography', holds: 'parts' }),
    ...each('author editor publisher pubPlace biblScope citedRange textLang resp', span),
    ...each('bibl monogr analytic imprint series respStmt relatedItem', spanOfParts),
  }),
};
