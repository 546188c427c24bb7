import { looks } from '../../model/reading.ts';
import { formulaFault } from './read-formula.ts';
import { nameKinds, roleOf, statusOf, type Tag } from './tag-structure.ts';

/**
 * What a tag in the text says that no element of ours says together: classes that do not belong to each other or to the element, and attributes that
 * contradict each other. A class from which a block, a look or a role follows is compared with the source as well.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Of these an element has at most one. */
const forms =
  set(`section subheading opener closer postscript address stanza epigraph dateline salute signed byline trailer source-note speaker
  stage title caption address-line fact imprint title-group description argument utterance who list item label table row cell line speech figure image note notes
  stray name date foreign quote substitution expanded mark sign number lb spread-link supplied unclear surplus secluded expansion
  abbreviation corrected erroneous regularized original damaged restored retraced unresolved

  lem app-call app-back apparatus app-entries app-entry side reading remark siglum`);
const lists = set('bulleted ordered labelled plain subject participants cast register');
/** Blocks that are set as paragraphs: a `p`, or, where they hold blocks, an element with the class `p`. */
const paragraphs = set(
  `subheading dateline salute signed byline trailer source-note speaker stage title caption address-line fact description utterance`,
);

const markKinds = set('gap vacat hand event pause');

const own: Readonly<Record<string, ReadonlySet<string>>> = {
  subheading: set('p div span'),
  image: set('span'),
  note: set('div'),
  notes: set('section'),
  stray: set('li dd td tr'),
  cell: set('span'),
  row: set('span'),
  figure: set('span'),
  mark: set('span'),
  who: set('span'),
  sign: set('span'),
  lb: set('span br'),
  number: set('span div'),
  date: set('span div'),
  name: set('span a div'),
  list: set('div span'),
  item: set('div span'),
  lem: set('span div'),
  'app-call': set('a'),
  'app-back': set('a'),
  apparatus: set('section'),
  'app-entries': set('ul'),
  'app-entry': set('li'),
  side: set('span div'),
  reading: set('span div'),
  remark: set('span div'),
  siglum: set('span a'),
  label: set('span b'),
};

/** Whether a block in a `div` or `span` has the class `p`, as paragraphs have. */
function paragraphFault({ name, classes, get }: Tag, form: string | undefined): boolean {
  const has = classes.includes('p');
  if (name !== 'div' && name !== 'span') return has;
  if (name === 'span' && !classes.includes('block')) return has;
  if (classes.includes('inline') || get('role') !== undefined) return has;
  // The caption of a table is a line in it.
  if (name === 'span' && form === 'caption') return false;
  if (form !== undefined) return has !== paragraphs.has(form);
  // A block without a name is a paragraph; among words one of a type that we do not know, or a quotation, is only a block.
  return name === 'div' ? !has : false;
}

function classFault(tag: Tag): string | undefined {
  const { name, classes } = tag;
  const all = [...new Set(classes)];
  const form = all.filter((each) => forms.has(each));
  const has = (each: string): boolean => classes.includes(each);
  if (all.length < classes.length) return 'a class is given twice';
  if (form.length > 1) return `the classes ${form.join(' and ')} are on one element`;
  const [first] = form;
  if (first !== undefined && own[first]?.has(name) === false) return `the class ${first} is on <${name}>`;
  const types = all.filter((each) => lists.has(each));
  if (types.length !== (has('list') ? 1 : 0)) return 'a list has not one kind';
  if (has('list') && tag.get('data-type') !== undefined && types[0] !== 'plain') return 'a list has two kinds';
  if (
    has('mark') ? all.filter((each) => markKinds.has(each)).length !== 1 : has('vacat') || has('hand') || has('pause')
  )
    return 'a mark has not one kind';
  const kinds = all.filter((each) => nameKinds.has(each));
  if (kinds.length !== (has('name') ? 1 : 0)) return 'a name has not one kind';
  if (has('name') && tag.get('data-type') !== undefined) return 'a name has the type of something else';
  if (has('first') && !has('name')) return 'the class first is on no name';
  if (has('block') && name !== 'span' && !(name === 'div' && first === 'item'))
    return `the class block is on <${name}>`;
  if (has('inline') && name !== 'div') return `the class inline is on <${name}>`;
  return paragraphFault(tag, first) ? 'the class p is on no paragraph, or a paragraph does not have it' : undefined;
}

const lookNames: ReadonlySet<string> = new Set(looks);

/** A note may have looks, and no other class. */
const isNote = (classes: readonly string[]): boolean =>
  classes.filter((each) => !lookNames.has(each)).join() === 'note';

const anchors = /^--call:--c(\d+);--self:--n(\d+);--above:--n(\d+)$/;

