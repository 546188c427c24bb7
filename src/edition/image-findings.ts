import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import type { CleanImage, TakenOut, Unreadable } from './svg/clean.ts';

/** What is said of images that are not published, or not as they are. */

const mostShown = 20;
const mostNamed = 5;

/** What was taken out, each once, with the lines. */
function inWords(source: SourceText, takenOut: readonly TakenOut[]): string {
  const lines = new Map<string, number[]>();
  for (const { what, start } of takenOut.slice(0, 1000))
    lines.set(what, [...(lines.get(what) ?? []), source.locate(start).line]);
  const parts = [...lines].map(([what, at]) => {
    const places = [...new Set(at)];
    const more = places.length > 3 ? ' …' : '';
    return `${what} (line${places.length === 1 ? '' : 's'} ${places.slice(0, 3).join(', ')}${more})`;
  });
  const rest = parts.length - 8;
  return `${parts.slice(0, 8).join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`;
}

/** An image that is published without what it could do. */
export function cleaned(path: string, { source, takenOut }: CleanImage): Finding {
  const [first, ...others] = takenOut as [TakenOut, ...TakenOut[]];
  return {
    code: 'image-cleaned',
    severity: 'review',
    message: `${path} can do more than show an image. It is in the edition without this: ${inWords(source, takenOut)}.`,
    span: source.span(first.start, first.end),
    why: 'An SVG image that is opened by itself runs its scripts and loads what it points to, with the rights of the edition’s address.',
    fix: 'Your file is unchanged. Look at the image in the edition; to have no difference, remove these parts from the file.',
    ...(others.length > 0 && {
      related: others
        .slice(0, mostShown)
        .map(({ what, start, end }) => ({ message: what, span: source.span(start, end) })),
    }),
  };
}

const refusal = (path: string, shownIn: string, why: string, fix: string): Finding => ({
  code: 'image-refused',
  severity: 'review',
  message: `${path}, shown in ${shownIn}, is not in the edition: ${why}.`,
  why: 'Pages show a placeholder for it. A file that is not the image it is named as may be something that a browser runs.',
  fix,
});

/** An SVG file that cannot be read, so that nobody can say what it does. */
export function unreadableImage(path: string, shownIn: string, { source, why, start, end }: Unreadable): Finding {
  const fix = 'Open it in a drawing program and save it as plain SVG (UTF-8, without a document type), or as PNG.';
  return { ...refusal(path, shownIn, `it ${why.replace(/\.$/, '')}`, fix), span: source.span(start, end) };
}

export const wrongKind = (path: string, shownIn: string, kind: string, is: string): Finding =>
  refusal(
    path,
    shownIn,
    `it is named as a ${kind} image but is ${is}`,
    'Put the image there, or save it as what its name says.',
  );

export const unreadableFile = (path: string, shownIn: string, trouble: string): Finding =>
  refusal(path, shownIn, `it cannot be read: ${trouble}`, 'Put a file there that can be read.');

export const tooLarge = (path: string, shownIn: string, megabytes: number): Finding =>
  refusal(path, shownIn, `it is larger than ${megabytes} MB`, 'Save it smaller: pages load it as a whole.');

/** Files that texts show and that are not in the folder of the edition; `missing` has a text that shows each. */
export function missingImages(missing: ReadonlyMap<string, string>): Finding {
  const names = [...missing.keys()].sort();
  const brief = (name: string): string => (name.length > 100 ? `${name.slice(0, 100)}…` : name);
  const [first] = names as [string];
  const rest = names.length - mostNamed;
  const others = `${names.slice(0, mostNamed).map(brief).join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`;
  return {
    code: 'image-missing',
    severity: 'review',
    message:
      names.length === 1
        ? `${brief(first)}, shown in ${missing.get(first)}, is not in the folder of the edition.`
        : `${names.length} images are not in the folder of the edition: ${others}.`,
    why: 'Pages show a placeholder with the description of the image.',
    fix: 'Put the files there, under the names that graphic/@url gives, relative to the file that names them.',
  };
}

/** A picture that browsers show in spite of its name. */
export const otherName = (path: string, shownIn: string, kind: string, is: string): Finding => ({
  code: 'image-kind',
  severity: 'review',
  message: `${path}, shown in ${shownIn}, is named as a ${kind} image but is ${is}. It is in the edition as it is.`,
  why: 'Browsers show it; other programs go by the name and may not.',
  fix: 'Give it the ending of what it is, and correct graphic/@url.',
});
