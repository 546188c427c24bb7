import { each, group, span, words } from './rule.ts';

/** Words with a property, and what refers to other places: links, notes. */

export const phrases = {
  ...group('phrase', {
    hi: { becomes: 'span', by: 'phrases' },
    foreign: { becomes: 'span', role: 'foreign' },
    emph: { becomes: 'span', role: 'emphasis', by: 'phrases' },
    title: { becomes: 'span', role: 'title', by: 'phrases', points: true },
    ...each('date time', { becomes: 'span', role: 'date', by: 'phrases' }),
    ...each('term gloss', { becomes: 'span', role: 'term', by: 'names-and-links', points: true }),
    ...each('num measure mentioned soCalled distinct desc email', span),
    ...each('ident code gi att val tag', span),
    ...each('measureGrp unit', words),
  }),
  ...group('link', each('ref ptr', { becomes: 'link' })),
  ...group('note', {
    note: { becomes: 'note', by: 'notes' },
    noteGrp: { becomes: 'span', by: 'notes', holds: 'sides' },
  }),
  ...group('words of linguistics', each('seg c w pc s phr cl m', span)),
  ...group('sign', { g: span }),
  ...group('ruby', {
    ruby: { becomes: 'span', role: 'ruby', by: 'phrases' },
    rb: span,
    rt: { becomes: 'mark', role: 'gloss', by: 'phrases' },
  }),
};
