import { each, group, ownBlocks, type Row, span, words } from './rule.ts';

/** Kinds of text with elements of their own: verse, plays, speech, dictionaries; pictures, tables, formulas. */

const direction: Row = { becomes: 'span', role: 'stage', by: 'verse-and-drama' };

export const genres = {
  ...group('verse', {
    lg: { becomes: 'block', role: 'stanza' },
    l: { becomes: 'line' },
    rhyme: words,
  }),
  ...group('drama', {
    sp: { becomes: 'speech' },
    ...ownBlocks('speaker set prologue epilogue performance'),
    ...each('stage camera sound tech view caption move', direction),
    ...each('castList castGroup', { becomes: 'list', role: 'cast' }),
    castItem: { becomes: 'item' },
    ...each('role roleDesc', span),
    ...each('actor spGrp', words),
  }),
  ...group('speech', {
    u: { becomes: 'block', role: 'utterance' },
    pause: { becomes: 'mark', role: 'pause' },
    ...each('vocal kinesic incident', { becomes: 'mark', role: 'event' }),
    ...each('shift writing', span),
    annotationBlock: words,
  }),
  ...group('dictionary', {
    ...each('entry entryFree', { becomes: 'block', role: 'entry' }),
    superEntry: { becomes: 'block', role: 'entry-group' },
    re: { becomes: 'block', role: 'related-entry' },
    ...each('sense hom', { becomes: 'item' }),
    form: { becomes: 'span', role: 'form' },
    orth: { becomes: 'span', role: 'orthography' },
    pron: { becomes: 'span', role: 'pronunciation' },
    ...each('gramGrp gram pos gen number case mood per tns iType subc', { becomes: 'span', role: 'grammar' }),
    def: { becomes: 'span', role: 'definition' },
    usg: { becomes: 'span', role: 'usage' },
    etym: { becomes: 'span', role: 'etymology' },
    xr: { becomes: 'span', role: 'cross-reference' },
    ...each('hyph stress syll colloc lang lbl dictScrap oRef pRef', span),
  }),
  ...group('figure', {
    figure: { becomes: 'figure' },
    ...each('graphic media', { becomes: 'image' }),
    figDesc: { becomes: 'block', role: 'description' },
    binaryObject: words,
  }),
  ...group('table', {
    table: { becomes: 'table' },
    row: { becomes: 'row' },
    cell: { becomes: 'cell' },
  }),
  ...group('formula', {
    formula: { becomes: 'span', role: 'formula', by: 'formulas' },
    notatedMusic: { becomes: 'span', role: 'formula' },
  }),
  ...group('document leaf', {
    surface: { becomes: 'section', role: 'surface', by: 'leaves', unit: true },
    zone: { becomes: 'block', by: 'leaves' },
    line: { becomes: 'line' },
  }),
};
