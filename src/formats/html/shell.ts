import type Handlebars from 'handlebars';
import type { IndexData } from './index-data.ts';
import { withPolicy } from './content-policy.ts';
import { isolated } from './isolated.ts';
import type { PageData } from './page-data.ts';
import type { SearchPageData } from './search/pages.ts';
import { TemplateFault } from './template-fault.ts';
import { templateOptions } from './template-names.ts';

/** What stands around the text: the pages' templates, compiled, and the stylesheet. */
export interface HtmlShell {
  readonly page: (data: PageData) => string;
  readonly index: (data: IndexData) => string;
  readonly stylesheet: string;
  /** The page that searches, those that list, and their stylesheet. */
  readonly search: (data: SearchPageData) => string;
  readonly names: (data: SearchPageData) => string;
  readonly pages: (data: SearchPageData) => string;
  readonly dates: (data: SearchPageData) => string;
  readonly notFound: (data: SearchPageData) => string;
  readonly searchStyle: string;
  /** What pages run, by name; made from `client/` when the package is built. */
  readonly scripts: Readonly<Record<string, string>>;
}

/**
 * The files of a shell by name: `page.hbs`, `index.hbs`, `search.hbs`, `names.hbs`, `printed-pages.hbs`, `dates.hbs` and `not-found.hbs` are pages, `edition.css` is their stylesheet and `search.css` another one of all but the first two, every other `NAME.hbs` is a partial that
 * templates use as `{{> NAME}}`. An edition overrides a file by giving one of the same name.
 */
export type ShellSources = Readonly<Record<string, string>>;

/** The same, its templates precompiled; made when the package is built. */
export interface PrecompiledShell {
  readonly templates: Readonly<Record<string, Parameters<typeof Handlebars.template>[0]>>;
  readonly styles: Styles;
  readonly scripts: HtmlShell['scripts'];
}

/** Stylesheets by the names of their files. */
type Styles = Readonly<Record<string, string>>;

type Runtime = Pick<typeof Handlebars, 'create'>;
type Engine = Pick<typeof Handlebars, 'registerHelper' | 'SafeString' | 'escapeExpression'>;

/**
 * `{{bdi title}}`, `{{bdi "Version " version}}`: words of an edition, and those of ours with them, isolated where their direction is not that of the
 * page. On other pages it is the same as the words alone.
 */
function addHelpers(engine: Engine): void {
  engine.registerHelper('bdi', (...all: unknown[]) => {
    const { data } = all.pop() as { readonly data: { readonly root: Pick<PageData, 'direction'> } };
    const { direction } = data.root;
    const text = all.map((part) => (typeof part === 'string' ? part : '')).join('');
    return new engine.SafeString(isolated(engine.escapeExpression(text), text, direction ?? 'ltr'));
  });
}

const templateNames = (sources: ShellSources): string[] =>
  Object.keys(sources)
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => name.slice(0, -'.hbs'.length))
    .sort();

/** A page with its content policy. What a template of the edition does wrong when it is used becomes a `TemplateFault`. */
function safePage(name: string, make: () => string): string {
  let page: string;
  try {
    page = make();
  } catch (error) {
    throw new TemplateFault(`templates/${name} cannot make a page: ${(error as Error).message}.`);
  }
  const safe = withPolicy(page, name === 'search.hbs' || name === 'page.hbs');
  if (safe === undefined) throw new TemplateFault(`templates/${name} makes a page without a <head>.`);
  return safe;
}

/** What an edition adds to our stylesheet. */
export const customStyle = 'custom.css';

function assemble(
  templates: Readonly<Record<string, Handlebars.TemplateDelegate>>,
  styles: Styles,
  scripts: HtmlShell['scripts'],
): HtmlShell {
  const pageOf =
    (name: string) =>
    (data: object): string =>
      safePage(`${name}.hbs`, () => templates[name]!(data, { partials: templates }));
  for (const name of ['page', 'index', 'search', 'names', 'printed-pages', 'dates', 'not-found'])
    if (templates[name] === undefined) throw new Error(`A shell needs ${name}.hbs`);
  return {
    page: pageOf('page'),
    index: pageOf('index'),
    search: pageOf('search'),
    names: pageOf('names'),
    pages: pageOf('printed-pages'),
    dates: pageOf('dates'),
    notFound: pageOf('not-found'),
    stylesheet: [styles['edition.css'], styles[customStyle]].filter((style) => style !== undefined).join('\n'),
    searchStyle: styles['search.css'] ?? '',
    scripts,
  };
}

/** Compiles templates from their sources, here and now: for an edition that overrides a file. Loads the whole of Handlebars. */
export async function compileShell(sources: ShellSources, scripts: HtmlShell['scripts'] = {}): Promise<HtmlShell> {
  const { default: handlebars } = await import('handlebars');
  const engine = handlebars.create();
  // It would print in the middle of what the program says to other programs.
  engine.registerHelper('log', () => '');
  addHelpers(engine);
  const compiled = templateNames(sources).map(
    (name) => [name, engine.compile(sources[`${name}.hbs`]!, templateOptions)] as const,
  );
  return assemble(Object.fromEntries(compiled), sources, scripts);
}

/** The text of a JavaScript module whose default export is the shell, precompiled: `loadShell` needs only Handlebars' runtime for it. */
export async function precompileShell(sources: ShellSources, scripts: HtmlShell['scripts']): Promise<string> {
  const { default: handlebars } = await import('handlebars');
  const templates = templateNames(sources).map(
    (name) => `${JSON.stringify(name)}: ${handlebars.precompile(sources[`${name}.hbs`]!, templateOptions) as string}`,
  );
  const styles = Object.fromEntries(Object.entries(sources).filter(([name]) => name.endsWith('.css')));
  const rest = `styles: ${JSON.stringify(styles)},\nscripts: ${JSON.stringify(scripts)}`;
  return `export default {\ntemplates: {\n${templates.join(',\n')}\n},\n${rest}\n};\n`;
}

/** A shell that was precompiled when the package was built. */
export async function loadShell(shell: PrecompiledShell): Promise<HtmlShell> {
  const { default: runtime } = (await import('handlebars/runtime.js')) as { default: Runtime };
  const engine = runtime.create();
  addHelpers(engine);
  const templates = Object.entries(shell.templates).map(([name, spec]) => [name, engine.template(spec)] as const);
  return assemble(Object.fromEntries(templates), shell.styles, shell.scripts);
}
