import { each, group, nothing, type Row, span, words } from './rule.ts';

/** The work of writers and editors on the text; breaks and marks. */

const asPrinted: Row = { becomes: 'span', role: 'as-printed', by: 'editorial' };

export const editorial = {
  ...group('apparatus', {
    app: { becomes: 'contents', by: 'notes', holds: 'sides' },
    ...each('lem rdg', { becomes: 'span', role: 'reading' }),
    ...each('listApp rdgGrp wit witDetail', words),
  }),
  ...group('witnesses', {
    listWit: { becomes: 'list', by: 'lists' },
    witness: { becomes: 'item' },
    ...each('lacunaStart lacunaEnd witStart witEnd', words),
  }),
  ...group('choice', {
    choice: { becomes: 'contents', by: 'editorial', holds: 'sides' },
    corr: { becomes: 'span', role: 'correction', by: 'editorial' },
    reg: { becomes: 'span', role: 'regularization', by: 'editorial' },
    expan: { becomes: 'span', role: 'expansion', by: 'editorial' },
    ...each('sic orig', asPrinted),
    abbr: span,
  }),
  ...group('abbreviation', each('ex am', span)),
  ...group('supplied', { supplied: { becomes: 'span', role: 'supplied' } }),
  ...group('state of the letters', {
    unclear: { becomes: 'span', role: 'unclear' },
    ...each('surplus secl damage damageSpan', span),
  }),
  ...group('genetic', {
    add: { becomes: 'span', role: 'addition' },
    del: { becomes: 'span', role: 'deletion' },
    subst: { becomes: 'span', role: 'substitution' },
    ...each('retrace metamark addSpan delSpan redo undo restore mod substJoin', span),
    listTranspose: nothing,
    transpose: words,
  }),
  ...group('mark', {
    gap: { becomes: 'span', role: 'gap', by: 'breaks' },
    ...each('cb gb milestone', { becomes: 'span', role: 'anchor', by: 'breaks', point: 'place' }),
    space: { becomes: 'span', role: 'anchor', by: 'breaks', point: 'space' },
    handShift: span,
    ...each('caesura ellipsis', words),
  }),
  ...group('page', { pb: { becomes: 'page-break' } }),
  ...group('line break', { lb: { becomes: 'line-break' } }),
  ...group('running head', { fw: nothing }),
  ...group('points', { anchor: { becomes: 'span', role: 'anchor', by: 'breaks', point: 'place' } }),
};
