import { pageOfLabel } from '../../model/page-label.ts';
import { type Spine, type SpineBuilder, spineBuilder } from '../../model/spine.ts';
import { sourceText } from '../../source/text.ts';
import { noStructure } from '../../model/structure.ts';
import type { ReadBack } from '../format.ts';
import { scanXml, type XmlTag } from '../../source/xml.ts';
import { blockClass, inlineClass } from './element.ts';

/** Elements that are among words; all others separate them. */
const amongWords: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data dfn em i img ins del kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** What is being read: the running text or a note; or a mark whose words are its label; or matter of our own. */
type State = 'outside' | 'text' | 'generated' | 'page' | 'call' | 'back';

interface Open {
  readonly state: State;
  readonly block: boolean;
  readonly footnote: boolean;
}

const attribute = (tag: XmlTag, name: string): string | undefined => tag.attributes.find((a) => a.name === name)?.value;

function stateOf(tag: XmlTag, around: State): State {
  if (around === 'outside') return tag.local === 'main' ? 'text' : 'outside';
  if (around === 'generated' || attribute(tag, 'data-generated') !== undefined) return 'generated';
  if (around !== 'text') return around;
  const role = attribute(tag, 'role');
  if (role === 'doc-pagebreak') return 'page';
  if (role === 'doc-noteref') return 'call';
  return role === 'doc-backlink' ? 'back' : 'text';
}

interface Call {
  readonly label: string;
  readonly target: string;
}

interface Body {
  readonly label: string;
  readonly id: string;
}

/** Marks the label of a note whose body no call of that label leads to, so that the proof names it. */
function paired(spine: Spine, calls: readonly Call[], bodies: readonly Body[]): Spine {
  const leads = new Set(calls.map(({ label, target }) => `${target} ${label}`));
  const notes = spine.notes.map((note, i) => {
    const { id, label } = bodies[i]!;
    return leads.has(`#${id} ${label}`) ? note : { ...note, label: `${label} (no call leads here)` };
  });
  return { ...spine, notes };
}

/** The reader's memory while it goes through a page. */
class PageReader {
  readonly calls: Call[] = [];
  readonly bodies: Body[] = [];
  private readonly stack: Open[] = [];
  private readonly builder: SpineBuilder;
  private label = '';
  private target = '';
  /** The id of the note body that is open; its number has not come yet where `opened` is false. */
  private bodyId = '';
  private opened = false;

  constructor(builder: SpineBuilder) {
    this.builder = builder;
  }

  private get state(): State {
    return this.stack[this.stack.length - 1]?.state ?? 'outside';
  }

  open(tag: XmlTag): void {
    const around = this.state;
    const state = stateOf(tag, around);
    const isText = state === 'text';
    const block = isText && isBlock(tag);
    const footnote = isText && attribute(tag, 'role') === 'doc-footnote';
    if (block) this.builder.boundary();
    if (around === 'text' && !isText) this.label = '';
    if (around === 'text' && state === 'call') this.target = decode(attribute(tag, 'href'));
    if (footnote) this.bodyId = attribute(tag, 'id') ?? '';
    this.stack.push({ state, block, footnote });
  }

  close(): void {
    const ended = this.stack.pop()!;
    if (this.state === 'text') this.finish(ended.state);
    if (ended.footnote && this.opened) this.builder.endNote();
    if (ended.footnote) this.opened = false;
    if (ended.block) this.builder.boundary();
  }

  text(value: string): void {
    const { state } = this;
    if (state === 'text') this.builder.text(value);
    else if (state !== 'outside' && state !== 'generated') this.label += value;
  }

  private finish(ended: State): void {
    const { label, builder } = this;
    if (ended === 'page') builder.page(pageOfLabel(label));
    else if (ended === 'call') {
      builder.call(label);
      this.calls.push({ label, target: this.target });
    } else if (ended === 'back' && this.opened) builder.text(label);
    else if (ended === 'back') {
      builder.body(label);
      this.opened = true;
      this.bodies.push({ label, id: this.bodyId });
    }
  }
}

/** Does the element separate words? */
function isBlock(tag: XmlTag): boolean {
  const classes = attribute(tag, 'class')?.split(' ') ?? [];
  return amongWords.has(tag.local) ? classes.includes(blockClass) : !classes.includes(inlineClass);
}

function decode(href = ''): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** The spine of a page, read from its bytes alone: what is in `main`, but for matter marked as generated. */
export function readPage(content: string): ReadBack {
  const builder = spineBuilder();
  const reader = new PageReader(builder);
  scanXml(sourceText('page', content), {
    open: (tag) => reader.open(tag),
    close: () => reader.close(),
    text: (value) => reader.text(value),
  });
  const spine = paired(builder.finish(), reader.calls, reader.bodies);
  return { spine, structure: noStructure, faults: [] };
}
