/** Styles: what a paragraph or a run is called, and what follows from it. Names differ by language, so outline levels decide. */
import { child, elements, isOn, valueOf, type XmlNode } from './xml-tree.ts';

export interface Style {
  /** The name in lower case; the built-in ones are English in every language of Word. */
  readonly name: string;
  readonly paragraph: XmlNode | undefined;
  readonly run: XmlNode | undefined;
  readonly basedOn: string | undefined;
}

export interface Styles {
  /** The style and those it is based on, the nearest first. */
  chain(id: string | undefined): readonly Style[];
  /** The id of the style of paragraphs that name none. */
  readonly normal: string | undefined;
  readonly language: string | undefined;
}

/** Styles beyond this number that a style is based on are not asked: no person makes so many. */
const longestChain = 100;

/** Reads the styles of a file; a file without styles has none. */
export function readStyles(root: XmlNode | undefined): Styles {
  const styles = new Map<string, Style>();
  let normal: string | undefined;
  for (const style of elements(root).filter((e) => e.name === 'w:style')) {
    const id = style.attributes['w:styleId'] ?? '';
    styles.set(id, {
      name: (valueOf(style, 'w:name') ?? id).toLowerCase(),
      paragraph: child(style, 'w:pPr'),
      run: child(style, 'w:rPr'),
      basedOn: valueOf(style, 'w:basedOn'),
    });
    if (style.attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(style.attributes['w:default'] ?? ''))
      normal = id;
  }
  const defaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const language = child(defaults, 'w:lang')?.attributes['w:val'];
  const chain = (id: string | undefined): Style[] => {
    const found = new Set<Style>();
    let style = styles.get(id ?? '');
    for (; style && !found.has(style) && found.size < longestChain; style = styles.get(style.basedOn ?? ''))
      found.add(style);
    return [...found];
  };
  return { chain, normal, language };
}

/** The properties of a paragraph: its own, then those of its style and the styles that one is based on. */
export function paragraphProperties(
  paragraph: XmlNode,
  styles: Styles,
): { own: XmlNode | undefined; chain: readonly Style[] } {
  const own = child(paragraph, 'w:pPr');
  return { own, chain: styles.chain(valueOf(own, 'w:pStyle') ?? styles.normal) };
}

/** The level of a heading, 0 for a title; undefined for other paragraphs (ECMA-376 part 1, 17.3.1.20). */
export function headingLevel(own: XmlNode | undefined, chain: readonly Style[]): number | undefined {
  const outline =
    valueOf(own, 'w:outlineLvl') ?? chain.map((s) => valueOf(s.paragraph, 'w:outlineLvl')).find((v) => v !== undefined);
  if (outline !== undefined) return Number(outline) < 9 ? Number(outline) + 1 : undefined;
  for (const { name } of chain) {
    const numbered =
      /^(?:heading|überschrift|titre|título|titolo|rubrik|overskrift|kop|nagłówek|заголовок) ?(\d)$/u.exec(name);
    if (numbered) return Number(numbered[1]);
    if (/^(?:title|titel|document title)$/u.test(name)) return 0;
  }
  return undefined;
}

export type ParagraphRole = 'subtitle' | 'quote' | 'caption' | 'contents' | 'code' | undefined;

/** What the name of the style says of a paragraph that is not a heading. */
export function roleOf(chain: readonly Style[]): ParagraphRole {
  for (const { name } of chain) {
    if (/^(?:subtitle|untertitel|sous-titre)$/u.test(name)) return 'subtitle';
    if (/^(?:intense )?quot(?:e|ations?)$|^block (?:text|quote|quotation)s?$|^blockquote$|^zitat/u.test(name))
      return 'quote';
    if (/^caption$|^beschriftung$/u.test(name)) return 'caption';
    if (/^(?:toc|contents) \d|^toc heading$|^table of figures$|^contents heading$/u.test(name)) return 'contents';
    if (/^html preformatted$|^preformatted text$|^source code$|^macro text$/u.test(name)) return 'code';
  }
  return undefined;
}

/** How the characters of a run look, in the words of the edition schema. `styles` counts the style of the run, not that of the paragraph. */
export function looksOf(run: XmlNode | undefined, styles: Styles): string[] {
  const own = child(run, 'w:rPr');
  const sources = [own, ...styles.chain(valueOf(own, 'w:rStyle')).map((s) => s.run)];
  const on = (name: string): boolean => sources.map((s) => isOn(s, name)).find((v) => v !== undefined) ?? false;
  const value = (name: string): string | undefined => sources.map((s) => valueOf(s, name)).find((v) => v !== undefined);
  const position = value('w:vertAlign');
  const line = value('w:u');
  return [
    on('w:i') ? 'italic' : '',
    on('w:b') ? 'bold' : '',
    on('w:smallCaps') ? 'smallcaps' : '',
    on('w:caps') ? 'allcaps' : '',
    line === 'double' ? 'double-underline' : line !== undefined && line !== 'none' ? 'underline' : '',
    on('w:strike') || on('w:dstrike') ? 'strikethrough' : '',
    position === 'superscript' || position === 'subscript' ? position : '',
  ].filter(Boolean);
}

/** Hidden text: nobody sees it on paper. */
export function isHidden(run: XmlNode, styles: Styles): boolean {
  const own = child(run, 'w:rPr');
  const sources = [own, ...styles.chain(valueOf(own, 'w:rStyle')).map((s) => s.run)];
  return sources.map((s) => isOn(s, 'w:vanish')).find((v) => v !== undefined) ?? false;
}
