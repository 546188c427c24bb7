import { each, group, type Row, span, words } from './rule.ts';

/** Registers with their entries, names, and what refers to works. */

const register: Row = { becomes: 'list', role: 'register' };
const entry: Row = { becomes: 'item', by: 'registers', holds: 'facts' };
const place: Row = { becomes: 'span', names: 'place', points: true };

export const namesAndRegisters = {
  ...group('register', {
    ...each('listPerson listPlace listOrg listEvent listBibl listRelation', register),
    ...each('person personGrp place org event', entry),
    ...each('listNym listObject nym object persona', words),
  }),
  ...group('register fact', {
    ...each('birth death occupation affiliation residence sex education faith nationality location geo relation', span),
    ...each('age climate floruit gender langKnowledge langKnown persPronouns population socecStatus state', words),
    ...each('terrain trait', words),
  }),
  ...group('name', {
    persName: { becomes: 'span', names: 'person', points: true },
    orgName: { becomes: 'span', names: 'organization', points: true },
    ...each('placeName settlement country region district bloc geogName geogFeat', place),
    ...each('name rs', { becomes: 'span', points: true }),
    ...each('forename surname roleName addName genName nameLink offset', span),
    ...each('eventName objectIdentifier objectName', words),
  }),
  ...group('bibliography', {
    biblStruct: { becomes: 'block', role: 'bibliography' },
    ...each('bibl author editor publisher pubPlace biblScope', span),
    ...each('monogr analytic imprint series respStmt resp', span),
    ...each('biblFull citedRange relatedItem textLang', words),
  }),
};
