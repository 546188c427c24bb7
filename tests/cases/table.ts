/**
 * The cases of ../shared/cases, each with the test that holds its kind: the file, and words of the test's title. What is not done yet names the
 * work that it belongs to.
 */

export interface Tested {
  readonly file: string;
  readonly title: string;
}
export interface Later {
  readonly later: 'any TEI' | 'import' | 'the reading site' | 'large series';
}

const in_ = (file: string, title: string): Tested => ({ file: `${file}.test.ts`, title });
const later = (what: Later['later']): Later => ({ later: what });

export const cases: Readonly<Record<string, Tested | Later>> = {
  'aesth-01': in_('verify/structure', 'A unit as writers get it has no spine.'),
  'aesth-02': in_('publish/checked-first', 'stops at the errors of a source'),
  'aesth-03': in_('architecture', 'is written and read with the word of model/page-label.ts'),
  'anytei-01': in_('publish/records', 'are a page, with its lines, zones, additions and deletions'),
  'anytei-02': in_('publish/records', 'is the page, with what catalogues call its parts'),
  'anytei-03': in_('verify/apparatus', 'the case of an apparatus without witnesses'),
  'anytei-05': in_('formats/numbers', 'has its numbers next to the words and as addresses'),
  'anytei-06': in_('formats/lines', 'shows the lines of a damaged papyrus, their numbers, and where a word goes on'),
  'anytei-08': in_('formats/formulas', 'is MathML on a page, with its source'),
  'anytei-07': in_('publish/kinds-of-tei', 'is a page in its own language, written in its own direction'),
  'anytei-09': in_('publish/kinds-of-tei', 'are not notes of the text, and the others are numbered without them'),
  'anytei-11': in_('validate/includes', 'are those of the text where the files are there'),
  'anytei-14': in_('publish/pages', 'do not have the title of the first on their pages'),
  'anytei-16': in_('publish/pages', 'loses nothing as a page for each chapter'),
  'anytei-12': in_('formats/dictionaries', 'has its headword, its grammar and its senses with their numbers'),
  'anytei-15': in_('publish/includes', 'does not stop a file from being built'),
  'bugs-18': in_('validate/one-cause', 'an attribute that must be in a namespace'),
  'bugs-20': in_('validate/xsd-messages', 'XML Schema'),
  'bugs-22': in_('validate/one-cause', 'ids that differ in white space only are the same id'),
  'bugs-24': in_('publish/includes', 'Parts are included, and what is left of a file'),
  'bugs-25': in_('validate/schematron-run', 'rules inside a grammar run where the grammar is named as Schematron too'),
  'bugs-27': in_('validate/schematron-run', 'a subject that selects nothing leaves the finding at the context'),
  'bugs-28': in_('lsp/trust', 'then offer their quick fixes by their titles'),
  'bugs-29': in_('edition/pages', 'are documents with what their headers and the header around them say'),
  'bugs-30': in_('verify/apparatus', 'readings in a group are outside the text'),
  'bugs-38': in_('formats/formulas', 'goes into the page as it is'),
  'bugs-39': in_('formats/ruby', 'are ruby on a page, and have it in parentheses in a text'),
  'bugs-40': in_('formats/directions-pages', 'is written as its letters are where nothing else says it'),
  'bugs-41': in_('formats/lines', 'in the words of all formats'),
  'bugs-42': in_('formats/citation-names', 'stay whole, though nothing marks them'),
  'bugs-44': in_('formats/citation-names', 'life dates are left out of a name'),
  'bugs-45': in_('formats/citation-dates', 'a date of publication'),
  'anytei-17': in_('publish/notes-elsewhere', 'are called by ref, anchor and ptr, and what held nothing else is gone'),
  'bugs-33': in_('publish/notes-elsewhere', 'leave the heading of their division'),
  'bugs-34': in_('publish/notes-elsewhere', 'in a sentence is where it is, each note with its call'),
  'bugs-36': in_('verify/foreign-elements', 'loses nothing, and makes no second document'),
  'perf-01': in_('growth/build', 'not with their square'),
  'perf-02': in_('architecture', 'of the proof lead neither to phase 1 nor to what a build makes of facts'),
  'perf-03': in_('edition/batches', 'cost one call of the engine for all headers'),
  'reliab-01': in_('attacks/rules-of-strangers', 'try to get out in every way, and none does'),
  'reliab-02': in_('publish/second-build', 'where a register is called like a section'),
  'reliab-03': in_(
    'publish/second-build',
    'writes the words of a header that are not facts into the TEI of every document',
  ),
  'reliab-04': in_('cli/empty-or-wrong-folder', 'An edition that was built is not a source'),
  'reliab-05': in_('validate/damaged-settings', 'do not exist'),
  'reliab-06': in_('verify/damaged-manifest', 'A damaged manifest is named as such'),
  'reliab-09': in_('verify/edition-files', 'verify finds in the files of the whole edition'),
  'reliab-10': in_('cli/terminal-safety', 'What is printed gives no orders to a terminal'),
  'reliab-11': in_('work/cache', 'heals itself where a letter of it has changed'),
  'reliab-12': in_('cli/broken-output', 'on a full disk: one line and the exit code 2'),
  'reliab-13': in_('growth/import', 'The work of an import of %s grows with'),
  'reliab-14': in_('edition/images', 'what an attacker writes into an SVG image'),
  'reliab-15': in_('formats/spreadsheet-safety', 'A cell that begins like a formula'),
  'site-01': in_('cli/broken-output', 'with a reader that has gone: a quiet end'),
  'users-01': in_('cli/broken-templates', 'A template'),
  'users-02': in_('cli/published-addresses', 'stops where a second volume would move the documents of the first'),
  'users-03': in_('cli/empty-or-wrong-folder', 'A folder in which there is nothing to do is an error'),
  'users-09': in_('lsp/neovim', 'the page about editors'),
  'validate-02': in_('validate/fix', 'keep a tag that lacks its > before a line break and children'),
  'validate-05': in_('validate/one-cause', 'a prefix that nobody declared'),
  'validate-07': in_('validate/one-cause', 'is blamed itself, not the end tag after it'),
  'validate-08': in_('validate/one-cause', 'does not swallow the end tags of the elements around it'),
  'validate-09': in_('validate/one-cause', 'an element that the schema has in another namespace only: that is named'),
  'validate-10': in_('validate/one-cause', 'around another: unwrap it'),
  'validate-11': in_('validate/one-cause', 'the root of another vocabulary: one finding'),
  'validate-13': in_('validate/fix-mutants', 'attributes are offered in the order of use'),

  'bugs-37': in_('publish/examples', 'are lines on a page and in a text'),
  'validate-12': in_('relaxng/entities', 'are read, and the document is valid'),
  ...Object.fromEntries(
    ['01', '03', '05', '06', '09', '11', '12', '13', '14', '16', '47'].map((n) => [`bugs-${n}`, later('import')]),
  ),
  ...Object.fromEntries(['06', '07', '11', '13'].map((n) => [`import-${n}`, later('import')])),
  'import-01': in_('import/text', 'are paragraphs without line breaks; verse keeps its lines'),
  'import-02': in_('import/text', 'called with %s, below their paragraph as %s'),
  'import-03': in_('import/text', 'called with %s, below their paragraph as %s'),
  'import-04': in_('import/text', 'as %s within a sentence'),
  'users-04': in_('import/text', 'is a paragraph below a heading that says where it comes from'),
  'site-02': in_('search/passages', 'cites a passage %s'),
  'site-03': later('the reading site'),
  'users-06': in_('search/passages', 'neighbours that can be read, on a small screen'),
  'users-07': in_('search/passages', 'has calls of 24 pixels each way'),
  'users-08': in_('publish/records', 'has labels, and what belongs together is separated'),
  'data-01': later('large series'),
  'data-02': later('large series'),
};
