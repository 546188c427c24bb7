import type { UnitSource } from '../model/edition.ts';
import { escapeAttribute, attributesText, inherited, stretchText, unitText } from '../model/read-tei/slice.ts';
import type { FileReading } from '../model/read-tei/read-file.ts';
import { headerFor } from '../model/read-tei/structure.ts';
import { type BroughtNote, isWholeFile, isWholeText, type UnitCut } from '../model/read-tei/units.ts';
import { broughtText } from './brought-text.ts';
import type { Addresses } from '../model/addresses.ts';
import type { NamedUnit } from '../model/unit-ids.ts';
import { sha256 } from '../work/hash.ts';

/** The texts of units as they are in `tei/`, and where they come from. */

/** Where a unit is in its source. `idOf` names the units inside it. */
export function unitSource(named: NamedUnit, idOf: ReadonlyMap<UnitCut, string>): UnitSource {
  const { unit, file } = named;
  const { node } = unit;
  const whole = isWholeText(unit) && file.structure.parts.length === 1;
  const except = unit.inner.flatMap((inner) => namesOf(inner, idOf));
  return {
    path: file.source.file,
    ...(whole && except.length === 0 ? {} : node.id !== undefined ? { xmlId: node.id } : { xpath: node.xpath }),
    sha256: sha256(file.source.text.slice(node.tag.start, node.end)),
    except,
  };
}

/** The id of a unit, or, where it was not a unit after all, of those inside it. */
function namesOf(unit: UnitCut, idOf: ReadonlyMap<UnitCut, string>): string[] {
  const id = idOf.get(unit);
  return id === undefined ? unit.inner.flatMap((inner) => namesOf(inner, idOf)) : [id];
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Where a pointer leads in the folder `tei/` of the built edition; pointers that lead elsewhere stay as they are. */
function teiPointer(value: string, own: string, file: FileReading, at: Addresses): string {
  return escapeAttribute(
    value
      .split(/([ \t\r\n]+)/)
      .map((target) => {
        if (!target.includes('#')) return target;
        const to = at.resolve(target, file.source.file);
        if (to)
          return to.unit === own || to.inOwnHeader
            ? `#${to.id ?? ''}`
            : `${to.unit}.xml${to.id === undefined ? '' : `#${to.id}`}`;
        const found = at.file(target, file.source.file);
        const register = found?.id === undefined || found.file === file ? undefined : at.registerFiles.get(found.file);
        return register === undefined ? target : `${register}#${found!.id}`;
      })
      .join(''),
  );
}

/** The unit as a TEI file of its own, with the header of its file. */
export function unitTei(named: NamedUnit, at: Addresses): string {
  const { unit, file, id } = named;
  const { text } = file.source;
  const rewrite = (value: string): string => (value.includes('#') ? teiPointer(value, id, file, at) : value);
  const content = unitText(text, unit, file.structure.pointers, rewrite);
  if (isWholeFile(unit, file.structure.parts)) return wholeFile(text, unit, content);
  const { root } = unit.part;
  const header = unit.kind === 'record' ? undefined : headerFor(unit.part);
  const prefix = root.name.slice(0, root.name.length - root.local.length);
  const around = inherited(unit.node.parent, unit.part);
  const attributes = attributesText(around);
  const head = header ? `${text.slice(header.start, header.end)}\n` : '';
  const source = (one: BroughtNote): string => stretchText(text, one, file.structure.pointers, rewrite);
  const notes = broughtText(unit, prefix, around.get('xml:lang'), source);
  return `${declaration}<${prefix}TEI${attributes}>\n${head}${inText(unit, content, prefix, notes)}\n</${prefix}TEI>\n`;
}

/** A file that is one unit: as it is, but for pointers, document type and declaration. */
function wholeFile(text: string, { node, part }: UnitCut, content: string): string {
  return `${declaration}${text.slice(part.root.start, node.tag.start)}${content}${text.slice(node.end).trimEnd()}\n`;
}

/** A title page is in `front`; the elements of `text` are as they are; everything else makes a `body`. */
function inText({ node }: UnitCut, content: string, prefix: string, notes: string): string {
  const element = (name: string, inside: string): string => `<${prefix}${name}>\n${inside}\n</${prefix}${name}>`;
  const emptyBody = `<${prefix}body><${prefix}p/></${prefix}body>`;
  const name = node.tag.local;
  const back = notes === '' ? '' : `\n${element('back', notes)}`;
  if (name === 'text') return notes === '' ? content : `${content}\n${notes}`;
  if (name === 'sourceDoc') return content;
  if (name === 'surface') return element('sourceDoc', content);
  if (name === 'teiHeader') return `${content}\n${element('text', emptyBody)}`;
  if (name === 'titlePage') return element('text', `${element('front', content)}\n${emptyBody}${back}`);
  if (name === 'front') return element('text', `${content}\n${emptyBody}${back}`);
  if (name === 'back') return element('text', `${notes === '' ? emptyBody : element('body', notes)}\n${content}`);
  return element('text', `${name === 'body' ? content : element('body', content)}${back}`);
}

/** A file without text, as it is in `tei/`: its pointers lead to the files next to it, and it is declared as UTF-8. */
export function registerTei(file: FileReading, at: Addresses): string {
  const { text } = file.source;
  let out = '';
  let from = 0;
  for (const { value, valueStart, valueEnd } of file.structure.pointers) {
    out += text.slice(from, valueStart);
    const changed = teiPointer(value, '', file, at);
    out += changed === escapeAttribute(value) ? text.slice(valueStart, valueEnd) : changed;
    from = valueEnd;
  }
  return (out + text.slice(from)).replace(/^(<\?xml\s[^?]*?encoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}
