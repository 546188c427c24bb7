import type { Tag } from '../tag-structure.ts';

/** The outline of a page as its text gives it: which sections have headings, and of what level. */

export interface Outline {
  /** The text has a heading of its own. */
  readonly titled: boolean;
  /** What the source calls the unit. */
  readonly type: string;
  /** Sections that the contents of the page lead to, in order. */
  readonly sections: readonly { readonly id: string; readonly text: string; readonly level: number }[];
}

interface Section {
  id: string;
  text: string;
  /** Below the unit's own element: 0 for that, until its heading has come. */
  readonly around: number;
}

/** An element in the text, as far as the outline cares. */
interface Frame {
  readonly kind: 'headed' | 'division' | 'heading' | 'subheading' | 'other';
  /** In a list, a table, a figure or a note, where no heading counts. */
  readonly boxed: boolean;
  readonly section: Section | undefined;
  /** Headings around what comes next. */
  depth: number;
  headings: number;
  /** A heading with words that is not one of the outline. */
  loose: boolean;
  words: boolean;
}

/** What is outside the article: notes, and words of the apparatus. */
const isNotes = ({ get, classes }: Tag): boolean =>
  get('role') === 'doc-endnotes' || classes.includes('reading') || classes.includes('remark');

const isWords = (classes: readonly string[]): boolean => classes.includes('reading') || classes.includes('remark');

const isBox = ({ name, classes, get }: Tag): boolean =>
  name === 'table' ||
  name === 'figure' ||
  classes.includes('list') ||
  get('role') === 'doc-footnote' ||
  isWords(classes);

function kindOf({ name, classes }: Tag): Frame['kind'] {
  if (name === 'article' || (name === 'section' && !classes.includes('notes'))) return 'headed';
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (classes.includes('subheading')) return 'subheading';
  return name === 'div' && classes.includes('section') ? 'division' : 'other';
}

interface Heading {
  readonly tag: Tag;
  readonly around: number;
}

export class OutlineReader {
  readonly faults: string[] = [];
  private readonly stack: Frame[] = [];
  private readonly sections: Section[] = [];
  private readonly headings: Heading[] = [];
  private type: string | undefined;
  private heading: Section | undefined;
  /** A page mark ended in a heading: the space after it is ours. */
  private afterMark = false;

  open(tag: Tag): void {
    const parent = this.stack.at(-1);
    const kind = kindOf(tag);
    const depth = parent?.depth ?? 0;
    const isOwn = kind === 'headed' && tag.name === 'section';
    const section: Section | undefined = isOwn ? { id: tag.get('id') ?? '', text: '', around: depth } : undefined;
    if (section) this.sections.push(section);
    if (tag.name === 'article') this.type = tag.get('data-type') ?? '';
    if ((tag.name === 'article') !== (parent === undefined) && !isNotes(tag))
      this.faults.push(`<${tag.name}> is not where an element of its kind is in our pages`);
    if (isOwn && parent?.boxed === true) this.faults.push('a section of the outline is where no heading counts');
    if (kind === 'heading') this.openHeading(tag, parent);
    if (tag.name === 'br' && this.heading) this.heading.text += ' ';
    const boxed = parent?.boxed === true || isBox(tag);
    this.stack.push({ kind, boxed, section, depth, headings: 0, loose: false, words: false });
  }

  private openHeading(tag: Tag, parent: Frame | undefined): void {
    if (parent?.kind !== 'headed' || ++parent.headings > 1 || parent.loose) {
      this.faults.push(`<${tag.name}> is not the heading of a section`);
      return;
    }
    this.headings.push({ tag, around: parent.depth });
    parent.depth++;
    this.heading = parent.section ?? { id: '', text: '', around: 0 };
  }

  get inHeading(): boolean {
    return this.heading !== undefined;
  }

  close(): void {
    const ended = this.stack.pop();
    const parent = this.stack.at(-1);
    if (!ended) return;
    if (ended.kind === 'heading') this.heading = undefined;
    if (parent && ended.words) parent.words = true;
    if (ended.kind === 'subheading' && ended.words && parent?.headings === 0) parent.loose = true;
    const isHeaded = ended.headings > 0;
    if (ended.kind === 'headed' && ended.section && !isHeaded) this.faults.push('a section has no heading');
    const counts = ended.kind === 'headed' || ended.kind === 'division';
    if (counts && ended.loose && !ended.boxed && !isHeaded)
      this.faults.push('the heading of a section is not one of the outline');
  }

  text(value: string): void {
    const frame = this.stack.at(-1);
    if (frame?.words === false && /[^ \t\n\r]/.test(value)) frame.words = true;
    if (!this.heading) return;
    this.heading.text += this.afterMark ? value.replace(/^ /, '') : value;
    this.afterMark = false;
  }

  /** A numbered line begins that is not in a word; where it is the first of a block no break is before it. */
  line(): void {
    if (this.heading) this.heading.text += ' ';
  }

  /** A page break in the text: the spaces around it are ours. */
  pageMark(): void {
    if (!this.heading) return;
    this.heading.text = this.heading.text.replace(/ $/, '');
    this.afterMark = true;
  }

  /** The outline; what is wrong with the levels of headings is added to the faults. */
  finish(): Outline {
    const titled = this.headings[0]?.tag.name === 'h1';
    const start = titled ? 1 : 2;
    for (const { tag, around } of this.headings) {
      const level = start + around;
      const said = tag.get('aria-level') ?? tag.name.slice(1);
      if (said !== String(level) || tag.name !== `h${Math.min(level, 6)}`)
        this.faults.push(`a heading has the level ${said} instead of ${level}`);
    }
    const listed = this.sections.map(({ id, text, around }) => ({
      id,
      text: text.replace(/\s+/g, ' ').trim(),
      level: start + around,
    }));
    return {
      titled,
      type: this.type ?? '',
      sections: listed.filter(({ level }) => level > 1),
    };
  }
}
