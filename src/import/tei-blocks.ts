/** Blocks as TEI. */
import type {
  Block,
  Cell,
  Division,
  Inline,
  LetterPart,
  ListBlock,
  ListItem,
  Note,
  PageBreak,
  TableBlock,
} from './document.ts';
import { type Lines, element, textElement } from './tei-markup.ts';
import { type Ids, type InlineContext, writeInline } from './tei-inline.ts';

/** What writing blocks needs: ids, notes, and how note bodies are written. */
export function blockContext(ids: Ids, notes: readonly Note[], noteIds: readonly string[]): InlineContext {
  const context: InlineContext = {
    ids,
    notes,
    noteIds,
    noteBody: (note) => {
      const [only] = note.blocks;
      if (note.blocks.length === 1 && only?.kind === 'paragraph') return writeInline(only.content, context).trim();
      return writeBlocks(note.blocks, context)
        .map((l) => l.trim())
        .join(' ');
    },
  };
  return context;
}

const isPart = (b: Block): b is LetterPart =>
  b.kind === 'dateline' || b.kind === 'opening' || b.kind === 'salute' || b.kind === 'signed' || b.kind === 'closing';

const frameOf = (b: LetterPart): 'opener' | 'closer' =>
  b.kind === 'signed' || b.kind === 'closing' ? 'closer' : 'opener';

/** Blocks in order; parts of letters that meet share an opener or a closer. */
export function writeBlocks(blocks: readonly Block[], context: InlineContext): Lines {
  const out: Lines = [];
  for (let i = 0; i < blocks.length;) {
    const block = blocks[i]!;
    if (!isPart(block)) {
      for (const line of writeBlock(block, context)) out.push(line);
      i++;
      continue;
    }
    const frame = frameOf(block);
    let end = i;
    while (end < blocks.length && isPart(blocks[end]!) && frameOf(blocks[end] as LetterPart) === frame) end++;
    out.push(...writeFrame(frame, blocks.slice(i, end) as LetterPart[], context));
    i = end;
  }
  return out;
}

/** Plain lines of an opener or closer are its own text. */
function writeFrame(frame: 'opener' | 'closer', parts: readonly LetterPart[], context: InlineContext): Lines {
  const written = parts.map((p) => ({
    plain: p.kind === 'opening' || p.kind === 'closing',
    part: p,
    text: writeInline(p.content, context).trim(),
  }));
  if (written.every((w) => !w.plain)) {
    return element(frame, {}, ...written.map((w) => textElement(w.part.kind, { cert: w.part.cert }, w.text)));
  }
  const content = written.map((w) => (w.plain ? w.text : textElement(w.part.kind, { cert: w.part.cert }, w.text)[0]!));
  return textElement(frame, {}, content.join(' '));
}

function writeBlock(block: Exclude<Block, LetterPart>, context: InlineContext): Lines {
  switch (block.kind) {
    case 'paragraph':
      return textElement('p', { cert: block.cert }, writeInline(block.content, context));
    case 'source-line':
      return textElement('note', { type: 'archive', rend: 'inline' }, writeInline(block.content, context));
    case 'list':
      return writeList(block, context);
    case 'table':
      return writeTable(block, context);
    case 'page':
      return writePage(block, context);
    case 'group':
      return element(block.element, block.attributes, writeBlocks(block.blocks, context));
    case 'text-line':
      return textElement(block.element, block.attributes, writeInline(block.content, context));
    case 'postscript':
      return element('postscript', {}, writeBlocks(block.blocks, context));
    case 'division':
      return writeDivision(block, context);
  }
}

const writePage = (page: PageBreak, context: InlineContext): Lines => [writeInline([page], context)];

function writeList(list: ListBlock, context: InlineContext): Lines {
  const rend = { bullets: 'bulleted', numbers: 'numbered', labels: 'labelled' }[list.marks];
  const head = list.head ? textElement('head', {}, writeInline(list.head, context)) : [];
  return element(
    'list',
    { type: list.type, rend, cert: list.cert },
    head,
    list.items.flatMap((item) => writeItem(item, context)),
  );
}

function writeItem(item: ListItem, context: InlineContext): Lines {
  const before = item.pagesBefore.flatMap((p) => writePage(p, context));
  const label = item.label ? textElement('label', {}, writeInline(item.label, context)) : [];
  const text = writeInline(item.content, context).trim();
  if (item.blocks.length === 0) return [...before, ...label, ...textElement('item', { n: item.number }, text)];
  // Words with a list below them are words of the item; with paragraphs below they are a paragraph too.
  const listsOnly = item.blocks.every((b) => b.kind === 'list' || b.kind === 'page');
  const own = text === '' ? [] : listsOnly ? [text] : textElement('p', {}, text);
  return [...before, ...label, ...element('item', { n: item.number }, own, writeBlocks(item.blocks, context))];
}

function writeTable(table: TableBlock, context: InlineContext): Lines {
  const head = table.head ? textElement('head', {}, writeInline(table.head, context)) : [];
  const rows = table.rows.map((row): Lines => {
    if (row.kind === 'page') return writePage(row, context);
    return element(
      'row',
      { role: row.label ? 'label' : undefined },
      ...row.cells.map((cell) => writeCell(cell, context)),
    );
  });
  return element('table', { cert: table.cert }, head, rows.flat());
}

function writeCell(cell: readonly Inline[] | Cell, context: InlineContext): Lines {
  if (!('kind' in cell)) return textElement('cell', {}, writeInline(cell, context));
  const count = (n: number | undefined): string | undefined => (n !== undefined && n > 1 ? String(n) : undefined);
  const attributes = { role: cell.label ? 'label' : undefined, rows: count(cell.rows), cols: count(cell.columns) };
  if (cell.blocks.length === 0) return textElement('cell', attributes, writeInline(cell.content, context));
  const own = writeInline(cell.content, context).trim();
  return element('cell', attributes, own === '' ? [] : textElement('p', {}, own), writeBlocks(cell.blocks, context));
}

function writeDivision(division: Division, context: InlineContext): Lines {
  const above = division.above ? textElement('opener', {}, writeInline(division.above, context)) : [];
  const label = (division.above ?? division.heads[0])?.map((c) => (c.kind === 'text' ? c.text : '')).join('') ?? 'part';
  const heads = division.heads.map((h, i) =>
    textElement('head', { type: i > 0 ? 'sub' : undefined }, writeInline(h, context)),
  );
  if (division.quoted) {
    return element(
      'floatingText',
      { type: division.quoted, 'xml:id': context.ids.part(division.quoted), cert: division.cert },
      element('body', {}, ...heads, writeBlocks(division.blocks, context)),
    );
  }
  const id = division.type === 'attachment' ? context.ids.part(label) : undefined;
  return element(
    'div',
    { type: division.type, 'xml:id': id, cert: division.cert },
    above,
    ...heads,
    writeBlocks(division.blocks, context),
  );
}
