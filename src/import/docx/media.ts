/** Pictures: each becomes a file in a folder next to the TEI, once, under the name it has in the Word file. */
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { AttachedFile } from '../reader.ts';
import { below, type XmlNode } from './xml-tree.ts';
import type { DocxPackage, TextPart } from './package.ts';

export interface Media {
  readonly folder: string;
  readonly files: Map<string, AttachedFile>;
}

const shownByBrowsers = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;

/** A folder for the pictures of a file: `letter-media`. */
export const mediaFolder = (file: string): string =>
  `${file
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')}-media`;

interface FoundPicture {
  readonly url: string;
  readonly findings: readonly Finding[];
}

function finding(source: SourceText, at: number, severity: Finding['severity'], message: string, fix: string): Finding {
  return { code: 'import-picture', severity, message, span: source.span(at, at), fix };
}

interface PictureSource {
  readonly part: TextPart;
  readonly docx: DocxPackage;
  readonly media: Media;
  readonly source: SourceText;
  /** The place of the drawing in the text. */
  readonly at: number;
}

function outside(address: string, { source, at }: PictureSource): FoundPicture {
  const fix = 'Put the picture next to the TEI and correct the address in graphic/@url.';
  const message = `A picture is outside the file, at ${address}.`;
  return { url: address.replace(/\s/g, '%20'), findings: [finding(source, at, 'review', message, fix)] };
}

function taken(target: string, { docx, media, source, at }: PictureSource): FoundPicture {
  const name = target.replace(/^.*\//, '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const path = `${media.folder}/${name}`;
  const url = encodeURI(path);
  if (media.files.has(target)) return { url, findings: [] };
  const bytes = docx.bytes(target);
  if (!bytes) {
    const message = `The picture ${name} is missing in the file.`;
    return { url, findings: [finding(source, at, 'review', message, `Find it and put it at ${path}.`)] };
  }
  media.files.set(target, { path, bytes });
  const message = `The picture ${name} was extracted from the file to ${path}`;
  const told = shownByBrowsers.test(name)
    ? finding(source, at, 'note', `${message}.`, 'Nothing needs to be done.')
    : finding(
        source,
        at,
        'review',
        `${message}; no browser shows pictures of this kind.`,
        'Save it as PNG or SVG and correct graphic/@url.',
      );
  return { url, findings: [told] };
}

/** The pictures of a drawing, as addresses for the TEI. */
export function picturesOf(drawing: XmlNode, from: PictureSource): FoundPicture[] {
  const ids = [
    ...below(drawing, 'a:blip').map((b) => b.attributes['r:embed'] ?? b.attributes['r:link']),
    ...below(drawing, 'v:imagedata').map((b) => b.attributes['r:id']),
  ];
  return [...new Set(ids)].flatMap((id): FoundPicture[] => {
    const relation = from.part.relations.get(id ?? '');
    if (!relation) return [];
    return [relation.external ? outside(relation.target, from) : taken(relation.target, from)];
  });
}
