import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import type { UnitInfo } from '../model/edition.ts';
import { freeName } from '../model/file-key.ts';
import { readRegularFile, sizeOfFile, UnreadableFile } from '../source/regular-file.ts';
import { hashOf as hash, sha256 } from '../work/hash.ts';
import {
  cleaned,
  missingImages,
  otherName,
  tooLarge,
  unreadableFile,
  unreadableImage,
  wrongKind,
} from './image-findings.ts';
import { kindByName, notSvg, pictureOf, whatItIs } from './image-kind.ts';
import { cleanImage } from './svg/clean.ts';

/**
 * Images of an edition: files in its folder that texts show. What lies outside the folder is never taken, and neither is what is not an image; of
 * an SVG image only what shows something is published (docs/decisions/0010-images-are-published-clean.md).
 */

export interface Images {
  /** Path in the built edition of an image as a unit's source names it; undefined where there is no such file, or it is not published. */
  readonly find: (source: string, unit: InFile) => string | undefined;
  /** What a unit's page depends on: its images by name and content. */
  readonly hashOf: (sources: readonly string[], unit: InFile) => string;
  /** The image files found so far, by path in the built edition. */
  readonly found: ReadonlyMap<string, FoundImage>;
  /** What is to be said of the images that were asked for. */
  readonly findings: readonly Finding[];
}

interface FoundImage {
  /** Read when it is asked for: the facsimiles of an edition would fill the memory. */
  readonly bytes: () => Uint8Array;
}

/** Of a unit, the file it is in. */
interface InFile {
  readonly source: Pick<UnitInfo['source'], 'path'>;
}

/** Larger images are not published. An SVG is read as a text, and becomes many times as large in a browser. */
const mostMegabytes = { svg: 32, picture: 256 } as const;

interface Checked {
  /** What is published; absent where nothing is. */
  readonly bytes?: Uint8Array;
  readonly findings: readonly Finding[];
}

function checkSvg(bytes: Uint8Array, path: string, shownIn: string): Checked {
  const other = notSvg(bytes);
  if (other !== undefined) return { findings: [wrongKind(path, shownIn, 'SVG', other)] };
  const image = cleanImage(path, bytes);
  if ('why' in image) return { findings: [unreadableImage(path, shownIn, image)] };
  return { bytes: image.bytes, findings: image.takenOut.length === 0 ? [] : [cleaned(path, image)] };
}

/** Reads an image and says what of it may be published. `shownIn` is the text that shows it. */
function check(full: string, path: string, shownIn: string): Checked {
  const kind = kindByName(path)!;
  const most = kind === 'SVG' ? mostMegabytes.svg : mostMegabytes.picture;
  try {
    if (sizeOfFile(full) > most * 1_000_000) return { findings: [tooLarge(path, shownIn, most)] };
    const bytes = readRegularFile(full);
    if (kind === 'SVG') return checkSvg(bytes, path, shownIn);
    const is = pictureOf(bytes);
    if (is === kind) return { bytes, findings: [] };
    const what = whatItIs(bytes);
    if (is === undefined) return { findings: [wrongKind(path, shownIn, kind, what)] };
    return { bytes, findings: [otherName(path, shownIn, kind, what)] };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { findings: [unreadableFile(path, shownIn, error.trouble)] };
  }
}

/** Where the file that a source names may be: as it is written, else with its references (`%20`) resolved. None where that leads out of the folder. */
function pathsOf(source: string, from: string): string[] {
  const written = [source];
  try {
    if (source.includes('%')) written.push(decodeURIComponent(source));
  } catch {
    // Not a reference: the name has a percent sign.
  }
  return written
    .filter((one) => one !== '' && !one.includes('\0') && !/^[a-z][a-z0-9+.-]*:|^[/\\#]/i.test(one))
    .map((one) => normalize(join(dirname(from), one)))
    .filter((path) => path !== '..' && !path.startsWith(`..${sep}`));
}

/** What is known of a file that a text shows. */
interface Known {
  readonly to?: string;
  /** Of what is published and of what is said of it. */
  readonly hash: string;
}

export const findImages = (folder: string): Images => new FolderImages(folder);

/** Looks at each file once, when it is asked for. */
class FolderImages implements Images {
  readonly found = new Map<string, FoundImage>();
  private readonly root: string;
  private readonly known = new Map<string, Known | undefined>();
  private readonly taken = new Set<string>();
  private readonly said: Finding[] = [];
  /** Files that are not there, with a text that shows each. */
  private readonly missing = new Map<string, string>();

  constructor(folder: string) {
    this.root = realpathSync(folder);
  }

  get findings(): readonly Finding[] {
    return this.missing.size === 0 ? this.said : [...this.said, missingImages(this.missing)];
  }

  readonly find: Images['find'] = (source, unit) => this.at(source, unit)?.to;

  readonly hashOf: Images['hashOf'] = (sources, unit) =>
    sources.map((source) => this.at(source, unit)?.hash ?? '').join('\n');

  private at(source: string, { source: { path: from } }: InFile): Known | undefined {
    const paths = pathsOf(source, from);
    const all = paths.map((path) => this.lookOnce(path, from));
    if (paths.length > 0 && !paths.some((path) => existsSync(join(this.root, path))))
      this.missing.set(paths.at(-1)!.split(sep).join('/'), from);
    return all.find((one) => one?.to !== undefined) ?? all.find((one) => one !== undefined);
  }

  private lookOnce(path: string, shownIn: string): Known | undefined {
    if (!this.known.has(path)) this.known.set(path, this.look(path, shownIn));
    return this.known.get(path);
  }

  private look(path: string, shownIn: string): Known | undefined {
    const full = join(this.root, path);
    if (!kindByName(path) || !existsSync(full) || !realpathSync(full).startsWith(this.root + sep)) return undefined;
    const shown = path.split(sep).join('/');
    const checked = check(full, shown, shownIn);
    this.said.push(...checked.findings);
    const said = JSON.stringify(checked.findings);
    if (!checked.bytes) return { hash: hash(said) };
    const [, stem, ending] = /^([^]*?)(\.[^./]+)$/.exec(shown) as unknown as [string, string, string];
    const to = freeName(`images/${stem}`, ending, this.taken);
    const sum = sha256(checked.bytes);
    this.found.set(to, { bytes: () => check(full, shown, shownIn).bytes ?? gone(shown) });
    return { to, hash: hash(said, to, sum) };
  }
}

/** An image that was there when it was looked for and is not when it is to be written. */
function gone(path: string): never {
  throw new UnreadableFile(path, 'it was changed or removed while the edition was built');
}
