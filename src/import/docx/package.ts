/** The parts of a Word file by what they are for (Open Packaging Conventions, ECMA-376 part 2, 6.5): relations, not names, lead to them. */
import { type Archive, BadArchive, openArchive } from '../../source/archive.ts';
import { elements, parsePart, type XmlNode } from './xml-tree.ts';

export interface Relation {
  readonly type: string;
  /** Name of a part, or an address where `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** A part that holds text, with its relations. */
export interface TextPart {
  readonly name: string;
  readonly root: XmlNode;
  readonly relations: ReadonlyMap<string, Relation>;
}

export interface DocxPackage {
  readonly main: TextPart;
  readonly footnotes?: TextPart;
  readonly endnotes?: TextPart;
  readonly comments?: TextPart;
  readonly headers: readonly TextPart[];
  readonly styles?: XmlNode;
  readonly numbering?: XmlNode;
  readonly settings?: XmlNode;
  /** The bytes of a part: a picture. */
  bytes(name: string): Uint8Array | undefined;
}

/** Resolves a target against the part that names it (part 2, 6.5.3.4). */
function resolvePart(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.replace(/^\//, '').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function relationsOf(archive: Archive, part: string): Map<string, Relation> {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const bytes = archive.part(name);
  if (!bytes) return new Map();
  return new Map(
    elements(parsePart(bytes, name)).map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const external = TargetMode === 'External';
      const type = Type.replace(/^.*\//, '');
      return [Id, { type, target: external ? Target : resolvePart(part, Target), external }];
    }),
  );
}

const kinds: readonly [RegExp, string][] = [
  [/^content\.xml$/i, 'an OpenDocument text (.odt); save it as .docx'],
  [/^xl\//i, 'an Excel workbook; save its text as a separate file'],
  [/^ppt\//i, 'a PowerPoint presentation; save its text as a separate file'],
  [/^META-INF\/container\.xml$/i, 'an EPUB; extract its HTML files and import those'],
];

function notWord(archive: Archive): BadArchive {
  const found = kinds.find(([pattern]) => archive.names.some((n) => pattern.test(n)));
  return new BadArchive(found ? `it is ${found[1]}` : 'it is a ZIP archive, but not a Word document');
}

/** Opens a Word file. Throws `BadArchive`. */
export function openDocx(bytes: Uint8Array): DocxPackage {
  const archive = openArchive(bytes);
  const text = (name: string | undefined): TextPart | undefined => {
    const part = name === undefined ? undefined : archive.part(name);
    return part && { name: name!, root: parsePart(part, name!), relations: relationsOf(archive, name!) };
  };
  const start = [...relationsOf(archive, '').values()].find((r) => r.type === 'officeDocument' && !r.external);
  const main = text(start?.target ?? 'word/document.xml');
  if (main?.root.name !== 'w:document') throw notWord(archive);
  const related = [...main.relations.values()].filter((r) => !r.external);
  const named = (type: string): string | undefined => related.find((r) => r.type === type)?.target;
  const [footnotes, endnotes, comments] = ['footnotes', 'endnotes', 'comments'].map((type) => text(named(type)));
  const headers = related.filter((r) => r.type === 'header' || r.type === 'footer').map((r) => text(r.target));
  const [styles, numbering, settings] = ['styles', 'numbering', 'settings'].map((type) => text(named(type))?.root);
  return {
    main,
    ...(footnotes ? { footnotes } : {}),
    ...(endnotes ? { endnotes } : {}),
    ...(comments ? { comments } : {}),
    ...(styles ? { styles } : {}),
    ...(numbering ? { numbering } : {}),
    ...(settings ? { settings } : {}),
    headers: headers.filter((h) => h !== undefined),
    bytes: (name) => archive.part(name),
  };
}
