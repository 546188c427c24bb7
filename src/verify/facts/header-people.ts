import type { PersonName, VolumeFacts } from '../../model/facts.ts';
import { allText, attribute, children, descendants, type Element, follow, textWithout, tidy } from './element-tree.ts';
import { beforeOthers, furtherNames, unmarkedNames } from './names.ts';

/** Who made a text, as its header says it: authors, editors and translators. Other statements of responsibility are not cited. */

const none: ReadonlySet<number> = new Set();

/** What is written in the element of a name and is not of the name. */
const besideNames = new Set(['note', 'date', 'birth', 'death', 'idno', 'affiliation', 'email', 'address']);

const lower = (element: Element, name: string): string => (attribute(element, name) ?? '').toLowerCase();

/** The elements of names in a statement. A name that has the pointer of one before it is another form of that. */
function namesIn(statement: Element): Element[] {
  const all = children(statement, none, 'persName', 'name', 'orgName');
  const wanted = all.some(({ name }) => name === 'persName') ? ['persName', 'name'] : ['name', 'orgName'];
  const pointers = new Set<string>();
  return all.filter((one) => {
    const ref = attribute(one, 'ref') ?? '';
    const isRepeated = ref !== '' && pointers.has(ref);
    pointers.add(ref);
    return wanted.includes(one.name) && !isRepeated;
  });
}

/** The words of the elements with this name inside a name. */
const marked = (element: Element, name: string): string =>
  tidy(
    [...descendants(element, none)]
      .filter((one) => one.name === name && (name !== 'surname' || attribute(one, 'type') !== 'maiden'))
      .map((one) => tidy(allText(one)))
      .join(' '),
  );

/** A family name with what is before it: `van Gogh`, `d’Alembert`. */
const joined = (particle: string, family: string): string =>
  particle === '' ? family : ["'", '’', '-'].includes(particle.slice(-1)) ? particle + family : `${particle} ${family}`;

function personsOf(element: Element): PersonName[] {
  const words = tidy(textWithout(element, besideNames));
  const type = lower(element, 'type');
  if (element.name === 'orgName' || ['org', 'corp', 'institution'].some((body) => type.startsWith(body)))
    return words === '' ? [] : [{ literal: words, organization: true }];
  const family = marked(element, 'surname');
  const given = marked(element, 'forename');
  if (family === '') {
    if (given === '') return unmarkedNames(words);
    return words === '' ? [] : [{ literal: words }];
  }
  const particle = marked(element, 'nameLink');
  const last = joined(particle, family);
  const known = { family, ...(particle !== '' && { particle }) };
  if (given === '') return [{ ...known, literal: last }];
  const suffix = marked(element, 'genName');
  const end = suffix === '' ? '' : [...suffix].every((letter) => 'IVX'.includes(letter)) ? ` ${suffix}` : `, ${suffix}`;
  return [{ ...known, given, ...(suffix !== '' && { suffix }), literal: `${given} ${last}${end}` }];
}

type Part = 'authors' | 'editors' | 'generalEditors' | 'translators';

const by = new Set(['', 'by', 'von', 'par', 'di']);
const edits = new Set(
  'edited editor editors herausgegeben herausgeber herausgeberin édité éditeur éditeurs éditrice'.split(' '),
);
const translates = new Set(
  (
    'translated translation translator translators übersetzt übersetzung übersetzer übersetzerin ' +
    'traduit traduction traducteur traducteurs traductrice traduzione'
  ).split(' '),
);

function partOfResponsibility(statement: Element): Part | undefined {
  const resps = children(statement, none, 'resp');
  const text = tidy(resps.map((resp) => tidy(allText(resp))).join(' '))
    .toLowerCase()
    .replace(/:$/, '');
  const key = resps.flatMap(({ tag }) => tag.attributes.filter(({ name }) => name === 'key' || name === 'ref'))[0];
  const code = (key?.value ?? '').split('/').pop();
  const [first = '', behind = '', ...more] = text.split(' ');
  const isOne = (words: ReadonlySet<string>): boolean => more.length === 0 && words.has(first) && by.has(behind);
  if (code === 'trl' || isOne(translates)) return 'translators';
  const isCura = text === 'a cura' || (text.startsWith('a cura ') && by.has(text.slice(7)));
  return code === 'edt' || isOne(edits) || isCura ? 'editors' : undefined;
}

function partOf(statement: Element): Part | undefined {
  if (statement.name === 'respStmt') return partOfResponsibility(statement);
  const role = lower(statement, 'role');
  if (['translator', 'trl'].includes(role)) return 'translators';
  if (statement.name === 'author') return 'authors';
  return role === 'general' ? 'generalEditors' : 'editors';
}

function personsIn(statement: Element): PersonName[] {
  const names = namesIn(statement);
  if (names.length === 0) return statement.name === 'respStmt' ? [] : personsOf(statement);
  const between = statement.content.filter((child) => typeof child === 'string').join(' ');
  const persons = names.map(personsOf);
  const last = persons.at(-1)!;
  if (last.length > 0 && beforeOthers(tidy(between)) !== undefined) last.push(furtherNames);
  return persons.flat();
}

/** The people of a header; in a statement of responsibility nobody is named again. */
export function peopleOf(header: Element): Pick<VolumeFacts, Part> {
  const found: Record<Part, PersonName[]> = { authors: [], editors: [], generalEditors: [], translators: [] };
  const statements = follow(header, none, 'fileDesc', 'titleStmt').flatMap((title) =>
    children(title, none, 'author', 'editor', 'respStmt'),
  );
  const literals: Record<Part, Set<string>> = {
    authors: new Set(),
    editors: new Set(),
    generalEditors: new Set(),
    translators: new Set(),
  };
  for (const statement of statements) {
    const part = partOf(statement);
    if (part === undefined) continue;
    for (const person of personsIn(statement)) {
      if (statement.name !== 'respStmt' || !literals[part].has(person.literal)) found[part].push(person);
      literals[part].add(person.literal);
    }
  }
  const { translators, ...others } = found;
  return translators.length === 0 ? others : found;
}
