import { describe, expect, it } from 'vitest';
import { contentText, tagsOf, textOf, typesetAndRead, wordsOf } from './typeset.ts';

const paragraph =
  'The ambassador’s characteristically unenthusiastic representation of the disagreement affected the official efficiency ' +
  'of the anti-ballistic Kennedy-Khrushchev negotiations, notwithstanding seventy-five inter-departmental memoranda on flood-lit ' +
  'out-of-the-way offices; “afflictions” and fjords, 1,234–56 well-known first-class half-truths. ';

describe('the text of a PDF is the text that was put in', () => {
  it.each([100, 120, 140, 160, 180, 200])('at a width of %i, with hyphens of words and hyphens of lines', (width) => {
    const { tags, pages } = typesetAndRead(`#set page(width: ${width + 60}pt)\n${paragraph.repeat(4)}`);
    expect(textOf(tags)).toBe(wordsOf(paragraph.repeat(4)));
    const pieces = tagsOf(tags, 'P').flatMap(({ children }) =>
      children.flatMap((node) => (node.kind === 'content' ? node.pieces : [])),
    );
    const all = pieces.map(({ text }) => text).join('');
    // The hyphen that ends a line is not one that is in the word.
    expect(all).toContain('\u00ad');
    expect(all.replaceAll('\u00ad', '')).toBe(paragraph.repeat(4).trim());
    expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
  });

  it('in Greek and Cyrillic', () => {
    const greek = 'Ἄνδρα μοι ἔννεπε, Μοῦσα, πολύτροπον, ὃς μάλα πολλὰ πλάγχθη, ἐπεὶ Τροίης ἱερὸν πτολίεθρον ἔπερσεν.';
    const russian = 'Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.';
    const { tags } = typesetAndRead(`#text(lang: "el")[${greek}]\n\n#text(lang: "ru")[${russian}]`);
    expect(textOf(tags)).toBe(`${greek}\n${russian}`);
  });

  it('where a font shows two letters as one glyph, or one letter as two', () => {
    const text = 'office affluent afﬁne fjord Qu Th fb ffi e\u0301 n\u0303';
    expect(textOf(typesetAndRead(text).tags)).toBe(text);
  });

  const hebrew = 'בראשית ברא אלהים את השמים ואת הארץ, בשנת 1967 (English words) והארץ היתה תהו ובהו וחשך על פני תהום.';
  const pointed = 'בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ׃';
  const arabic =
    'الحمد لله رب العالمين، سنة ١٩٦٧ (English) ولا الضالين. السلام عليكم ورحمة الله وبركاته في سنة 1967 أيام.';
  const vocalised = 'بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ';

  it.each([
    ['Hebrew', 'he', hebrew],
    ['pointed Hebrew', 'he', pointed],
    ['Arabic', 'ar', arabic],
    ['vocalised Arabic', 'ar', vocalised],
  ])('in paragraphs from right to left: %s', (_, language, text) => {
    const { tags } = typesetAndRead(`#set text(lang: "${language}")\n${text} ${text} ${text}`);
    expect(textOf(tags)).toBe(`${text} ${text} ${text}`);
  });

  it.each([
    ['he', hebrew],
    ['ar', arabic],
  ])('of words from right to left between English ones: %s', (language, text) => {
    const said = `#text(lang: "${language}", dir: rtl)[${text}]`;
    const { tags } = typesetAndRead(`He wrote: ${said}, then left. “${said}” (${said}) ${said} 12.`);
    expect(textOf(tags)).toBe(`He wrote: ${text}, then left. “${text}” (${text}) ${text} 12.`);
  });

  it('of words from right to left of which nobody says the language', () => {
    const { tags } = typesetAndRead('The word שלום, then עולם וארץ; and “שלום” (כן).');
    expect(textOf(tags)).toBe('The word שלום, then עולם וארץ; and “שלום” (כן).');
  });
});

describe('the notes of a PDF', () => {
  it('are apart from the text, with their labels, also where they go on over pages', () => {
    const body = paragraph.repeat(5).trim();
    const { tags } = typesetAndRead(`Before#footnote[${body}] after.#footnote[Second.] ${paragraph.repeat(3)}`);
    const notes = tagsOf(tags, 'Note');
    expect(textOf(tags, ['Note', 'Lbl'])).toBe(wordsOf(`Before after. ${paragraph.repeat(3)}`));
    expect(notes.map((note) => textOf(note.children, ['Lbl']))).toEqual([wordsOf(body), 'Second.']);
    expect(notes.map((note) => textOf(tagsOf(note.children, 'Lbl')))).toEqual(['1', '2']);
  });

  it('are read in headings, cells, items and other notes', () => {
    const { tags } = typesetAndRead(`
#let hd(plain, full) = { show heading: it => block(full); heading(plain) }
#hd("Title", [Title#footnote[On the title.] here])
- item#footnote[On an item.]
#table(columns: 2, [cell#footnote[On a cell.]], [other])
End#footnote[Outer#footnote[Inner.] goes on.].`);
    expect(tagsOf(tags, 'Note').map((note) => textOf(note.children, ['Lbl', 'Note']))).toEqual([
      'On the title.',
      'On an item.',
      'On a cell.',
      'Outer goes on.',
      'Inner.',
    ]);
    expect(textOf(tagsOf(tags, 'H1'), ['Note', 'Lbl'])).toBe('Title here');
    expect(tagsOf(tags, 'TD').map((cell) => textOf(cell.children, ['Note', 'Lbl']))).toEqual(['cell', 'other']);
  });
});

describe('what is not of the text', () => {
  it('is told by its marks: running heads, words of no language', () => {
    const { pages, tags } = typesetAndRead(`
#set page(header: [A running head], footer: context counter(page).display("i"))
Words #text(lang: "zxx", region: "xp")[591] and more.#pdf.artifact[made]`);
    expect(pages[0]!.artifacts.map((one) => [one.type, one.subtype, contentText(one)])).toEqual([
      ['Pagination', 'Header', 'A running head'],
      ['', '', 'made'],
      ['Pagination', 'Footer', 'i'],
    ]);
    const pieces = tagsOf(tags, 'P').flatMap(({ children }) =>
      children.flatMap((node) => (node.kind === 'content' ? node.pieces : [])),
    );
    expect(pieces.filter(({ language }) => language === 'zxx-XP').map(({ text }) => text)).toEqual(['591']);
    expect(textOf(tags)).toBe('Words 591 and more.');
  });
});
