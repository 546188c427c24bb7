/** The documentation of the schema, made from the schema: every page as a file name and its text. */
import { anchor, classPage } from './class-page.ts';
import type { Link } from './describe-pattern.ts';
import { elementIn, elementPage, parentsOf, title, type Sources } from './element-pages.ts';
import { explanation, firstSentence } from './explanation.ts';
import { readModules, type Module } from './modules.ts';
import { namesOf, readGrammar, type Definition } from './read-grammar.ts';
import { rulePage } from './rule-page.ts';

const CLASSES = 'patterns.md';
const EDITION = 'patterns-of-the-edition.md';

/** All pages on the schema in `folder`, by file name. The same schema gives the same pages. */
export function schemaDocs(folder: string): Map<string, string> {
  const exchange = readGrammar(`${folder}/octavo-exchange.rng`);
  const edition = readGrammar(`${folder}/octavo-edition.rng`);
  const modules = readModules(folder);
  const own = (schema: string): Module[] => modules.filter(({ name }) => name === schema);
  const base = modules.filter(({ name }) => name.startsWith('base/'));
  const files = new Map<string, string>();
  for (const module of [...base, ...own('octavo-exchange')]) {
    for (const name of module.defines) {
      if (elementIn(exchange.definitions.get(name))) files.set(name, fileOf(module));
      else if (exchange.definitions.has(name)) files.set(name, CLASSES);
    }
  }
  for (const name of own('octavo-edition').flatMap(({ defines }) => defines)) {
    if (!elementIn(edition.definitions.get(name)) && !exchange.definitions.has(name)) files.set(name, EDITION);
  }
  const link: Link = (name) => (files.has(name) ? `${files.get(name)}#${anchor(name)}` : undefined);
  const sources: Sources = { exchange, edition, parents: parentsOf(exchange), link };
  const pages = new Map<string, string>();
  for (const module of [...base, ...own('octavo-exchange')]) {
    const page = elementPage(module, sources);
    if (page) pages.set(fileOf(module), page);
  }
  pages.set(CLASSES, classPage('Patterns', [...base, ...own('octavo-exchange')], exchange, link));
  pages.set(EDITION, classPage('Patterns of the edition schema', own('octavo-edition'), edition, link));
  pages.set('rules.md', rulePage(`${folder}/octavo.sch`));
  pages.set('README.md', indexPage(modules, sources));
  return pages;
}

const fileOf = (module: Module): string =>
  `${module.name.replace(/^base\//, '').replace(/^octavo-exchange$/, 'exchange-only')}.md`;

/** The elements of a definition: the one it is called after, or several that it defines together. */
function namedIn(definition: Definition): { element: string; name: string; doc: string }[] {
  const node = elementIn(definition);
  const names = (node && namesOf(node)) ?? [];
  const { name, doc } = definition;
  return names.length > 1
    ? names.map((element) => ({ element, name, doc }))
    : names.map(() => ({ element: name, name, doc }));
}

function indexPage(modules: readonly Module[], { exchange, edition, link }: Sources): string {
  const elements = [...exchange.definitions.values()].flatMap((definition) => namedIn(definition));
  const pages = modules.filter(
    (module) =>
      module.defines.some((name) => elementIn(exchange.definitions.get(name))) && module.name !== 'octavo-edition',
  );
  const rows = elements
    .toSorted((one, other) => (one.element.toLowerCase() < other.element.toLowerCase() ? -1 : 1))
    .map(({ element, name, doc }) => {
      const inEdition = elementIn(edition.definitions.get(name)) ? '' : 'exchange only';
      return `| [${element}](${link(name)}) | ${firstSentence(explanation(doc).words).replaceAll('|', '\\|')} | ${inEdition} |`;
    });
  return (
    [
      '# The schema',
      OPENING,
      '## By subject',
      [
        '| page | what it is about |',
        '| --- | --- |',
        ...pages.map((module) => `| [${title(module)}](${fileOf(module)}) | ${module.about} |`),
      ].join('\n'),
      `Then there are the [patterns](${CLASSES}) of which elements are made (attributes, families, kinds of content), the [patterns of the edition schema](${EDITION}), and the [rules](rules.md).`,
      `## All ${elements.length} elements`,
      ['| element | what it is for | |', '| --- | --- | --- |', ...rows].join('\n'),
    ].join('\n\n') + '\n'
  );
}

const OPENING = `These pages are made from the schema by \`npm run docs\`. Change the schema, not these pages.

There are two schemas on one base, and a set of rules:

- **octavo-exchange.rng**: what the field writes. It knows all elements of TEI and takes everything that TEI allows, lets paragraphs follow divisions, greetings appear in paragraphs and elements of other namespaces anywhere, and still knows a mistake when it sees one. A file is checked against it when nobody names another schema.
- **octavo-edition.rng**: strict, for documentary editions. Every page has its number, every note its number or kind, every division its type, every document its id and its heading. Whatever is valid here is valid under tei_all, the largest schema of the TEI.
- **octavo.sch**: rules that no grammar can express: pages and notes in order, dates that agree with their words, letters with sender and recipient.

In the lines on content, a comma means “then”, | means “or”, ? “perhaps”, \\* “any number of”, + “at least one”. That an \`xml:id\` stands only once in a file is checked by \`octavo validate\`, not by the schema.`;
