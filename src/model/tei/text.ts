import { each, group, ownBlocks, type Row, span, words } from './rule.ts';

/** Files, texts, divisions, and what they consist of: paragraphs, parts of letters, quotations, lists. */

const part: Row = { becomes: 'contents', by: 'structure', holds: 'blocks', unit: true };
const quotation: Row = { becomes: 'span', role: 'quote', by: 'blocks' };

export const text = {
  ...group('file', each('TEI teiCorpus', words)),
  ...group('container', {
    ...each('text front body back group sourceDoc', part),
    surfaceGrp: { becomes: 'section', role: 'surface-group', unit: true },
    standOff: words,
  }),
  ...group('division', {
    ...each('div div1 div2 div3 div4 div5 div6 div7', { becomes: 'section', by: 'structure', unit: true }),
    floatingText: { becomes: 'section', by: 'structure' },
  }),
  ...group('title page', {
    titlePage: { becomes: 'section', role: 'title-page', unit: true },
    docTitle: { becomes: 'block', role: 'title-group' },
    titlePart: { becomes: 'block', role: 'title' },
    docImprint: { becomes: 'block', role: 'imprint' },
    ...each('docAuthor docDate docEdition', span),
    imprimatur: words,
  }),
  ...group('heading', { head: { becomes: 'heading' } }),
  ...group('paragraph', {
    p: { becomes: 'block', role: 'paragraph' },
    ab: { becomes: 'block', by: 'blocks' },
  }),
  ...group('letter and chapter parts', {
    ...ownBlocks('opener closer dateline salute signed byline postscript trailer argument epigraph'),
    ...each('meeting post', words),
  }),
  ...group('quotation', each('quote cit q said', quotation)),
  ...group('code', { ...ownBlocks('eg'), egXML: words }),
  ...group('address', {
    address: { becomes: 'block', role: 'address', by: 'blocks', holds: 'lines' },
    addrLine: { becomes: 'block', role: 'line' },
    ...each('street postCode postBox', span),
  }),
  ...group('list', {
    list: { becomes: 'list', by: 'lists' },
    item: { becomes: 'item' },
    label: span,
    ...each('headLabel headItem', words),
  }),
};