/** Attributes that must agree with each other. `linked`: the element is in a link. */
function attributeFault(tag: Tag, linked: boolean): string | undefined {
  const { name, classes, get } = tag;
  if (get('lang') !== get('xml:lang')) return 'lang and xml:lang are not the same';
  const [role, id = '', style = ''] = [get('role'), get('id'), get('style')];
  if (role === 'doc-noteref' && (!/^call:\d+$/.test(id) || style !== `--self:--c${id.slice(5)}`))
    return 'a note call has the address or the anchor of another';
  if (role === 'doc-footnote') {
    const [, call, self, above] = anchors.exec(style) ?? [];
    if (call === undefined || call !== self || Number(above) !== Number(self) - 1 || !isNote(classes))
      return 'a note has the anchor or the class of something else';
  } else if (role !== 'doc-noteref' && get('style') !== undefined) return 'a style is on an element that is not a note';
  const isTable = name === 'div' && classes.join() === 'table';
  const box = [role === 'group', get('aria-label') === 'Table', get('tabindex') === '0'];
  if (isTable ? box.includes(linked) : role === 'group' || get('tabindex') !== undefined)
    return 'the box of a table is not as ours are';
  const isNamed = !classes.includes('name') || get('data-ref') !== undefined;
  const hasTooltip =
    classes.includes('image') || statusOf(tag) !== undefined || (roleOf(tag)?.titled === true && isNamed);
  const says = ['data-why', 'data-cert', 'data-place', 'data-hand'].some((each) => get(each) !== undefined);
  if (get('data-part') !== undefined && (statusOf(tag) === undefined || classes.includes('mark')))
    return 'a part of a range is on words without a status';
  const isSide = classes.includes('side') || classes.includes('remark');
  const saysSide = ['data-wit', 'data-source', 'data-resp', 'data-cause'].some((each) => get(each) !== undefined);
  if (saysSide && !isSide) return 'what is said of a reading is on words that are none';
  if (says && statusOf(tag) === undefined && !classes.includes('mark') && !isSide && name !== 'rt')
    return 'a status is said of words without one';
  if (get('data-who') !== undefined && !classes.includes('utterance')) return 'somebody speaks where nobody does';
  if (get('data-extent') !== undefined && !classes.includes('mark')) return 'an extent is said of words';
  const fault = numberFault(tag);
  if (fault !== undefined) return fault;
  if (get('title') !== undefined && !hasTooltip) return 'a tooltip is on words that have none';
  const points = classes.some((each) => /^(?:image|unresolved|spread-link)$/.test(each));
  if (get('data-target') !== undefined && !points) return 'data-target is on an element that points nowhere';
  return undefined;
}

/** A number says what it is; a line may have one. */
function numberFault({ classes, get }: Tag): string | undefined {
  const isNumber = classes.includes('number');
  const ways = classes.filter((each) => each === 'over' || each === 'alone').length;
  const isHidden = classes.includes('outer');
  if (isHidden && (!isNumber || ways > 0)) return 'a number is hidden that is none among words';
  if (ways > (isNumber ? 1 : 0)) return 'a number is shown in two ways, or what is none like one';
  if (isNumber ? get('data-number') === undefined : get('data-unit') !== undefined)
    return 'a number does not say what it is';
  if (isNumber && get('data-n') !== undefined) return 'a number has another number';
  const mayHave = isNumber || ((classes.includes('line') || classes.includes('lb')) && get('data-n') !== undefined);
  return get('data-number') !== undefined && !mayHave ? 'a number is on words that have none' : undefined;
}

/** Elements of lists, and what may be directly in them. */
const partsOf: Readonly<Record<string, ReadonlySet<string>>> = { ol: set('li'), ul: set('li'), dl: set('dt dd') };

function listFault({ name, classes, get }: Tag, parent: Tag | undefined): string | undefined {
  if (classes.includes('app-entries') || classes.includes('app-entry')) return undefined;
  if (name === 'table' && parent?.classes.join() !== 'table') return 'a table is not in its box';
  const isList = Object.hasOwn(partsOf, name);
  if (isList && !(parent?.name === 'div' && parent.classes.includes('list'))) return `<${name}> is in no list`;
  if ((name === 'ol' || name === 'ul') && (name === 'ol') !== parent!.classes.includes('ordered'))
    return `<${name}> is not the element of such a list`;
  if (/^(?:li|dt|dd)$/.test(name) && partsOf[parent?.name ?? '']?.has(name) !== true) return `<${name}> is in no list`;
  if (name !== 'li' || classes.includes('stray')) return undefined;
  const counts = parent?.name === 'ol' && /^-?[0-9]{1,6}$/.test(get('value') ?? get('data-n') ?? '');
  return get('value') !== undefined && get('data-n') !== undefined
    ? 'an item has two numbers'
    : get(counts ? 'data-n' : 'value') === undefined
      ? undefined
      : 'the number of an item is not where it belongs';
}

/** Notes are in their section, which says that it holds notes. */
function notesFault({ name, classes, get }: Tag, parent: Tag | undefined): string | undefined {
  if (classes.includes('apparatus') || get('aria-labelledby') === 'o:apparatus')
    return classes.join() === 'apparatus' && get('aria-labelledby') === 'o:apparatus' && get('role') === undefined
      ? undefined
      : 'the section of the apparatus is not as ours are';
  const isSection = get('role') === 'doc-endnotes';
  const whole = name === 'section' && classes.join() === 'notes' && get('aria-labelledby') === 'o:notes';
  if (isSection !== (classes.includes('notes') || get('aria-labelledby') !== undefined) || (isSection && !whole))
    return 'the section of the notes is not as ours are';
  return get('role') === 'doc-footnote' && parent?.get('role') !== 'doc-endnotes'
    ? 'a note is not in the section of the notes'
    : undefined;
}

/** What is wrong with a tag in the text, in words. */
export function wrongTag(tag: Tag, parent: Tag | undefined, linked: boolean): string[] {
  const faults = [classFault(tag), attributeFault(tag, linked), listFault(tag, parent), notesFault(tag, parent)];
  return [...faults, formulaFault(tag, parent)].flatMap((fault) =>
    fault === undefined ? [] : [`<${[tag.name, ...tag.classes].join('.')}>: ${fault}`],
  );
}
