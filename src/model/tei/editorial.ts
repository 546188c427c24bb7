import type { StatusIs } from '../status.ts';
import { each, group, nothing, type Row, span, words } from './rule.ts';

/** The work of writers and editors on the text; breaks and marks. */

const hasStatus = (is: StatusIs): Row => ({ becomes: 'span', status: is });
/** A point at which a range begins, over whatever is up to its end. */
const begins = (is: StatusIs): Row => ({ becomes: 'span', role: 'anchor', by: 'breaks', point: 'place', begins: is });
/** A side of a choice, which says what the others are. */
const side = (is: StatusIs): Row => ({ ...hasStatus(is), by: 'editorial' });

export const editorial = {
  ...group('apparatus', {
    app: { becomes: 'app', by: 'apparatus', holds: 'sides' },
    ...each('lem rdg', { becomes: 'span', role: 'reading', by: 'apparatus' }),
    rdgGrp: { becomes: 'contents', by: 'apparatus', holds: 'sides' },
    witDetail: { becomes: 'span', role: 'detail', by: 'apparatus' },
    wit: { becomes: 'span', role: 'witnesses', by: 'apparatus' },
    listApp: words,
  }),
  ...group('witnesses', {
    listWit: { becomes: 'list', by: 'lists' },
    witness: { becomes: 'item' },
    ...each('lacunaStart lacunaEnd witStart witEnd', { becomes: 'span', role: 'anchor', by: 'breaks', point: 'place' }),
  }),
  ...group('choice', {
    choice: { becomes: 'contents', by: 'editorial', holds: 'sides' },
    corr: side('corrected'),
    reg: side('regularized'),
    expan: { becomes: 'span', role: 'expanded', by: 'editorial' },
    sic: side('erroneous'),
    orig: side('original'),
    abbr: span,
  }),
  ...group('abbreviation', { ex: hasStatus('expansion'), am: hasStatus('abbreviation') }),
  ...group('supplied', { supplied: hasStatus('supplied') }),
  ...group('state of the letters', {
    unclear: hasStatus('unclear'),
    surplus: hasStatus('surplus'),
    secl: hasStatus('secluded'),
    damage: hasStatus('damaged'),
    damageSpan: begins('damaged'),
  }),
  ...group('genetic', {
    add: hasStatus('added'),
    del: hasStatus('deleted'),
    restore: hasStatus('restored'),
    retrace: hasStatus('retraced'),
    subst: { becomes: 'span', role: 'substitution' },
    addSpan: begins('added'),
    delSpan: begins('deleted'),
    ...each('metamark redo undo mod substJoin', span),
    listTranspose: nothing,
    transpose: words,
  }),
  ...group('mark', {
    gap: { becomes: 'mark', role: 'gap' },
    ...each('cb gb milestone', { becomes: 'span', role: 'anchor', by: 'breaks', point: 'place' }),
    space: { becomes: 'mark', role: 'vacat', by: 'breaks', point: 'space' },
    handShift: { becomes: 'mark', role: 'hand', by: 'breaks' },
    ...each('caesura ellipsis', words),
  }),
  ...group('page', { pb: { becomes: 'page-break' } }),
  ...group('line break', { lb: { becomes: 'line-break' } }),
  ...group('running head', { fw: nothing }),
  ...group('points', { anchor: { becomes: 'span', role: 'anchor', by: 'breaks', point: 'place' } }),
};
