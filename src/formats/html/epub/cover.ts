import type { Direction } from '../../../model/direction.ts';
import { escapeAttribute, escapeText } from '../escape.ts';
import { isolated } from '../isolated.ts';
import { editorsInWords, imprint } from '../../unit-names.ts';
import { opening } from './chapter.ts';
import type { BookFacts } from './facts.ts';

/** The cover: a picture of words, made from what the title page says. No font is in the book: reading systems have their own. */

const width = 600;
const height = 900;
const margin = 60;

interface Words {
  readonly words: string;
  readonly size: number;
  readonly style?: 'italic';
}

/** How wide a text is, in em: letters of East Asian scripts are as wide as they are high. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! >= 0x2e80 ? 1 : 0.5), 0);

/** A text in lines that are not wider than a cover. */
function linesOf({ words, size }: Words): string[] {
  const most = (width - 2 * margin) / size;
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && widthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The largest size in which a title leaves room for what is below it. */
function sizeOf(words: string): number {
  const sizes = [46, 40, 34, 28, 22, 17];
  return sizes.find((size) => linesOf({ words, size }).length * size * 1.25 < 380) ?? 13;
}

/** Texts one below the other from `top`, and where the last of them ends. */
function written(texts: readonly Words[], top: number, direction: Direction): { svg: string; end: number } {
  const side = direction === 'rtl' ? ` x="${width - margin}" text-anchor="end"` : ` x="${margin}"`;
  let svg = '';
  let y = top;
  for (const text of texts) {
    const style = text.style === undefined ? '' : ` font-style="${text.style}"`;
    for (const line of linesOf(text)) {
      y += Math.round(text.size * 1.25);
      svg += `<text${side} y="${y}" font-size="${text.size}"${style}>${escapeText(line)}</text>\n`;
    }
    y += text.size;
  }
  return { svg, end: y };
}

const editorsOf = ({ volume }: BookFacts): string | undefined => {
  const authors = volume?.authors.filter(({ others }) => !others).map(({ literal }) => literal) ?? [];
  return [authors.join(', '), volume && editorsInWords(volume)].filter(Boolean).join('. ') || undefined;
};

export function coverImage(facts: BookFacts): string {
  const { lines, volume, title, direction } = facts;
  const [editors, house] = [editorsOf(facts), volume && imprint(volume)];
  const top: Words[] = [
    ...(lines.series === undefined ? [] : [{ words: lines.series, size: 22, style: 'italic' as const }]),
    { words: lines.volume, size: sizeOf(lines.volume) },
    ...(editors === undefined ? [] : [{ words: editors, size: 19 }]),
  ];
  const above = written(top, 110, direction);
  const foot = house === undefined ? [] : [{ words: house, size: 16 }];
  const below = written(foot, Math.max(above.end + 20, height - 120), direction);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.max(height, below.end)}">\n` +
    `<title>${escapeText(title)}</title>\n<rect width="${width}" height="${Math.max(height, below.end)}" fill="#f5f0e4"/>\n` +
    `<rect x="${margin}" y="80" width="${width - 2 * margin}" height="3" fill="#7b2d1b"/>\n` +
    `<g font-family="serif" fill="#1f1c18">\n${above.svg}${below.svg}</g>\n</svg>\n`
  );
}

export const coverPage = ({ language, direction, title }: BookFacts): string =>
  `${opening(language, direction, title, 'style/book.css')}<body class="cover" epub:type="cover">\n` +
  `<img src="cover.svg" alt="${escapeAttribute(title)}" role="doc-cover"/>\n</body>\n</html>\n`;

const paragraph = (name: string, words: string | undefined, facts: BookFacts, more = ''): string =>
  words === undefined || words === ''
    ? ''
    : `<p class="${name}"${more}>${isolated(escapeText(words), words, facts.direction)}</p>\n`;

interface About {
  readonly generator?: { readonly name: string; readonly version: string };
  readonly version?: string;
  readonly date?: string;
}

/** The title page, and on it what a reader may want to know of the book: how to cite it, what may be done with it, whose pages it shows. */
export function titlePage(facts: BookFacts, hasPages: boolean, { generator, version, date }: About): string {
  const { language, direction, title, lines, volume, licence } = facts;
  const ours = /^en\b/.test(language) ? '' : ' lang="en" xml:lang="en"';
  const said = (label: string, words: string | undefined): string =>
    words === undefined || words === ''
      ? ''
      : `<dt${ours}>${label}</dt>\n<dd>${isolated(escapeText(words), words, direction)}</dd>\n`;
  const licenceWords = licence && [licence.name, licence.url, licence.text].filter(Boolean).join(' · ');
  return (
    `${opening(language, direction, title, 'style/book.css')}<body class="title-page" epub:type="titlepage">\n` +
    `<header>\n${paragraph('series', lines.series, facts)}<h1>${isolated(escapeText(lines.volume), lines.volume, direction)}</h1>\n` +
    `${paragraph('editors', editorsOf(facts), facts, ours)}${paragraph('imprint', volume && imprint(volume), facts)}</header>\n` +
    `<dl>\n${said('How to cite', facts.citation)}${said('Licence', licenceWords)}${said('Version', version)}${said('Date', date)}` +
    `${hasPages ? said('Page numbers', facts.pageSource.replace(/^urn:isbn:/, 'ISBN ')) : ''}${said('Identifier', facts.identifier)}` +
    `${said('Made with', generator && `${generator.name} ${generator.version}`)}</dl>\n</body>\n</html>\n`
  );
}
